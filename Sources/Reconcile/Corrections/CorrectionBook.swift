public import Interpret
public import Lexicon

/// A document as corrections look for it.
public struct CorrectableDocument: Sendable, Hashable {
  public let address: String
  public let sha256: String?
  /// The document whose copy or part this one is, or its own address.
  public let original: String
  /// Whether its text could be read.
  public let isRead: Bool

  public init(address: String, sha256: String?, original: String, isRead: Bool) {
    self.address = address
    self.sha256 = sha256
    self.original = original
    self.isRead = isRead
  }
}

/// A claim after the corrections: as read, and as it goes into results.
public struct CorrectedClaim: Sendable, Hashable {
  public let read: IdentifiedClaim
  /// Nil when a person rejected it.
  public let claim: Claim?
  /// Identifiers of the corrections that made it so, in the order of the file.
  public let corrections: [String]
}

/// What became of one correction.
public struct CorrectionOutcome: Sendable, Hashable {
  public let correction: Correction
  public let state: CorrectionState
  /// Why it could not be applied.
  public let reason: String?
  /// Address of the document in which it was looked for; nil when there is none.
  public let document: String?
  /// The claims that it changed, in ascending order.
  public let claims: [String]
  /// What the program read in the field that was changed.
  public let was: String?
}

/// Holds all corrections against all documents, one document after the other.
///
/// A correction of a document holds in its copies too: a sentence that was printed twice is wrong twice.
public struct CorrectionBook: Sendable {
  public let corrections: [Correction]
  private let fields: ClaimFields
  /// Positions of the corrections by the documents that they may concern.
  private var byDocument: [String: [Int]] = [:]
  private var progress: [Progress]

  private struct Progress: Sendable {
    var home: String?
    var state = CorrectionState.orphaned
    var reason: String? = "the document is not in the corpus"
    var claims: Set<String> = []
    /// Claims in which a later correction decides otherwise.
    var overruled: Set<String> = []
    var was: String?
  }

  public init(_ corrections: [Correction], lexicon: Lexicon, documents: [CorrectableDocument]) {
    self.corrections = corrections
    fields = ClaimFields(lexicon)
    progress = corrections.map { _ in Progress() }
    guard !corrections.isEmpty else { return }
    let byAddress = Dictionary(documents.map { ($0.address, $0) }) { first, _ in first }
    let byHash = Dictionary(
      documents.compactMap { document in document.sha256.map { ($0, document) } }
    ) { first, _ in first }
    var family: [String: [CorrectableDocument]] = [:]
    for document in documents { family[document.original, default: []].append(document) }
    for (position, correction) in corrections.enumerated() {
      let anchor = correction.anchor
      guard
        let home = anchor.document.flatMap({ byAddress[$0] })
          ?? anchor.sha256.flatMap({ byHash[$0] })
      else { continue }
      progress[position].home = home.address
      progress[position].reason =
        home.isRead ? "the sentence is not in the document any more" : "the page could not be read"
      for relative in family[home.original] ?? [home] {
        byDocument[relative.address, default: []].append(position)
      }
    }
  }

  /// - Parameters:
  ///   - claims: of one document, in the order of the text.
  ///   - text: the document's text, UTF-8.
  /// - Returns: as many, in the same order.
  public mutating func correct(
    _ claims: [IdentifiedClaim], of document: String, text: [UInt8]
  ) -> [CorrectedClaim] {
    guard let positions = byDocument[document] else {
      return claims.map { CorrectedClaim(read: $0, claim: $0.claim, corrections: []) }
    }
    let reflowed = ReflowText(text)
    var decisions: [Int: [Int]] = [:]
    for position in positions {
      if let index = judge(position, claims, document, reflowed) {
        decisions[index, default: []].append(position)
      }
    }
    return claims.enumerated().map { index, claim in
      corrected(claim, by: decisions[index] ?? [])
    }
  }

  /// - Returns: the claim to which the correction applies.
  private mutating func judge(
    _ position: Int, _ claims: [IdentifiedClaim], _ document: String, _ text: ReflowText
  ) -> Int? {
    let correction = corrections[position]
    switch correction.anchor.find(in: text) {
    case nil: return nil
    case .other:
      note(position, .stale, "another sentence stands where the quote stood", in: document)
      return nil
    case .quote(let place):
      let indices = claims.indices.filter { claims[$0].claim.quote.overlaps(place) }
      let match = CorrectionMatch(
        correction: correction, changes: siblings(of: correction, document), fields: fields)
      switch match.verdict(indices.map { claims[$0] }) {
      case .redundant:
        note(position, .redundant, nil, in: document)
        return nil
      case .stale(let reason):
        note(position, .stale, reason, in: document)
        return nil
      case .applies(let index):
        note(position, .applied, nil, in: document)
        progress[position].claims.insert(claims[indices[index]].id)
        if let change = correction.change, progress[position].was == nil {
          progress[position].was = fields.text(change.field, of: claims[indices[index]].claim)
        }
        return indices[index]
      }
    }
  }

  /// The changes decided of the same claim.
  private func siblings(of correction: Correction, _ document: String) -> [Correction.Change] {
    (byDocument[document] ?? []).compactMap { position in
      let other = corrections[position]
      guard other.anchor.quote == correction.anchor.quote, other.about == correction.about else {
        return nil
      }
      return other.change
    }
  }

  /// Where it applies in one of a document's copies, it applies; else its own document tells.
  private mutating func note(
    _ position: Int, _ state: CorrectionState, _ reason: String?, in document: String
  ) {
    let order: [CorrectionState] = [.applied, .superseded, .redundant, .stale, .orphaned]
    let (old, new) = (order.firstIndex(of: progress[position].state), order.firstIndex(of: state))
    guard let old, let new, new < old else { return }
    progress[position].state = state
    progress[position].reason = reason
    progress[position].home = document
  }

  /// Later rows win: a rejection over all before it, whatever comes after a rejection over that.
  private mutating func corrected(_ read: IdentifiedClaim, by positions: [Int]) -> CorrectedClaim {
    guard !positions.isEmpty else {
      return CorrectedClaim(read: read, claim: read.claim, corrections: [])
    }
    var standing: [Int] = []
    for position in positions {
      let correction = corrections[position]
      let overruled = standing.filter { earlier in
        guard let change = correction.change, let other = corrections[earlier].change else {
          return true
        }
        return change.field == other.field
      }
      for earlier in overruled { progress[earlier].overruled.insert(read.id) }
      standing.removeAll(where: overruled.contains)
      standing.append(position)
    }
    var claim: Claim? = read.claim
    for position in standing {
      switch corrections[position].action {
      case .reject: claim = nil
      case .accept: break
      case .change:
        if let change = corrections[position].change, var changed = claim {
          fields.set(change, in: &changed)
          claim = changed
        }
      }
    }
    let isAccepted = corrections[standing[0]].action == .accept
    claim?.flags = [isAccepted ? "accepted" : "corrected"]
    // A person has looked.
    claim?.confidence = .init(units: 100, scale: 2)
    return CorrectedClaim(
      read: read, claim: claim, corrections: standing.map { corrections[$0].id })
  }

  /// What became of each correction, in the order of the file; to be asked after the last document.
  public var outcomes: [CorrectionOutcome] {
    zip(corrections, progress).map { correction, progress in
      let isOverruled =
        progress.state == .applied && progress.claims.isSubset(of: progress.overruled)
      return CorrectionOutcome(
        correction: correction, state: isOverruled ? .superseded : progress.state,
        reason: isOverruled ? "a later row decides otherwise" : progress.reason,
        document: progress.home,
        claims: isOverruled ? [] : progress.claims.sorted { precedes($0, $1) }, was: progress.was)
    }
  }
}
