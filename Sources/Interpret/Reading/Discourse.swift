import Lexicon
import Tag

/// What a document has said so far that later sentences lean on.
struct Discourse {
  /// The body that was spoken of last, when it was one.
  var topic: Subject?
  /// The regions that were named last.
  var antecedents: Antecedents
  /// The bodies of the last list.
  var lastRun: [Subject] = []
  /// The bodies of the list items that were just read, one each.
  var listed: [Subject] = []
  /// The sentence of `lastRun`, by index.
  var lastRunSentence = -1
  /// Units that were looked at, as a sentence lists them.
  var sampled: [Subject] = []
  var year: ClaimYear?
  /// The year that was named last, if only in a comparison, and in which sentence.
  var glanced: (year: Int, sentence: Int)?
  /// A year before it that the text glanced back at, and in which block.
  var passing: (year: ClaimYear, block: Int)?
  /// Who the sentence that named the year spoke of, and in which block.
  var yearBodies: [Subject] = []
  var yearBlock = -1
  var instrument: Int32?
  var instrumentBlock = -1
  /// Values of the last sentence that had no body: "Berikut Top 45 tahun ini."
  var unbound: [StatedValue] = []
  var unboundSource: Sentence?
  /// Values of a counted set whose members may be listed next.
  var pending: Pending?
  /// The place that was told last, of whom, and in which sentence.
  var place: (rank: Int, of: Subject, sentence: Int)?
  /// The last list with its values, if the next sentences may go on with it.
  var continued: Continued?
  /// A counted set of which all have the values: "enam lokus seluruhnya hijau".
  var counted: Pending?
  /// Counted sets by their number: "11 kepala daerah" may be named two sentences later.
  var sets: [Int: Pending] = [:]
  /// The passage is about something else altogether, as it said last: an epidemic's zones.
  var isForeign = false
  /// The passage is about police, land offices and the like.
  var isVertical = false
  /// How many units were assessed, and in which block that was said.
  var unitsAssessed: (count: Int, block: Int)?

  /// "Tujuh pemda di zona merah: A (48,20), B (47,11)." — "C (43,15) dan D (40,02)."
  struct Continued {
    /// Zone, grade and category that all members have.
    let values: [StatedValue]
    /// How many members are still to be named, where the text counts them.
    let left: Int?
    /// Sentence of the last members, by index.
    let sentence: Int
    let source: Sentence
  }

  /// "Enam kabupaten masuk zona merah." — the values wait for the names.
  struct Pending {
    var values: [StatedValue]
    var count: Int?
    /// Sentence that said it, by index.
    let sentence: Int
    /// List numbers are ranks.
    var isRanking: Bool
    /// The sentence ended with a colon or a list follows: items of a list belong to it.
    var isLead: Bool
    var source: Sentence
    /// What was counted: "kabupaten", "unit".
    var level: String?
  }
}
