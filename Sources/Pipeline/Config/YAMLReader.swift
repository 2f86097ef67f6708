import Yams

/// Reads settings out of a YAML file and gathers everything that is wrong with it, with its line.
struct YAMLReader {
  private let file: String
  private(set) var problems: [String] = []

  init(file: String) {
    self.file = file
  }

  /// The mapping that the file as a whole is; nil when it is none.
  mutating func root(_ text: String) -> Node.Mapping? {
    do {
      guard let node = try Yams.compose(yaml: text) else {
        problem("is empty", line: 1)
        return nil
      }
      guard let mapping = node.mapping else {
        problem("must be a list of `key: value` lines", at: node)
        return nil
      }
      return mapping
    } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
      for key in keys.sorted() {
        let line = Self.secondLine(of: key, in: text) ?? context.mark.line
        problem("the key \"\(key)\" stands twice", line: line)
      }
    } catch let error as YamlError {
      problem(Self.explain(error), line: Self.line(of: error))
    } catch {
      problem("\(error)", line: 1)
    }
    return nil
  }

  /// Notes every key that is not in `known`, and every key that stands twice.
  mutating func check(_ mapping: Node.Mapping, known: [String]) {
    for (key, _) in mapping {
      let name = key.scalar?.string ?? ""
      if !known.contains(name) {
        problem("unknown key \"\(name)\"; known are \(known.joined(separator: ", "))", at: key)
      }
    }
  }

  mutating func text(_ mapping: Node.Mapping, _ key: String) -> String? {
    guard let node = mapping[key] else { return nil }
    return scalar(node, key)
  }

  mutating func required(_ mapping: Node.Mapping, _ key: String) -> String {
    if let value = text(mapping, key) { return value }
    if mapping[key] == nil { problem("the key \"\(key)\" is missing", line: 1) }
    return ""
  }

  /// One text or a list of texts.
  mutating func texts(_ mapping: Node.Mapping, _ key: String) -> [String] {
    guard let node = mapping[key] else { return [] }
    guard let sequence = node.sequence else { return scalar(node, key).map { [$0] } ?? [] }
    var values: [String] = []
    for element in sequence {
      if let value = scalar(element, key) { values.append(value) }
    }
    return values
  }

  /// A whole number from 0.
  mutating func count(_ mapping: Node.Mapping, _ key: String) -> Int? {
    guard let node = mapping[key] else { return nil }
    if let written = node.scalar?.string, let number = Int(written), number >= 0 { return number }
    problem("\"\(key)\" must be a whole number from 0", at: node)
    return nil
  }

  /// 0 for no limit, or a whole number from `least`.
  mutating func limit(_ mapping: Node.Mapping, _ key: String, atLeast least: Int) -> Int? {
    guard let node = mapping[key], let number = count(mapping, key) else { return nil }
    if number == 0 || number >= least { return number }
    problem("\"\(key)\" must be at least \(least), or 0 for no limit", at: node)
    return nil
  }

  /// A number above 0, at most 1.
  mutating func positiveShare(_ mapping: Node.Mapping, _ key: String) -> Double? {
    guard let node = mapping[key] else { return nil }
    if let written = node.scalar?.string, let number = Double(written), number > 0, number <= 1 {
      return number
    }
    problem("\"\(key)\" must be a number above 0, at most 1, such as 0.5", at: node)
    return nil
  }

  mutating func mapping(_ mapping: Node.Mapping, _ key: String) -> Node.Mapping? {
    guard let node = mapping[key] else { return nil }
    if let inner = node.mapping { return inner }
    problem("\"\(key)\" must hold `key: value` lines", at: node)
    return nil
  }

  private mutating func scalar(_ node: Node, _ key: String) -> String? {
    if let text = node.scalar?.string, !text.isEmpty { return text }
    problem("\"\(key)\" must be a text", at: node)
    return nil
  }

  mutating func problem(_ text: String, at node: Node) {
    problem(text, line: node.mark?.line ?? 1)
  }

  mutating func problem(_ text: String, line: Int) {
    problems.append("\(file):\(line): \(text)")
  }

  private static func line(of error: YamlError) -> Int {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.line
    default: 1
    }
  }

  /// Yams tells only where the mapping with the two keys begins.
  private static func secondLine(of key: String, in text: String) -> Int? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let places = lines.indices.filter {
      lines[$0].drop { $0 == " " }.hasPrefix(key + ":")
    }
    return places.count > 1 ? places[1] + 1 : nil
  }

  private static func explain(_ error: YamlError) -> String {
    switch error {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
      .composer(_, let problem, _, _):
      "this is no YAML: \(problem)"
    default: "this is no YAML: \(error)"
    }
  }
}
