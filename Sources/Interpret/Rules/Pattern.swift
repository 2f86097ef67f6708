import Lexicon
import Tag

/// What an item must be to match one place of a pattern.
enum Atom: Sendable, Hashable {
  /// A word or phrase in lower case, or a mark.
  case literal([UInt8])
  /// A class of words.csv, by its name.
  case wordClass(ClassSet)
  case kind(MentionKind)
  case any
}

/// The kinds of mention that a pattern names in capitals; `DECIMAL` is a number with one to four places, `NUMBER` any.
enum MentionKind: UInt8, Sendable, Hashable, CaseIterable {
  case number, decimal, range, year, date, regulation, region, unit, assessor, instrument, zone,
    grade
  case category, rank, word

  /// As patterns write it: `NUMBER`.
  var name: String { "\(self)".uppercased() }

  init?(_ content: Content) {
    switch content {
    case .number: self = .number
    case .range: self = .range
    case .year: self = .year
    case .date: self = .date
    case .regulation: self = .regulation
    case .region: self = .region
    // A ministry takes a service unit's place in a sentence.
    case .unit, .institution: self = .unit
    case .assessor: self = .assessor
    case .instrument: self = .instrument
    case .zone: self = .zone
    case .grade: self = .grade
    case .category: self = .category
    case .rank: self = .rank
    case .word, .instrumentCue: self = .word
    case .punctuation: return nil
    }
  }
}

/// A pattern over the items of a sentence.
///
/// Written as atoms with white space between them: `zona` or `"("` a word or mark, `@score_cue` a class
/// of words.csv, `REGION` a kind of mention, `ANY` anything; `( a | b )` alternatives; `?`, `*`, `+` and
/// `{0,3}` behind an atom; `n:NUMBER` gives a place a name; `!@count_noun` asserts that what follows is
/// something else, `^` and `$` the ends of the sentence.
indirect enum Pattern: Sendable, Hashable {
  case atom(Atom)
  case sequence([Pattern])
  case choice([Pattern])
  case repeated(Pattern, min: Int, max: Int)
  case named(String, Pattern)
  case not(Pattern)
  case start
  case end
}

/// What is wrong with a pattern, and where in it.
struct PatternError: Error {
  let message: String
}

/// Reads patterns as rule files write them.
struct PatternParser {
  private let tokens: [String]
  private var position = 0
  private let classes: WordClasses
  private let cut: Cut
  /// Cuts a phrase into the items that a text with it has: a phrase of words.csv is one of them.
  typealias Cut = ([UInt8]) -> [[UInt8]]
  /// `*` and `+` stand for at most this many: a rule that needs more is not about one phrase.
  static let longestRun = 12

  static func parse(
    _ text: String, classes: WordClasses, cut: @escaping Cut = { [$0] }
  ) throws(PatternError) -> Pattern {
    var parser = PatternParser(tokens: try tokens(of: text), classes: classes, cut: cut)
    let pattern = try parser.choice()
    guard parser.position == parser.tokens.count else {
      throw PatternError(message: "\"\(parser.tokens[parser.position])\" is one too many")
    }
    return pattern
  }

  private init(tokens: [String], classes: WordClasses, cut: @escaping Cut) {
    self.tokens = tokens
    self.classes = classes
    self.cut = cut
  }

  private mutating func choice() throws(PatternError) -> Pattern {
    var choices = [try sequence()]
    while position < tokens.count, tokens[position] == "|" {
      position += 1
      choices.append(try sequence())
    }
    return choices.count == 1 ? choices[0] : .choice(choices)
  }

  private mutating func sequence() throws(PatternError) -> Pattern {
    var parts: [Pattern] = []
    while position < tokens.count, tokens[position] != "|", tokens[position] != ")" {
      parts.append(try repeated())
    }
    guard !parts.isEmpty else { throw PatternError(message: "an alternative is empty") }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func repeated() throws(PatternError) -> Pattern {
    let pattern = try single()
    guard position < tokens.count else { return pattern }
    switch tokens[position] {
    case "?":
      position += 1
      return .repeated(pattern, min: 0, max: 1)
    case "*":
      position += 1
      return .repeated(pattern, min: 0, max: Self.longestRun)
    case "+":
      position += 1
      return .repeated(pattern, min: 1, max: Self.longestRun)
    case let token where token.hasPrefix("{"):
      position += 1
      let ends = token.dropFirst().dropLast().split(separator: ",").compactMap { Int($0) }
      guard ends.count == 2, ends[0] <= ends[1], ends[1] <= Self.longestRun else {
        throw PatternError(
          message: "\(token) is no count; write {least,most} up to \(Self.longestRun)")
      }
      return .repeated(pattern, min: ends[0], max: ends[1])
    default:
      return pattern
    }
  }

  private mutating func single() throws(PatternError) -> Pattern {
    let token = tokens[position]
    position += 1
    switch token {
    case "(":
      let inner = try choice()
      guard position < tokens.count, tokens[position] == ")" else {
        throw PatternError(message: "a bracket is not closed")
      }
      position += 1
      return inner
    case "^": return .start
    case "$": return .end
    case "!": return .not(try single())
    case let token where token.hasSuffix(":") && token.count > 1 && !token.hasPrefix("\""):
      return .named(String(token.dropLast()), try single())
    case "\"": throw PatternError(message: "between two quotation marks there is nothing")
    case let token where token.hasPrefix("\""): return literal(token.dropFirst())
    case let token where token.hasPrefix("@"):
      let name = String(token.dropFirst())
      guard classes.isKnown(name) else {
        throw PatternError(message: "words.csv has no class \"\(name)\"")
      }
      return .atom(.wordClass(classes.set(name)))
    case "ANY": return .atom(.any)
    case let token where token.first?.isUppercase == true:
      guard let kind = MentionKind.allCases.first(where: { $0.name == token }) else {
        let known = MentionKind.allCases.map(\.name).joined(separator: ", ")
        throw PatternError(message: "\(token) is no kind of mention; there are \(known) and ANY")
      }
      return .atom(.kind(kind))
    case "?", "*", "+", ")", "|":
      throw PatternError(message: "nothing stands in front of \"\(token)\"")
    default:
      return literal(token[...])
    }
  }

  private func literal(_ text: Substring) -> Pattern {
    // Texts are compared in small letters.
    let bytes = text.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    // A word is an item whatever stands around it; only the tagger knows how it cuts anything else.
    guard bytes.contains(where: { $0 < 0x61 || $0 > 0x7A }), bytes.count > 1 else {
      return .atom(.literal(bytes))
    }
    let items = cut(bytes).map { Pattern.atom(.literal($0)) }
    return items.count == 1 ? items[0] : .sequence(items)
  }

  /// Quoted tokens keep their opening quote, so that "(" is told from a bracket.
  private static func tokens(of text: String) throws(PatternError) -> [String] {
    var tokens: [String] = []
    var token = ""
    var isQuoted = false
    func flush() {
      if !token.isEmpty { tokens.append(token) }
      token = ""
    }
    for character in text {
      if isQuoted {
        if character == "\"" {
          isQuoted = false
          flush()
        } else {
          token.append(character)
        }
        continue
      }
      switch character {
      case "\"":
        flush()
        token = "\""
        isQuoted = true
      case " ", "\n", "\t": flush()
      case ":":
        token.append(character)
        flush()
      case "(", ")", "|", "?", "*", "+", "!", "^", "$":
        flush()
        tokens.append(String(character))
      case "{":
        flush()
        token = "{"
      case "}":
        token.append(character)
        flush()
      default: token.append(character)
      }
    }
    guard !isQuoted else { throw PatternError(message: "a quotation mark is not closed") }
    flush()
    return tokens
  }
}
