import Dataset
public import Lexicon
public import Reconcile

/// Reads `corrections.csv` and checks every value in it.
public struct CorrectionFile {
  private let file: String
  private let checker: CorrectionChecker
  private var problems: [String] = []
  private var identifiers = Identifiers()

  /// - Throws: `PipelineError` with every problem of the file, each with its line.
  public static func read(
    _ path: String, lexicon: Lexicon
  ) throws(PipelineError) -> [Correction] {
    do {
      return try parse(Files.read(path), file: path, lexicon: lexicon)
    } catch let error as PipelineError {
      throw error
    } catch {
      throw PipelineError("\(error)")
    }
  }

  /// The rows of a file as they are written, each of which `read` takes.
  /// - Throws: `PipelineError` with every problem of the file, each with its line.
  public static func rows(
    _ path: String, lexicon: Lexicon
  ) throws(PipelineError) -> [CorrectionRow] {
    _ = try read(path, lexicon: lexicon)
    do {
      let rows = try CSV.rows(of: Files.read(path), file: path).map(\.cells)
      return rows.dropFirst().filter { $0 != [""] }.map { cells in
        CorrectionRow(
          Dictionary(
            zip(rows[0], cells.map(FormulaText.read)), uniquingKeysWith: { first, _ in first }))
      }
    } catch {
      throw PipelineError("\(error)")
    }
  }

  /// - Parameter file: as it is named in messages.
  static func parse(
    _ bytes: [UInt8], file: String, lexicon: Lexicon
  ) throws(PipelineError) -> [Correction] {
    var reader = CorrectionFile(file: file, lexicon: lexicon)
    let corrections = reader.read(bytes)
    guard reader.problems.isEmpty else { throw PipelineError(reader.problems) }
    return corrections
  }

  private init(file: String, lexicon: Lexicon) {
    self.file = file
    checker = CorrectionChecker(lexicon)
  }

  private mutating func read(_ bytes: [UInt8]) -> [Correction] {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      problem("this is no UTF-8", 1)
      return []
    }
    let rows: [(line: Int, cells: [String])]
    do { rows = try CSV.rows(of: bytes, file: file) } catch {
      problems.append("\(error)")
      return []
    }
    guard let header = rows.first?.cells, header != [""] else {
      problem("the header is missing; write \(CorrectionRow.columns.joined(separator: ","))", 1)
      return []
    }
    // Spreadsheets write so where the comma stands before the decimals.
    for mark in [";", "\t"] where header.count == 1 && header[0].contains(mark) {
      problem(
        "the columns stand apart by \(mark == ";" ? "semicolons" : "tabs"); save with commas", 1)
      return []
    }
    for (position, name) in header.enumerated() {
      if !CorrectionRow.columns.contains(name) {
        problem(
          "unknown column \"\(name.prefix(40))\"; there are "
            + CorrectionRow.columns.joined(separator: ", "), 1)
      } else if header[..<position].contains(name) {
        problem("the column \(name) stands twice", 1)
      }
    }
    for name in ["action", "quote", "who", "when"] where !header.contains(name) {
      problem("the column \(name) is missing", 1)
    }
    guard problems.isEmpty else { return [] }
    return rows.dropFirst().compactMap { line, cells in
      // An empty line, as editors leave them at the end.
      if cells == [""] { return nil }
      guard cells.count == header.count else {
        problem(
          "\(cells.count) cells under \(header.count) column names"
            + (cells.count > header.count ? "; text with a comma needs quotation marks" : ""), line)
        return nil
      }
      return correction(
        Dictionary(
          zip(header, cells.map(FormulaText.read)), uniquingKeysWith: { first, _ in first }), line)
    }
  }

  private mutating func correction(
    _ row: [String: String], _ line: Int
  ) -> Correction? {
    let before = problems.count
    func cell(_ name: String) -> String { row[name] ?? "" }
    let action = CorrectionAction(rawValue: cell("action"))
    if action == nil {
      problem("action is \"\(cell("action").prefix(40))\", not accept, reject or change", line)
    }
    if cell("quote").allSatisfy(\.isWhitespace) {
      problem("quote is empty; it is the sentence that the claim stands on", line)
    }
    if cell("document").isEmpty, cell("sha256").isEmpty {
      problem("neither document nor sha256 says which page is meant", line)
    }
    if !cell("sha256").isEmpty, !Self.isHash(cell("sha256")) {
      problem("sha256 is no SHA-256; write 64 hexadecimal digits or nothing", line)
    }
    if cell("who").isEmpty { problem("who is empty; write who decided", line) }
    if !Column.isDate(cell("when")) {
      problem("when is \"\(cell("when").prefix(40))\"; write a day as 2026-01-16", line)
    }
    var about: [ClaimField: String] = [:]
    do { about = try CorrectionRow.read(about: cell("about")) } catch {
      for text in error.problems { problem(text, line) }
    }
    let change = change(action, cell("field"), cell("value"), about, line)
    guard let action, problems.count == before else { return nil }
    func optional(_ name: String) -> String? { cell(name).isEmpty ? nil : cell(name) }
    return Correction(
      id: identifiers.next("k", CorrectionRow.columns.map(cell)), line: line, action: action,
      change: change,
      anchor: TextAnchor(
        document: optional("document"), sha256: optional("sha256")?.lowercased(),
        quote: cell("quote"), prefix: cell("prefix"), suffix: cell("suffix")),
      about: about, claim: optional("claim"), note: optional("note"), who: cell("who"),
      day: cell("when"))
  }

  private mutating func change(
    _ action: CorrectionAction?, _ field: String, _ value: String, _ about: [ClaimField: String],
    _ line: Int
  ) -> Correction.Change? {
    guard action == .change else {
      if action != nil, !field.isEmpty || !value.isEmpty {
        problem("field and value are for change only; leave them empty", line)
      }
      return nil
    }
    guard let known = ClaimField(rawValue: field), ClaimField.changeable.contains(known) else {
      let names = ClaimField.changeable.map(\.rawValue).joined(separator: ", ")
      problem("there is no field \"\(field.prefix(40))\" to change; there are \(names)", line)
      return nil
    }
    do {
      return Correction.Change(
        field: known, value: try checker.value(known, value, about: about), written: value)
    } catch {
      problem("\(error)", line)
      return nil
    }
  }

  private mutating func problem(_ text: String, _ line: Int) {
    let line = "\(file):\(line): \(text)"
    problems.append(
      String(line.unicodeScalars.map { $0.value < 0x20 ? " " : Character($0) }))
  }

  private static func isHash(_ text: String) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
      }
  }
}
