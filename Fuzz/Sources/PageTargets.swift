import Crawl
import Extract
import Interpret
import Lexicon
import Tag

/// A page to its text: every kept range leads back to bytes of the page.
struct HTMLTarget: FuzzTarget {
  let extractor = Extractor()

  func run(_ input: [UInt8]) {
    _ = article(of: input, extractor)
  }

  func article(of input: [UInt8], _ extractor: Extractor) -> Article {
    let page = SavedPage(
      address: "a.html", bytes: input, format: .html, sha256: String(repeating: "0", count: 64))
    let article = extractor.extract(page)
    precondition(article.text.isEmpty || String(validating: article.text, as: UTF8.self) != nil)
    precondition((0...article.text.count).contains(article.bodyStart))
    var end = 0
    for run in article.sourceMap.runs {
      let text = Int(run.text)..<Int(run.text + run.textLength)
      let raw = Int(run.raw)..<Int(run.raw + run.rawLength)
      precondition(text.lowerBound >= end && text.upperBound <= article.text.count, "text")
      precondition(!raw.isEmpty && raw.upperBound <= input.count, "raw")
      if run.isCopy { precondition(article.text[text].elementsEqual(input[raw]), "no copy") }
      end = text.upperBound
    }
    for block in article.blocks {
      precondition(block.range.upperBound <= article.text.count, "block")
    }
    return article
  }
}

/// A page to its claims, with the tables and rules of the pipeline.
struct ReadingTarget: FuzzTarget {
  private let html = HTMLTarget()
  private let tagger: Tagger
  private let interpreter: Interpreter

  init() {
    do {
      let lexicon = try Lexicon(folder: "pipelines/compliance/lexicon")
      tagger = Tagger(lexicon: lexicon)
      interpreter = Interpreter(
        lexicon: lexicon, rules: try RuleSet(folder: "pipelines/compliance/rules", lexicon: lexicon)
      )
    } catch {
      fatalError("\(error)")
    }
  }

  func run(_ input: [UInt8]) {
    let article = html.article(of: input, html.extractor)
    let reading = interpreter.interpret(tagger.tag(article))
    for claim in reading.claims {
      for range in [claim.quote] + claim.evidence.map(\.range) {
        precondition(range.lowerBound >= 0 && range.upperBound <= article.text.count, "place")
      }
    }
  }
}
