import Foundation
import Testing

@testable import Dataset

@Suite("The workbook") struct WorkbookTests {
  private func write(into folder: String) throws -> String {
    try DatasetWriter(tables: SampleDataset.tables(), texts: TextList(SampleDataset.texts))
      .write(into: folder)
    return "\(folder)/\(DatasetFolder.workbookFile)"
  }

  @Test(
    "text as a cell can hold it",
    arguments: [
      ("=1+1", "=1+1"), ("a_b", "a_b"), ("_x0041_", "_x005F_x0041_"), ("_x00g1_", "_x00g1_"),
      ("_x0041", "_x0041"), ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"),
      ("a\0b\u{FFFE}", "a�b�"),
      ("é＝", "é＝"),
    ])
  func cellText(_ text: String, _ cell: String) {
    #expect(SheetText.cell(text) == cell)
  }

  @Test("text beyond the limit of a cell ends with an ellipsis") func longText() {
    let long = String(repeating: "a😀", count: 20_000)
    let cell = SheetText.cell(long)
    #expect(cell.utf16.count <= Sheet.textLimit && cell.utf16.count > Sheet.textLimit - 3)
    #expect(cell.hasSuffix("…") && long.hasPrefix(cell.dropLast()))
    let fits = String(repeating: "é", count: Sheet.textLimit)
    #expect(SheetText.cell(fits) == fits)
  }

  @Test(
    "only web addresses become links",
    arguments: [
      ("https://contoh.example/a?b=1#c", true), ("HTTP://contoh.example", true),
      ("javascript:alert(1)", false), ("file:///etc/passwd", false),
      ("internal:'results'!A1", false),
      ("https://a b", false), ("https://" + String(repeating: "a", count: 3000), false),
    ])
  func addresses(_ text: String, _ isLink: Bool) {
    #expect((SheetText.webAddress(text) != nil) == isLink)
  }

  @Test("openpyxl finds types, filters, frozen headers, colours and links") func openpyxl() throws {
    guard let python = Outside.python(with: ["openpyxl"]) else {
      print("skipped: no Python with openpyxl (set TILIK_PYTHON)")
      return
    }
    try withScratchFolder { folder in
      let path = try write(into: folder)
      let outcome = try Outside.run(python, [testFolder + "/read-workbook.py", path])
      #expect(outcome.status == 0, "\(outcome.out)")
      let report = try JSON.parse(Array(outcome.out.utf8))
      #expect(report["created"]?.string == "1980-01-01T00:00:00")
      #expect(
        report["sheets"]?.array?.compactMap { $0["name"]?.string }
          == ["results", "panel", "conflicts", "evidence", "data dictionary"])
      for sheet in report["sheets"]?.array ?? [] {
        let name = sheet["name"]?.string ?? ""
        #expect(sheet["frozen"]?.string == "A2", "\(name)")
        #expect(sheet["filter"]?.string == sheet["extent"]?.string, "\(name)")
        #expect(sheet["formulas"] == 0, "\(name)")
      }
      let cells = report["cells"]
      for (cell, value) in [
        ("results!year", "int 2022 0"), ("results!score", "int 70 0.00"),
        ("results!conflict", "bool False General"), ("results!zone", "str kuning General"),
        ("evidence!published", "datetime 2023-12-14 00:00:00 yyyy-mm-dd"),
        ("evidence!address", "str https://contoh.example/a General"),
      ] {
        #expect(cells?[cell]?.string == value, "\(cell)")
      }
      #expect(report["coloured"]?.array?.contains("results!zone hijau C6EFCE") == true)
      let links = report["links"]?.array?.compactMap(\.string) ?? []
      #expect(links.contains("evidence!address https://contoh.example/a"), "\(links)")
      // A result leads to the first row of its own sentences.
      #expect(report["astray"] == 0)
      #expect(links.contains { $0.hasPrefix("results!evidence 'evidence'!A") }, "\(links)")
    }
  }

  @Test("results stand by body, then unit, instrument and year") func order() throws {
    var table = Table(Schema.results)
    for (id, code, unit, year) in [
      ("r1", "99.71", nil, 2023), ("r2", "99.01", "Dinas Sosial", 2021), ("r3", "99.01", nil, 2022),
      ("r4", "99.71", nil, 2021), ("r5", nil, nil, 2020),
    ] as [(String, String?, String?, Int)] {
      try table.append([
        "result": Value(id), "region_code": Value(code), "region": "Kota Misal",
        "unit": Value(unit),
        "year": .integer(year), "instrument": "uji", "consistent": "unknown", "sources": 1,
        "claims": "c", "conflict": false, "corrected": false,
      ])
    }
    let ids = try Workbook.sheets([table])[0].rows.map { row in
      if case .value(let value) = row[0] { value.written } else { "" }
    }
    #expect(ids == ["r5", "r3", "r2", "r4", "r1"])
  }

  @Test("LibreOffice opens it and shows what the CSV says") func libreOffice() throws {
    guard let office = Outside.find("soffice") else {
      print("skipped: no LibreOffice (soffice)")
      return
    }
    try withScratchFolder { folder in
      let path = try write(into: folder)
      // 44,34,76: comma, quote, UTF-8; -1: every sheet in a file of its own.
      let outcome = try Outside.run(
        office,
        [
          "-env:UserInstallation=file://\(folder)/profile", "--headless", "--convert-to",
          "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
          "--outdir", folder + "/csv", path,
        ])
      #expect(outcome.status == 0, "\(outcome.out)")
      let conflicts = try CSV.rows(
        of: bytes(of: folder + "/csv/tilik-conflicts.csv"), file: "conflicts")
      let own = try DatasetReader(folder: folder).table(Schema.conflicts)
      #expect(
        conflicts.dropFirst().map { $0.cells.map { $0.lowercased() } }
          == own.rows.map { $0.map(\.written) })
      let evidence = try text(of: folder + "/csv/tilik-evidence.csv")
      #expect(evidence.contains("\"=SUM(A1), \"\"kuning\"\" & <b>\""), "\(evidence)")
      #expect(evidence.contains(",2023-12-14,"))
      let results = try text(of: folder + "/csv/tilik-results.csv")
      #expect(results.contains(",90.5,100,hijau,"), "\(results)")
    }
  }
}
