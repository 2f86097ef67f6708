/// The way of a page of HTML to an article.
struct HTMLExtraction {
  let options: ExtractOptions
  let boilerplate: Boilerplate
  let template: SiteTemplate?

  func run(_ text: UnsafeBufferPointer<UInt8>, _ decoded: DecodedPage, _ article: inout Article) {
    let filter = Prefilter(text)
    filter.bytes.withUnsafeBufferPointer { filtered in
      guard let parser = PageParser(filtered, nodeLimit: options.nodeLimit) else {
        article.remark = filtered.isEmpty ? "no text on the page" : Extractor.memoryRemark
        return
      }
      var page = parser.parse()
      guard !page.isShort else {
        article.remark = Extractor.memoryRemark
        return
      }
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
      let reading = PlainReader(page: page, filtered: filtered, skipped: finder.skipped)
      func plain(_ passage: Passage) -> [UInt8] { reading.text(of: passage.nodes) }
      let titleFinder = TitleFinder(page: page, filtered: filtered)
      let (title, titlePage) = titleFinder.find(
        metadata, passages: passages, junk: finder.junk, senses: finder.senses, text: plain)
      var skipped = finder.skipped
      while skipped.count < titlePage.nodes.count { skipped.append(false) }

      PassageFilter(boilerplate: boilerplate, template: template, plain: plain).drop(
        &passages, titlePlace: title?.place, title: title?.text)

      var writer = TextWriter(
        page: titlePage, filtered: filtered, skipped: skipped, filterMap: filter.map,
        decodeMap: decoded.map)
      if let passage = title?.passage { writer.write(passage, as: .title) }
      let hasTitle = !writer.text.isEmpty
      for passage in passages where !passage.isJunk { writer.write(passage) }
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
      let savedFrom = SavedFrom.address(in: text)
      article.addresses =
        [article.url?.value, savedFrom].compactMap { $0 } + metadata.addresses
      article.url =
        article.url ?? metadata.url ?? savedFrom.map { Sourced($0, source: "comment") }
      article.next = metadata.next
      article.previous = metadata.previous
      article.language = metadata.language
      article.kind = PageKindReader.kind(
        article, isListing: finder.isListing, isDeclaredArticle: metadata.isDeclaredArticle)
      account(page, passages, title: title, skipped: finder.skipped, &article.losses)
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

  /// Adds up what was kept, dropped and repeated, in bytes of the decoded page.
  private func account(
    _ page: PageNodes, _ passages: [Passage], title: TitleFinder.Found?, skipped: [Bool],
    _ losses: inout LossLedger
  ) {
    for (place, passage) in passages.enumerated() {
      if !passage.isJunk || place == title?.place {
        losses.kept += passage.sourceLength
      } else if passage.isRepeated {
        losses.repeated += passage.sourceLength
      } else if passage.isTemplate {
        losses.template += passage.sourceLength
      } else {
        losses.furniture += passage.sourceLength
      }
    }
    // Text of elements that no browser shows.
    var index = 0
    while index < page.nodes.count {
      guard skipped[index] else {
        index += 1
        continue
      }
      let end = max(index + 1, Int(page.nodes[index].end))
      for inner in index..<end where page.nodes[inner].tag == .text {
        let node = page.nodes[inner]
        losses.furniture += Int(node.marks.contains(.entity) ? node.fromLength : node.length)
      }
      index = end
    }
    if let title, title.place == nil, let passage = title.passage {
      // The document's title stands in the head, which was counted just now.
      losses.kept += passage.length
      losses.furniture -= passage.length
    }
  }
}
