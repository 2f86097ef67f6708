internal import CLibXML2

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Owns a libxml2 parser over one filtered page and lets its events run into flat arrays.
/// No tree is built, nothing is loaded, and only the entities of HTML are replaced.
struct PageParser: ~Copyable {
  private let context: xmlParserCtxtPtr
  private let state: UnsafeMutablePointer<ParserState>

  /// Once in a process, before any parser runs.
  private static let prepared: Void = {
    ParserMemory.install()
    xmlInitParser()
  }()

  /// Nil when the page is empty or memory is short. `page` must outlive the parser.
  init?(_ page: UnsafeBufferPointer<UInt8>, nodeLimit: Int) {
    _ = Self.prepared
    tilik_silence_errors()
    guard let base = page.baseAddress, page.count > 0, page.count < Int(Int32.max),
      let context = htmlCreateMemoryParserCtxt(
        UnsafeRawPointer(base).assumingMemoryBound(to: CChar.self), Int32(page.count))
    else { return nil }
    self.context = context
    state = .allocate(capacity: 1)
    state.initialize(
      to: ParserState(base: base, count: page.count, nodeLimit: nodeLimit, context: context))
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    htmlCtxtUseOptions(context, Int32(bitPattern: UInt32(options)))
    let sax = context.pointee.sax!
    memset(sax, 0, MemoryLayout<xmlSAXHandler>.size)
    sax.pointee.initialized = 1
    sax.pointee.startElement = { data, name, attributes in
      data!.assumingMemoryBound(to: ParserState.self).pointee.open(name!, attributes)
    }
    sax.pointee.endElement = { data, name in
      data!.assumingMemoryBound(to: ParserState.self).pointee.close(name!)
    }
    sax.pointee.characters = { data, text, length in
      data!.assumingMemoryBound(to: ParserState.self).pointee.text(text!, Int(length))
    }
    sax.pointee.ignorableWhitespace = sax.pointee.characters
    context.pointee.userData = UnsafeMutableRawPointer(state)
    xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
  }

  deinit {
    if let document = context.pointee.myDoc {
      xmlFreeDoc(document)
      context.pointee.myDoc = nil
    }
    htmlFreeParserCtxt(context)
    state.deinitialize(count: 1)
    state.deallocate()
  }

  consuming func parse() -> PageNodes {
    let before = ParserMemory.refusals
    htmlParseDocument(context)
    // libxml2 gives what it had until then as if it were all.
    if context.pointee.errNo == XML_ERR_NO_MEMORY.rawValue || ParserMemory.refusals != before {
      state.pointee.page.isShort = true
    }
    state.pointee.finish()
    return state.pointee.page
  }
}

/// What the events are written to.
private struct ParserState {
  let base: UnsafePointer<UInt8>
  let count: Int
  let nodeLimit: Int
  let context: xmlParserCtxtPtr
  /// `HTML_PARSER_BIG_BUFFER_SIZE` of libxml2's HTMLparser.c.
  private static let parserBuffer = 1000
  var page = PageNodes()
  private var open: [Int32] = []
  /// Behind the last text, in the filtered page: text never stands before it.
  private var textEnd = 0
  private let tags = TagTable.shared
  private let attributes = AttributeTable.shared

  init(base: UnsafePointer<UInt8>, count: Int, nodeLimit: Int, context: xmlParserCtxtPtr) {
    self.base = base
    self.count = count
    self.nodeLimit = nodeLimit
    self.context = context
    page.nodes.reserveCapacity(min(nodeLimit, count / 24 + 64))
    page.names.reserveCapacity(count / 8 + 64)
    open.reserveCapacity(64)
  }

  mutating func open(
    _ name: UnsafePointer<UInt8>, _ values: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    let nameLength = length(name)
    let tag = tags.tag(name, nameLength)
    guard page.nodes.count < nodeLimit else {
      page.isCut = true
      xmlStopParser(context)
      return
    }
    var node = Node(
      tag: tag, parent: open.last ?? -1, end: 0, start: Int32(page.names.count), length: 0,
      from: Int32(page.attributes.count))
    if tag == .a { node.marks.insert(.link) }
    // The name of an element that the page made up says what a class would.
    if tag == .other, memchr(name, Int32(UInt8(ascii: "-")), nameLength) != nil {
      node.marks.insert(.custom)
      page.names.append(contentsOf: UnsafeBufferPointer(start: name, count: nameLength))
      node.length = Int32(nameLength)
    }
    if let values {
      var index = 0
      // Class and id first: they stand together.
      while let attribute = values[index] {
        let value = values[index + 1]
        index += 2
        guard let value else { continue }
        let kind = attributes.attribute(attribute, length(attribute))
        if kind == .classes || kind == .id {
          if page.names.count > Int(node.start) { page.names.append(0x20) }
          page.names.append(
            contentsOf: UnsafeBufferPointer(start: value, count: length(value)))
        }
      }
      node.length = Int32(page.names.count) - node.start
      index = 0
      while let attribute = values[index] {
        let value = values[index + 1]
        index += 2
        let kind = attributes.attribute(attribute, length(attribute))
        guard kind != .classes, kind != .id, kind != .none else { continue }
        let start = page.names.count
        if let value {
          page.names.append(
            contentsOf: UnsafeBufferPointer(start: value, count: length(value)))
        }
        page.attributes.append(
          AttributeValue(
            attribute: kind, start: Int32(start), length: Int32(page.names.count - start)))
      }
      node.fromLength = Int32(page.attributes.count) - node.from
    }
    if tags.isVoid[Int(tag.rawValue)] {
      node.end = Int32(page.nodes.count + 1)
    } else {
      open.append(Int32(page.nodes.count))
    }
    page.nodes.append(node)
  }

  @inline(__always)
  private func length(_ text: UnsafePointer<UInt8>) -> Int {
    strlen(UnsafeRawPointer(text).assumingMemoryBound(to: CChar.self))
  }

  mutating func close(_ name: UnsafePointer<UInt8>) {
    let tag = tags.tag(name, length(name))
    if tags.isVoid[Int(tag.rawValue)] { return }
    // The events are balanced, but for what was left out when the page was cut.
    guard let last = open.last, page.nodes[Int(last)].tag == tag else { return }
    page.nodes[Int(last)].end = Int32(page.nodes.count)
    open.removeLast()
  }

  mutating func finish() {
    while let last = open.popLast() { page.nodes[Int(last)].end = Int32(page.nodes.count) }
  }

  mutating func text(_ text: UnsafePointer<UInt8>, _ length: Int) {
    guard length > 0 else { return }
    let position = tilik_position(context)
    // A chunk that fills the parser's buffer is handed on before its last character is consumed.
    if length >= Self.parserBuffer {
      var back = 1
      while back < 4, text[length - back] & 0xC0 == 0x80 { back += 1 }
      if add(text, length, endingAt: position + back) { return }
    }
    if add(text, length, endingAt: position) { return }
    // A lone `<` is handed on before it is consumed.
    if length == 1, text[0] == UInt8(ascii: "<"), !isBehindEntity(position),
      add(text, length, endingAt: position + 1)
    {
      return
    }
    addEntity(text, length, endingAt: position)
  }

  /// Adds text that stands in the page as it is, unless it does not.
  private mutating func add(
    _ text: UnsafePointer<UInt8>, _ length: Int, endingAt end: Int
  ) -> Bool {
    let start = end - length
    guard start >= textEnd, end <= count, memcmp(base + start, text, length) == 0 else {
      return false
    }
    append(start: start, length: length)
    return true
  }

  /// The ampersand of the entity that ends at `end`, if there is one.
  private func ampersand(before end: Int) -> Int? {
    var start = min(end, count) - 1
    let floor = textEnd
    while start >= floor {
      if base[start] == UInt8(ascii: "&") { return start }
      start -= 1
    }
    return nil
  }

  private func isBehindEntity(_ position: Int) -> Bool {
    position > 0 && position <= count && base[position - 1] == UInt8(ascii: ";")
      && ampersand(before: position) != nil
  }

  private mutating func append(start: Int, length: Int) {
    textEnd = start + length
    let last = page.nodes.count - 1
    let parent = open.last ?? -1
    if last >= 0, page.nodes[last].tag == .text, page.nodes[last].marks.isEmpty,
      page.nodes[last].parent == parent,
      Int(page.nodes[last].start + page.nodes[last].length) == start
    {
      page.nodes[last].length += Int32(length)
      return
    }
    page.nodes.append(
      Node(
        tag: .text, parent: parent, end: Int32(page.nodes.count + 1), start: Int32(start),
        length: Int32(length)))
  }

  private mutating func addEntity(
    _ text: UnsafePointer<UInt8>, _ length: Int, endingAt end: Int
  ) {
    guard let start = ampersand(before: end) else {
      appendSpare(text, length, from: max(0, min(end, count)), 0)
      return
    }
    // An ampersand that begins no entity; the name behind it comes as text of its own.
    if length == 1, text[0] == UInt8(ascii: "&"), !Self.isKnownAmpersand(base, start, end) {
      append(start: start, length: 1)
      return
    }
    if length == 2, text[0] == 0xC2, text[1] >= 0x80, text[1] < 0xA0,
      let scalar = Charset.windows1252(text[1])
    {
      var bytes: [UInt8] = []
      appendScalar(scalar, to: &bytes)
      bytes.withUnsafeBufferPointer {
        appendSpare($0.baseAddress!, $0.count, from: start, end - start)
      }
      return
    }
    appendSpare(text, length, from: start, end - start)
  }

  /// `&amp;` and its numbers: an ampersand made from more than itself.
  private static func isKnownAmpersand(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    guard end > start + 1,
      base[end - 1] == UInt8(ascii: ";") || base[start + 1] == UInt8(ascii: "#")
    else { return false }
    return base[start + 1] == UInt8(ascii: "#") || end - start == 5
  }

  private mutating func appendSpare(
    _ text: UnsafePointer<UInt8>, _ length: Int, from: Int, _ fromLength: Int
  ) {
    page.nodes.append(
      Node(
        tag: .text, marks: .entity, parent: open.last ?? -1, end: Int32(page.nodes.count + 1),
        start: Int32(page.spare.count), length: Int32(length), from: Int32(from),
        fromLength: Int32(fromLength)))
    page.spare.append(contentsOf: UnsafeBufferPointer(start: text, count: length))
    textEnd = max(textEnd, from + fromLength)
  }
}
