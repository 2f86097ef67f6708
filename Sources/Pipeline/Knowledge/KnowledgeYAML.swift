import Dataset
import Yams

/// The rules of a rule file and the settings of `pipeline.yml`, each with its line and what of it has an
/// effect.
enum KnowledgeYAML {
  /// Keys of a rule that say what it does; the reason and the examples are for people.
  private static let effective = ["when", "mark", "status", "scope"]
  /// Settings that say where a dataset goes or how it is called, not what it holds.
  private static let outside: Set<String> = [
    "name", "title", "title_id", "corpus", "output", "report", "corrections", "expectations",
  ]

  static func rules(in path: String) throws(DatasetError) -> [KnowledgeEntry] {
    guard let list = try node(path)?.sequence else { return [] }
    return list.compactMap { node in
      guard let map = node.mapping, let name = map["rule"]?.string else { return nil }
      let content = effective.compactMap { key in
        map[key].map { "\(key): \(written($0))" }
      }
      let pattern = PatternWords(map["when"]?.string ?? "")
      return KnowledgeEntry(
        kind: .rule, key: name, line: node.mark?.line, content: content.joined(separator: "; "),
        words: pattern.literals, refers: pattern.classes.map { "@" + $0 })
    }
  }

  static func settings(in path: String) throws(DatasetError) -> [KnowledgeEntry] {
    guard let map = try node(path)?.mapping else { return [] }
    return map.compactMap { key, value in
      guard let name = key.string, !outside.contains(name) else { return nil }
      return KnowledgeEntry(
        kind: .setting, key: name, line: key.mark?.line, content: written(value))
    }
  }

  private static func node(_ path: String) throws(DatasetError) -> Node? {
    let text = String(decoding: try Files.read(path), as: UTF8.self)
    // What is wrong with a file is said by those who load it.
    return try? Yams.compose(yaml: text)
  }

  /// On one line, the same for the same meaning.
  private static func written(_ node: Node) -> String {
    if let text = node.string { return text }
    if let list = node.sequence { return "[" + list.map(written).joined(separator: ", ") + "]" }
    let pairs = (node.mapping ?? [:]).map { "\(written($0.key)): \(written($0.value))" }
    return "{" + pairs.joined(separator: ", ") + "}"
  }
}

/// The words that a rule's pattern waits for: those that it spells out, and the classes that it names.
struct PatternWords {
  private(set) var literals: [String] = []
  private(set) var classes: [String] = []

  init(_ pattern: String) {
    var rest = pattern[...]
    while let first = rest.first {
      if first == "\"" {
        let inner = rest.dropFirst()
        let end = inner.firstIndex(of: "\"") ?? inner.endIndex
        Self.add(inner[..<end], to: &literals)
        rest = end < inner.endIndex ? inner[inner.index(after: end)...] : ""
        continue
      }
      let word = rest.prefix { $0.isLetter || $0.isNumber || "@_-/.".contains($0) }
      guard let start = word.first else {
        rest.removeFirst()
        continue
      }
      rest = rest[word.endIndex...]
      if start == "@" {
        Self.add(word.dropFirst(), to: &classes)
      } else if start.isLowercase, rest.first != ":" {
        Self.add(word, to: &literals)
      }
    }
  }

  private static func add(_ text: Substring, to list: inout [String]) {
    let text = String(text)
    if text.contains(where: \.isLetter), !list.contains(text) { list.append(text) }
  }
}
