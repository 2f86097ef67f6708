/// The way of a page of HTML to an article.
struct HTMLExtraction {
  let options: ExtractOptions
  let boilerplate: Boilerplate

  func run(_ text: UnsafeBufferPointer<UInt8>, _ decoded: DecodedPage, _ article: inout Article) {
    let filter = Prefilter(text)
    filter.bytes.withUnsafeBufferPointer { filtered in
      guard let parser = PageParser(filtered, nodeLimit: options.nodeLimit) else {
        article.remark = "no text on the page"
        return
      }
      var page = parser.parse()
      guard !page.nodes.isEmpty else { return }
      for index in page.nodes.indices where page.nodes[index].parent >= 0 {
        if page.nodes[Int(page.nodes[index].parent)].marks.contains(.link) {
          page.nodes[index].marks.insert(.link)
        }
      }
      var finder = ContentFinder(page: page, filtered: filtered)
      var reader = PassageReader(
        page: page, filtered: filtered, skipped: finder.skipped, senses: finder.senses)
      var passages = reader.read()
      finder.choose(&passages)

      let metadata = Metadata(page: page, decoded: text, jsonLD: filter.jsonLD)
      func plain(_ passage: Passage) -> [UInt8] {
        var writer = TextWriter(
          page: page, filtered: filtered, skipped: finder.skipped, filterMap: OffsetMap(),
          decodeMap: OffsetMap())
        writer.write(passage)
        return writer.text
      }
      let titleFinder = TitleFinder(page: page, filtered: filtered)
      let (title, titlePage) = titleFinder.find(
        metadata, passages: passages, junk: finder.junk, senses: finder.senses, text: plain)
      var skipped = finder.skipped
      while skipped.count < titlePage.nodes.count { skipped.append(false) }

      PassageFilter(boilerplate: boilerplate, plain: plain).drop(
        &passages, titlePlace: title?.place, title: title?.text)

      var writer = TextWriter(
        page: titlePage, filtered: filtered, skipped: skipped, filterMap: filter.map,
        decodeMap: decoded.map)
      if let passage = title?.passage { writer.write(passage, as: .title) }
      let hasTitle = !writer.text.isEmpty
      var kept = 0
      for passage in passages where !passage.isJunk {
        writer.write(passage)
        kept += passage.sourceLength
      }
      article.text = writer.text
      article.blocks = writer.blocks
      article.sourceMap = writer.sourceMap
      article.bodyStart =
        hasTitle ? min(writer.text.count, writer.blocks[0].range.upperBound + 1) : 0
      article.title = title.map { Sourced($0.text, source: $0.source) }
      article.publisher = metadata.publisher
      article.author = metadata.author
      article.published =
        metadata.published
        ?? PageDates(page: page).find(
          passages: passages, titlePlace: title?.place, senses: finder.senses, plain)
      article.modified = metadata.modified
      article.url = article.url ?? metadata.url
      article.language = metadata.language
      article.kind = PageKindReader.kind(article)
      article.losses.kept = kept
      article.losses.cut += filter.cut
      if page.isCut {
        article.remark = "only the first \(options.nodeLimit) elements were read"
      } else if filter.cut > 0 {
        article.remark = "a script without an end cut the page"
      } else if filter.droppedTags > 0 {
        article.remark = "\(filter.droppedTags) elements nested too deep were flattened"
      }
    }
  }
}
