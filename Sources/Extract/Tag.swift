/// The elements that mean something to the extractor; everything else is `other`.
enum Tag: UInt8, CaseIterable {
  case other, text
  case a, abbr, acronym, address, applet, area, article, aside, audio, b, base, bdi, bdo, big
  case blockquote, body, br, button, canvas, caption, center, cite, code, col, colgroup, data
  case datalist, dd, del, details, dfn, dialog, dir, div, dl, dt, em, embed, fieldset, figcaption
  case figure, font, footer, form, frame, frameset, h1, h2, h3, h4, h5, h6, head, header, hr, html
  case i, iframe, img, input, ins, kbd, label, legend, li, link, main, map, mark, menu, meta, nav
  case noframes, noscript, object, ol, optgroup, option, p, pre, q, rp, rt, ruby, s, samp, script
  case section, select, small, source, span, strike, strong, style, sub, summary, sup, svg, table
  case tbody, td, template, textarea, tfoot, th, thead, time, title, tr, track, tt, u, ul, video,
    wbr
  case math

  /// Elements that stand within a line; everything else begins and ends a block.
  static let inline: Set<Tag> = [
    .other, .text, .a, .abbr, .acronym, .b, .base, .bdi, .bdo, .big, .cite, .code, .data, .del,
    .dfn,
    .em, .font, .i, .img, .ins, .kbd, .label, .link, .mark, .meta, .q, .rp, .rt, .ruby, .s, .samp,
    .small, .span, .strike, .strong, .sub, .sup, .time, .tt, .u, .wbr, .math, .area, .map,
  ]

  /// Elements whose text is never read by a visitor as part of the page.
  static let unread: Set<Tag> = [
    .script, .style, .noscript, .template, .svg, .iframe, .textarea, .select, .option, .optgroup,
    .datalist, .object, .embed, .canvas, .audio, .video, .applet, .frameset, .noframes, .head,
    .title, .button, .input, .dialog,
  ]

  static let void: Set<Tag> = [
    .area, .base, .br, .col, .embed, .frame, .hr, .img, .input, .link, .meta, .source, .track, .wbr,
  ]
}

/// Finds a tag by the bytes of its name: one look-up in a small open table.
struct TagTable: Sendable {
  private var keys: [UInt64]
  private var values: [Tag]
  /// By `Tag.rawValue`.
  let isInline: [Bool]
  let isUnread: [Bool]
  let isVoid: [Bool]

  static let shared = TagTable()

  private init() {
    keys = Array(repeating: 0, count: 1024)
    values = Array(repeating: .other, count: 1024)
    var inline = Array(repeating: false, count: 256)
    var unread = inline
    var void = inline
    for tag in Tag.allCases {
      inline[Int(tag.rawValue)] = Tag.inline.contains(tag)
      unread[Int(tag.rawValue)] = Tag.unread.contains(tag)
      void[Int(tag.rawValue)] = Tag.void.contains(tag)
    }
    isInline = inline
    isUnread = unread
    isVoid = void
    for tag in Tag.allCases where tag != .other && tag != .text {
      let key = Self.key(Array(String(describing: tag).utf8))
      var slot = Self.slot(key)
      while keys[slot] != 0 { slot = (slot + 1) & 1023 }
      keys[slot] = key
      values[slot] = tag
    }
  }

  /// Names of more than ten letters do not occur among the tags that count; eight bytes and the
  /// length tell them all apart.
  private static func key(_ name: [UInt8]) -> UInt64 {
    name.withUnsafeBufferPointer { key($0.baseAddress!, $0.count) }
  }

  @inline(__always)
  static func key(_ name: UnsafePointer<UInt8>, _ length: Int) -> UInt64 {
    var key: UInt64 = 0
    for index in 0..<min(length, 7) { key = key << 8 | UInt64(name[index] | 0x20) }
    return key << 8 | UInt64(UInt8(truncatingIfNeeded: length))
  }

  @inline(__always)
  private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 54)
  }

  @inline(__always)
  func tag(_ name: UnsafePointer<UInt8>, _ length: Int) -> Tag {
    let key = Self.key(name, length)
    var slot = Self.slot(key)
    return keys.withUnsafeBufferPointer { keys in
      while keys[slot] != 0 {
        if keys[slot] == key { return values.withUnsafeBufferPointer { $0[slot] } }
        slot = (slot + 1) & 1023
      }
      return .other
    }
  }
}
