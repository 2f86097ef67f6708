/// One element or one stretch of text of a page; nodes stand in the order of the page.
struct Node {
  var tag: Tag
  var marks: NodeMarks = []
  /// -1 for the root.
  var parent: Int32
  /// Behind the last node within this one.
  var end: Int32
  /// Text: where it stands in the filtered page, or in `spare` when it was made from an entity.
  /// Elements: where the words of class and id stand in `names`.
  var start: Int32 = 0
  var length: Int32 = 0
  /// Text of an entity: what it was made from, in the filtered page. Elements: index into `attributes`
  /// of the first of them, and their number.
  var from: Int32 = 0
  var fromLength: Int32 = 0
}

struct NodeMarks: OptionSet {
  let rawValue: UInt8
  /// Text that stands in `spare`.
  static let entity = NodeMarks(rawValue: 1)
  /// Not shown by a browser.
  static let hidden = NodeMarks(rawValue: 2)
  static let link = NodeMarks(rawValue: 4)
  /// An element of the page's own making (`amp-sidebar`), which begins and ends a block.
  static let custom = NodeMarks(rawValue: 8)
}

/// An attribute other than class and id: its value stands in `names`.
struct AttributeValue {
  var attribute: Attribute
  var start: Int32
  var length: Int32
}

/// A parsed page: flat arrays instead of a tree.
struct PageNodes {
  var nodes: [Node] = []
  /// Classes and ids (a space between them) and values of attributes.
  var names: [UInt8] = []
  var attributes: [AttributeValue] = []
  /// Text that stands nowhere in the page: characters made from entities.
  var spare: [UInt8] = []
  /// Something was cut.
  var isCut = false
  /// Memory ran short; what is there is a part of the page that nobody knows.
  var isShort = false

  func value(_ attribute: Attribute, of node: Int) -> Range<Int>? {
    let node = nodes[node]
    guard node.tag != .text else { return nil }
    for index in Int(node.from)..<Int(node.from + node.fromLength)
    where attributes[index].attribute == attribute {
      let found = attributes[index]
      return Int(found.start)..<Int(found.start + found.length)
    }
    return nil
  }

  func string(_ attribute: Attribute, of node: Int) -> String? {
    value(attribute, of: node).map { String(decoding: names[$0], as: UTF8.self) }
  }

  func number(_ attribute: Attribute, of node: Int) -> Int? {
    guard let range = value(attribute, of: node) else { return nil }
    var result: Int?
    for byte in names[range] {
      if isSpace(byte), result == nil { continue }
      guard isDigit(byte), (result ?? 0) < 100_000 else { break }
      result = (result ?? 0) * 10 + Int(byte - 0x30)
    }
    return result
  }
}
