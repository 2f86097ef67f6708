/// Finds the day of publication in the page itself: `<time>`, microdata, and date lines near the
/// headline.
struct PageDates {
  let page: PageNodes

  func find(
    passages: [Passage], titlePlace: Int?, senses: [Senses], _ plain: (Passage) -> [UInt8]
  ) -> Sourced<PublishedDate>? {
    for index in page.nodes.indices {
      let node = page.nodes[index]
      if node.tag == .text { continue }
      let property = page.string(.itemprop, of: index) ?? ""
      if node.tag == .time || property == "datePublished" || node.tag == .abbr {
        let text =
          page.string(.datetime, of: index) ?? page.string(.content, of: index)
          ?? (node.tag == .abbr ? page.string(.title, of: index) : nil)
        if let date = text.flatMap(DateReader.metadata) { return Sourced(date, source: "time") }
      }
    }
    // Lines near the headline, then any short line that is a date.
    let title = titlePlace ?? 0
    var order = Array(title..<min(passages.count, title + 12))
    order += Array(max(0, title - 6)..<title).reversed()
    for place in order where place < passages.count {
      let passage = passages[place]
      // A line of its own, not a sentence that speaks of a day.
      let isByline = passage.parent < senses.count && senses[passage.parent].contains(.byline)
      guard passage.kind != .caption, passage.length < (isByline ? 200 : 90), passage.stops < 4
      else { continue }
      let text = String(decoding: plain(passage), as: UTF8.self)
      if let date = DateReader.line(text) { return Sourced(date, source: "text") }
    }
    return nil
  }
}
