public import Lexicon
import Tag
import Yams

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// All that is wrong with a folder of rules, each with file and line.
public struct RuleError: Error, Sendable, CustomStringConvertible {
  public let problems: [String]

  public var description: String { problems.joined(separator: "\n") }
}

/// The rules of a pipeline, in the order in which they are tried: by file name, then by place in the
/// file. What an earlier rule marked, a later one leaves.
public struct RuleSet: Sendable {
  public let rules: [Rule]

  init(rules: [Rule]) { self.rules = rules }

  /// Loads every `*.yml` of a folder.
  /// - Throws: `RuleError` with every problem found.
  public init(folder: String, lexicon: Lexicon) throws(RuleError) {
    let (rules, problems) = Self.load(
      folder: folder, classes: WordClasses(lexicon.words), cut: PhraseCutter(lexicon).cut)
    guard problems.isEmpty else { throw RuleError(problems: problems) }
    self.rules = rules
  }

  /// The same without one rule, by its place in `rules`.
  public func without(_ number: Int) -> RuleSet {
    var left = rules
    left.remove(at: number)
    return RuleSet(rules: left)
  }

  /// The rules of a folder that can be used, and every problem of the others.
  static func load(
    folder: String, classes: WordClasses, cut: @escaping PatternParser.Cut
  ) -> (rules: [Rule], problems: [String]) {
    var problems: [String] = []
    var rules: [Rule] = []
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let files = names.filter { $0.hasSuffix(".yml") }.sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    if files.isEmpty {
      return ([], ["\(folder): no rules here; a pipeline needs at least one .yml"])
    }
    for file in files {
      let path = folder + "/" + file
      guard let data = FileManager.default.contents(atPath: path) else {
        problems.append("\(path): cannot be read")
        continue
      }
      var reader = RuleFileReader(file: path, classes: classes, cut: cut)
      rules += reader.read(String(decoding: data, as: UTF8.self))
      problems += reader.problems
    }
    var seen: [String: String] = [:]
    for rule in rules {
      if let other = seen[rule.name] {
        problems.append("\(rule.place): the rule \(rule.name) stands at \(other) too; rename one")
      }
      seen[rule.name] = rule.place
    }
    return (rules, problems)
  }

  private init(_ rules: [Rule]) { self.rules = rules }

  /// All rules but one: what that one is needed for shows where they read something else.
  public func without(_ name: String) -> RuleSet {
    RuleSet(rules.filter { $0.name != name })
  }
}

/// Reads one rule file, collecting problems.
private struct RuleFileReader {
  let file: String
  let classes: WordClasses
  let cut: PatternParser.Cut
  var problems: [String] = []
  private static let keys: Set<String> = [
    "rule", "why", "when", "mark", "status", "scope", "examples",
  ]

  init(file: String, classes: WordClasses, cut: @escaping PatternParser.Cut) {
    self.file = file
    self.classes = classes
    self.cut = cut
  }

  mutating func read(_ text: String) -> [Rule] {
    do {
      guard let node = try Yams.compose(yaml: text) else { return [] }
      guard let list = node.sequence else {
        note(node, "a rule file is a list; begin each rule with \"- rule: NAME\"")
        return []
      }
      return list.compactMap { rule($0) }
    } catch {
      problems.append("\(file): \(error)")
      return []
    }
  }

  private mutating func rule(_ node: Node) -> Rule? {
    guard let map = node.mapping, let name = map["rule"]?.string else {
      note(node, "a rule needs \"rule:\" with its name")
      return nil
    }
    for (key, _) in map {
      if let key = key.string, !Self.keys.contains(key) {
        note(
          node,
          "\(name): unknown key \"\(key)\"; there are \(Self.keys.sorted().joined(separator: ", "))"
        )
      }
    }
    let reason = map["why"]?.string ?? ""
    if reason.isEmpty {
      note(node, "\(name): needs \"why:\", a sentence that says why it is right")
    }
    guard let when = map["when"]?.string else {
      note(node, "\(name): needs \"when:\" with a pattern")
      return nil
    }
    let marks = self.marks(map["mark"], name)
    var status: ClaimStatus?
    if let node = map["status"] {
      status = node.string.flatMap { ClaimStatus(rawValue: $0) }
      if status == nil {
        note(node, "\(name): status is achieved, target, hypothetical or negated")
      }
    }
    var scope = StatusScope.clause
    if let node = map["scope"] {
      if let value = node.string.flatMap({ StatusScope(rawValue: $0) }) {
        scope = value
      } else {
        note(node, "\(name): scope is clause, sentence or match")
      }
    }
    do {
      let pattern = try PatternParser.parse(when, classes: classes, cut: cut)
      let captures = pattern.captures
      for mark in marks where !captures.contains(mark.capture) {
        note(node, "\(name): marks \"\(mark.capture)\", which the pattern does not name")
      }
      if marks.isEmpty, status == nil { note(node, "\(name): neither marks nor has a status") }
      return Rule(
        name: name, reason: reason, place: place(node), pattern: pattern, marks: marks,
        status: status, scope: scope, examples: examples(map["examples"], name))
    } catch {
      note(map["when"] ?? node, "\(name): \(error.message)")
      return nil
    }
  }

  private mutating func marks(_ node: Node?, _ name: String) -> [(capture: String, role: Role)] {
    guard let node else { return [] }
    guard let map = node.mapping else {
      note(node, "\(name): mark is a map from names of the pattern to roles")
      return []
    }
    var marks: [(capture: String, role: Role)] = []
    for (key, value) in map {
      guard let capture = key.string, let role = value.string.flatMap({ Role(rawValue: $0) }) else {
        let known = Role.allCases.map(\.rawValue).joined(separator: ", ")
        note(value, "\(name): there is no role \"\(value.string ?? "?")\"; there are \(known)")
        continue
      }
      marks.append((capture, role))
    }
    return marks.sorted { $0.capture < $1.capture }
  }

  private mutating func examples(_ node: Node?, _ name: String) -> [RuleExample] {
    guard let node else { return [] }
    guard let list = node.sequence else {
      note(node, "\(name): examples is a list of {text, gives}")
      return []
    }
    return list.compactMap { example in
      guard let map = example.mapping, let text = map["text"]?.string else {
        note(example, "\(name): an example needs \"text:\"")
        return nil
      }
      return RuleExample(
        place: place(example), text: text, published: map["published"]?.string,
        gives: map["gives"]?.sequence?.compactMap(\.string) ?? [])
    }
  }

  private func place(_ node: Node) -> String {
    node.mark.map { "\(file):\($0.line)" } ?? file
  }

  private mutating func note(_ node: Node, _ message: String) {
    problems.append("\(place(node)): \(message)")
  }
}

extension Pattern {
  /// Names of the places of a pattern.
  var captures: Set<String> {
    switch self {
    case .atom, .start, .end: []
    case .sequence(let parts), .choice(let parts):
      parts.reduce(into: []) { $0.formUnion($1.captures) }
    case .repeated(let inner, _, _), .not(let inner): inner.captures
    case .named(let name, let inner): inner.captures.union([name])
    }
  }
}
