import Dataset
import Yams

/// Reads the label of one page, a YAML file that people write by hand.
struct GoldLabelFile {
  private let file: String
  private var reader: YAMLReader
  private var ownProblems: [String] = []

  /// With file and line, in the order in which they were found.
  var problems: [String] { reader.problems + ownProblems }

  private static let keys = ["title", "published", "set", "kind", "patterns", "notes", "results"]
  private static let resultKeys = [
    "region", "region_code", "unit", "level", "year", "year_inferable", "assessor", "instrument",
    "score", "zone", "zone_implied", "grade", "category", "rank", "status", "optional", "pattern",
    "quote", "note", "scope",
  ]

  init(file: String) {
    self.file = file
    reader = YAMLReader(file: file)
  }

  /// - Parameter name: of the page, without what its format adds.
  mutating func document(_ text: String, name: String) -> GoldDocument? {
    guard let root = reader.root(text) else { return nil }
    reader.check(root, known: Self.keys)
    var results: [JSON] = []
    if let listed = root["results"]?.sequence {
      for node in listed {
        if let result = result(node) { results.append(result) }
      }
    } else {
      problem("\"results\" is missing; write `results: []` where the page states none", nil)
    }
    let patterns = root["patterns"]?.sequence?.map { Self.written(Self.value($0)) } ?? []
    return GoldDocument(
      name: name, set: reader.text(root, "set"), patterns: patterns, results: results)
  }

  private mutating func result(_ node: Node) -> JSON? {
    guard let mapping = node.mapping else {
      problem("a result must hold `key: value` lines", node)
      return nil
    }
    reader.check(mapping, known: Self.resultKeys)
    if mapping["region"] == nil { problem("a result needs a region", node) }
    if mapping["status"] == nil { problem("a result needs a status, such as achieved", node) }
    return .object(
      mapping.compactMap { key, value in
        key.scalar.map { .init($0.string, Self.value(value)) }
      })
  }

  private mutating func problem(_ text: String, _ node: Node?) {
    ownProblems.append("\(file):\(node?.mark?.line ?? 1): \(text)")
  }

  /// What an unquoted scalar means in YAML's core schema; anything else is a text.
  private static func value(_ node: Node) -> JSON {
    guard let scalar = node.scalar else { return .null }
    guard scalar.style == .plain || scalar.style == .any else { return .string(scalar.string) }
    switch scalar.string {
    case "", "~", "null": return .null
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    default:
      return Double(scalar.string) == nil ? .string(scalar.string) : .number(scalar.string)
    }
  }

  static func written(_ json: JSON) -> String {
    switch json {
    case .string(let text), .number(let text): text
    default: json.line
    }
  }
}
