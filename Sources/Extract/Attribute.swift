/// The attributes that the extractor reads; the others never reach the parser.
enum Attribute: UInt8, CaseIterable {
  case none, id, classes, href, role, itemprop, datetime, content, name, property, colspan, rowspan
  case hidden, style, rel, start, value, type, title, lang, charset, ariaHidden, reversed

  var spelling: String {
    switch self {
    case .classes: "class"
    case .ariaHidden: "aria-hidden"
    default: String(describing: self)
    }
  }
}

/// Finds an attribute by the bytes of its name.
struct AttributeTable: Sendable {
  private var keys: [UInt64]
  private var values: [Attribute]

  static let shared = AttributeTable()

  private init() {
    keys = Array(repeating: 0, count: 256)
    values = Array(repeating: .none, count: 256)
    for attribute in Attribute.allCases where attribute != .none {
      let name = Array(attribute.spelling.utf8)
      let key = name.withUnsafeBufferPointer { TagTable.key($0.baseAddress!, $0.count) }
      var slot = Self.slot(key)
      while keys[slot] != 0 { slot = (slot + 1) & 255 }
      keys[slot] = key
      values[slot] = attribute
    }
  }

  @inline(__always)
  private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 56)
  }

  @inline(__always)
  func attribute(_ name: UnsafePointer<UInt8>, _ length: Int) -> Attribute {
    guard length >= 2, length <= 11 else { return .none }
    let key = TagTable.key(name, length)
    var slot = Self.slot(key)
    return keys.withUnsafeBufferPointer { keys in
      while keys[slot] != 0 {
        if keys[slot] == key { return values.withUnsafeBufferPointer { $0[slot] } }
        slot = (slot + 1) & 255
      }
      return .none
    }
  }
}
