/// Reads the text of passages, white space collapsed, without the way back: for looking at.
struct PlainReader {
  let page: PageNodes
  let filtered: UnsafeBufferPointer<UInt8>
  let skipped: [Bool]

  func text(of range: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    var pending = false
    page.nodes.withUnsafeBufferPointer { nodes in
      page.spare.withUnsafeBufferPointer { spare in
        var index = range.lowerBound
        while index < range.upperBound {
          let node = nodes[index]
          guard node.tag == .text else {
            if skipped[index] {
              index = max(index + 1, Int(node.end))
            } else {
              if node.tag == .br || node.tag == .td || node.tag == .th { pending = true }
              index += 1
            }
            continue
          }
          let bytes = UnsafeBufferPointer(
            rebasing: (node.marks.contains(.entity) ? spare : filtered)[
              Int(node.start)..<Int(node.start + node.length)])
          var at = 0
          while at < bytes.count {
            let byte = bytes[at]
            if isSpace(byte) {
              pending = true
            } else if byte == 0xC2, at + 1 < bytes.count, bytes[at + 1] == 0xA0 {
              pending = true
              at += 1
            } else {
              if pending, !result.isEmpty { result.append(0x20) }
              pending = false
              result.append(byte)
            }
            at += 1
          }
          index += 1
        }
      }
    }
    return result
  }
}
