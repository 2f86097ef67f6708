import Extract
import Lexicon
import Tag

/// What the items of a text can be, as far as patterns tell them apart.
struct Token: Hashable {
  let classes: ClassSet
  let kinds: UInt32
  let mark: UInt8
  /// In small letters.
  let text: [UInt8]

  init(_ item: Item, _ text: ArraySlice<UInt8>) {
    let key = ItemKey(item, in: text)
    (classes, kinds, mark) = (key.classes, key.kinds, key.mark)
    self.text = text.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
  }

  /// One of a kind with no word behind it: a name that bears no class of words.csv.
  init(kind: MentionKind) {
    classes = ClassSet()
    // A number with decimals is a number too.
    kinds = ItemKey.bit(kind) | (kind == .decimal ? ItemKey.bit(.number) : 0)
    mark = 0
    text = []
  }

  func isOne(of atom: Atom) -> Bool {
    switch atom {
    case .any: true
    case .wordClass(let set): classes.intersects(set)
    case .kind(let kind): kinds & ItemKey.bit(kind) != 0
    case .literal(let literal): mark == 0 ? !literal.isEmpty && text == literal : literal == [mark]
    }
  }
}

/// Cuts words and phrases as the tagger does, to learn which items there can be.
struct TokenProbe {
  /// Everything that a rule can meet: the words of words.csv and of the patterns, the items of the rules'
  /// examples, and one bare token of each kind.
  private(set) var tokens: Set<Token> = []

  init(_ rules: [Rule], lexicon: Lexicon, classes: WordClasses) {
    let tagger = Tagger(lexicon: lexicon)
    var literals: Set<[UInt8]> = []
    for rule in rules {
      for case .atom(.literal(let bytes)) in rule.pattern.parts { literals.insert(bytes) }
    }
    // Names and abbreviations count only with their capitals.
    let forms = literals.flatMap { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      return [text, text.uppercased(), text.prefix(1).uppercased() + text.dropFirst()]
    }
    tokens.formUnion(Self.alone(lexicon.words.map(\.word) + forms, tagger))
    for rule in rules {
      for example in rule.examples {
        let article = Self.article(blocks: [example.text])
        tokens.formUnion(
          tagger.tag(article).items.map { Token($0, article.text[$0.range]) })
      }
    }
    for kind in MentionKind.allCases { tokens.insert(Token(kind: kind)) }
  }

  /// One token for each way in which a pattern's atoms tell tokens apart: all that a search needs.
  func tokens(for pattern: Pattern) -> Set<Token> {
    let atoms = Set(pattern.parts.compactMap { if case .atom(let atom) = $0 { atom } else { nil } })
    var kinds: UInt32 = 0
    var classes = ClassSet()
    var literals: Set<[UInt8]> = []
    for atom in atoms {
      switch atom {
      case .literal(let bytes): literals.insert(bytes)
      case .wordClass(let set): classes.formUnion(set)
      case .kind(let kind): kinds |= ItemKey.bit(kind)
      case .any: break
      }
    }
    let order = Array(atoms)
    var chosen: [[Bool]: Token] = [:]
    var hasOther = false
    for token in tokens {
      let isMet =
        token.kinds & kinds != 0 || token.classes.intersects(classes)
        || literals.contains(token.mark == 0 ? token.text : [token.mark])
      // Most are nothing to a pattern; one of those stands for all.
      if !isMet, hasOther { continue }
      hasOther = hasOther || !isMet
      let key = order.map(token.isOne)
      if chosen[key] == nil { chosen[key] = token }
    }
    return Set(chosen.values)
  }

  func canBe(_ atom: Atom) -> Bool { tokens.contains { $0.isOne(of: atom) } }

  /// The words that are cut as one item when they stand alone.
  private static func alone(_ words: [String], _ tagger: Tagger) -> [Token] {
    let words = words.filter { !$0.isEmpty && !$0.contains("\n") }
    let article = Self.article(blocks: words)
    var byBlock: [Int: [Item]] = [:]
    let tagged = tagger.tag(article)
    for sentence in tagged.sentences {
      byBlock[sentence.block, default: []] += tagged.items[sentence.items]
    }
    return byBlock.values.compactMap { items in
      items.count == 1 ? Token(items[0], article.text[items[0].range]) : nil
    }
  }

  private static func article(blocks: [String]) -> Article {
    var article = Article(address: "")
    for block in blocks {
      if !article.text.isEmpty { article.text.append(0x0A) }
      let start = article.text.count
      article.text += Array(block.utf8)
      article.blocks.append(Block(kind: .paragraph, range: start..<article.text.count))
    }
    return article
  }
}
