import Dataset
import Yams

/// The rules of a rule file and the settings of `pipeline.yml`, each with its line and what of it has an
/// effect.
enum KnowledgeYAML {
  /// Keys of a rule that say what it does; the reason and the examples are for people.
  private static let effective = ["when", "mark", "status", "scope"]
  /// Settings that say where a dataset goes or how it is called, not what it holds.
  private static let outside: Set<String> = [
    "name", "title", "title_id", "description", "description_id", "keywords", "publisher", "corpus",
    "output", "report", "corrections", "expectations",
  ]

  /// - Parameter needs: gives the words that a pattern needs, lists of which one each.
  static func rules(
    in path: String, needs: (String) -> [[String]]
  ) throws(DatasetError) -> [KnowledgeEntry] {
    guard let list = try node(path)?.sequence else { return [] }
    return list.compactMap { node in
      guard let map = node.mapping, let name = map["rule"]?.string else { return nil }
      let content = effective.compactMap { key in
        map[key].map { "\(key): \(written($0))" }
      }
      let needed = needs(map["when"]?.string ?? "").map { $0.joined(separator: "|") }
      return KnowledgeEntry(
        kind: .rule, key: name, line: node.mark?.line, content: content.joined(separator: "; "),
        words: needed.isEmpty ? [] : [needed.joined(separator: " & ")])
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
