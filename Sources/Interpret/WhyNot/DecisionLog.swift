import Tag

/// Notes, while a document is read, which candidates were dropped and why.
///
/// Reading asks for it only where it drops something, and no log is kept unless one is wanted.
final class DecisionLog {
  /// A value that came to nothing.
  struct Decision {
    enum Reason: Equatable {
      /// The instrument, by row, has no results here.
      case foreignInstrument(Int32?)
      /// The passage is about another assessment, by its last words.
      case foreignPassage
      /// The value is none that the instrument, by row, can have.
      case offScale(Int32)
      /// The sentence and those before it name nobody whose value it could be.
      case nobody
      /// A place alone, where nothing says in which assessment.
      case rankAlone
      /// What a body of the central government, or one that stays open, has.
      case otherBody
    }

    let reason: Reason
    /// Item of the document.
    let item: Int
    let value: StatedValue
  }

  private(set) var decisions: [Int: Decision] = [:]

  /// The first reason counts: a value may be tried again for another body.
  func note(_ reason: Decision.Reason, _ values: [StatedValue]) {
    for value in values where decisions[value.item] == nil {
      decisions[value.item] = Decision(reason: reason, item: value.item, value: value)
    }
  }
}
