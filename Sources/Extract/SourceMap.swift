/// The way back: which bytes of the saved page each piece of an article's text was made from.
///
/// Runs stand in the order of the text. Text between two runs (the line feed between blocks, the tab
/// between cells) was made from nothing. Within a run of equal lengths on both sides whose `isCopy` is
/// set the bytes are the same on both sides; otherwise the run stands for the whole of its raw bytes
/// (an entity, a character of another character set, a stretch of white space).
public struct SourceMap: Sendable, Hashable {
  /// A stretch of the text and the bytes of the saved page that it came from, each as an offset and a length
  /// in bytes. In a copy both are the same bytes, so that an offset inside leads to an offset inside.
  public struct Run: Sendable, Hashable {
    public let text: Int32
    public fileprivate(set) var textLength: Int32
    public let raw: Int32
    public fileprivate(set) var rawLength: Int32
    public let isCopy: Bool

    public init(text: Int32, textLength: Int32, raw: Int32, rawLength: Int32, isCopy: Bool) {
      self.text = text
      self.textLength = textLength
      self.raw = raw
      self.rawLength = rawLength
      self.isCopy = isCopy
    }
  }

  public private(set) var runs: [Run] = []

  public init() {}

  /// Adds a run behind the last one; runs that continue one another byte by byte become one.
  public mutating func append(_ run: Run) {
    guard run.textLength > 0 else { return }
    let end = runs.count - 1
    if end >= 0, run.isCopy, runs[end].isCopy,
      runs[end].text + runs[end].textLength == run.text,
      runs[end].raw + runs[end].rawLength == run.raw
    {
      runs[end].textLength += run.textLength
      runs[end].rawLength += run.rawLength
    } else {
      runs.append(run)
    }
  }

  /// The raw bytes from the first to the last byte that `range` of the text was made from, or nil when
  /// it was made from none.
  public func raw(of range: Range<Int>) -> Range<Int>? {
    // The first run that ends behind the start of the range.
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if Int(runs[middle].text + runs[middle].textLength) <= range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var result: Range<Int>?
    var index = low
    while index < runs.count, Int(runs[index].text) < range.upperBound {
      let run = runs[index]
      var lower = Int(run.raw)
      var upper = lower + Int(run.rawLength)
      if run.isCopy {
        lower += max(0, range.lowerBound - Int(run.text))
        upper -= max(0, Int(run.text + run.textLength) - range.upperBound)
      }
      result = min(result?.lowerBound ?? lower, lower)..<max(result?.upperBound ?? upper, upper)
      index += 1
    }
    return result
  }
}
