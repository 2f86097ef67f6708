/// A stretch of nodes that belongs together: what may become a block.
struct Passage {
  var kind: BlockKind
  /// Nodes from the first text to behind the last; text within `skipped` elements is left out.
  var nodes: Range<Int>
  var level = 0
  var number: Int?
  var group = 0
  /// The cells of a table row.
  var cells: [PassageCell] = []
  /// The innermost block element around it.
  var parent: Int
  /// Bytes of text, with white space collapsed.
  var length = 0
  /// Of those, bytes within links.
  var linkLength = 0
  /// Stretches between white space.
  var words = 0
  /// Full stops, question and exclamation marks, commas.
  var stops = 0
  /// Of the words, for finding repetitions.
  var hash: UInt64 = 0
  /// Bytes of the page that the text was made from.
  var sourceLength = 0
  var isJunk = false
  /// Stands in the page already.
  var isRepeated = false
  /// Stands on the other pages of the site too.
  var isTemplate = false
}

struct PassageCell {
  var nodes: Range<Int>
  var isHeader: Bool
  var column: Int
  var height: Int
}
