/// How many facts were found, and how well.
public struct Tally: Sendable, Hashable {
  /// Found, and so.
  public let right: Int
  /// Found, and not so.
  public let wrong: Int
  /// So, and not found.
  public let missed: Int

  /// Share of what was found that is right; 1 where nothing was.
  public var precision: Double {
    right + wrong == 0 ? 1 : Double(right) / Double(right + wrong)
  }

  /// Share of what is so that was found; 1 where nothing is.
  public var recall: Double {
    right + missed == 0 ? 1 : Double(right) / Double(right + missed)
  }

  /// Harmonic mean of precision and recall.
  public var f1: Double {
    let sum = precision + recall
    return sum == 0 ? 0 : 2 * precision * recall / sum
  }
}

/// One fact that was missed or is wrong, with the sentence behind it.
public struct EvaluationError: Sendable, Hashable {
  /// Whether it was missed, else it is wrong.
  public let isMissed: Bool
  /// Address of the document.
  public let document: String
  /// Region, unit, instrument, year, field, value.
  public let fact: [String]
  /// The claim's sentence for a wrong fact, the label's quote for a missed one, where there is one.
  public let quote: String?
  /// Id of the claim of a wrong fact.
  public let claim: String?
}

/// How a dataset's claims compare with hand labels.
public struct EvaluationReport: Sendable, Hashable {
  /// The tally of a part of the facts.
  public struct Row: Sendable, Hashable {
    /// Of the field, instrument or way of counting.
    public let name: String
    /// How many of them were found.
    public let tally: Tally
  }

  /// Claims of about the same confidence, and how many of them are right: when confidence means what
  /// it says, the share is the confidence.
  public struct Reliability: Sendable, Hashable {
    /// The least confidence of the row; each row spans 0.05.
    public let from: Double
    /// How many there are.
    public internal(set) var claims: Int
    /// Claims without a wrong fact.
    public internal(set) var right: Int
    /// Their mean.
    public internal(set) var confidence: Double
  }

  /// Documents that are labelled.
  public let documents: Int
  /// Every part of a fact must be right.
  public let strict: Tally
  /// The same with parts left out: `no_instrument`, `no_year`, `region_value`, `value`.
  public let relaxed: [Row]
  /// By what is stated: score, zone, grade, category, rank.
  public let byField: [Row]
  /// By family of instruments; an empty name for facts without one.
  public let byInstrument: [Row]
  /// By pattern of the catalogue, where labels name any.
  public let byPattern: [Row]
  /// From the most confident claims down.
  public let reliability: [Reliability]
  /// Facts claimed as reached that are targets, wishes or denials.
  public let falseAchievements: Int
  /// Targets, hypotheticals and denials, which are scored apart.
  public let otherStatus: Tally
  /// Documents without a wrong or missed fact.
  public let documentsAllRight: Int
  /// By document, the missed before the wrong.
  public let errors: [EvaluationError]
}

extension EvaluationReport {
  /// For people: a line per figure.
  public var text: String {
    var lines = ["documents        \(documents)"]
    lines.append(Self.line("strict", strict))
    lines += relaxed.map { Self.line($0.name, $0.tally) }
    lines.append("by field")
    lines += byField.map { Self.line("  " + $0.name, $0.tally) }
    lines.append("by instrument")
    lines += byInstrument.map {
      Self.line("  " + ($0.name.isEmpty ? "(none)" : $0.name), $0.tally)
    }
    if !byPattern.isEmpty {
      lines.append("by pattern")
      lines += byPattern.map { Self.line("  " + $0.name, $0.tally) }
    }
    if !reliability.isEmpty {
      lines.append("claims by confidence")
      lines += reliability.map(Self.line)
    }
    lines.append("false achievements  \(falseAchievements)")
    lines.append(Self.line("other status", otherStatus))
    lines.append("documents all right  \(documentsAllRight)/\(documents)")
    return lines.joined(separator: "\n") + "\n"
  }

  /// For people: each missed and each wrong fact under its document.
  public var errorText: String {
    var text = ""
    var document: String?
    for error in errors {
      if error.document != document {
        text += "\n\(error.document)\n"
        document = error.document
      }
      text += "   \(error.isMissed ? "MISSED" : "WRONG ")  "
      text += error.fact.joined(separator: " | ") + "\n"
      if let quote = error.quote {
        let words = quote.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        text += "           " + (error.claim.map { "[\($0)] " } ?? "") + "“\(words)”\n"
      }
    }
    return text
  }

  private static func line(_ bin: Reliability) -> String {
    func share(_ value: Double) -> String { FactNumber.share(value, places: 2) }
    let rightShare = share(Double(bin.right) / Double(bin.claims))
    return "  \(share(bin.from)) and more  mean \(share(bin.confidence)), right \(rightShare)  "
      + "(\(bin.right) of \(bin.claims))"
  }

  private static func line(_ name: String, _ tally: Tally) -> String {
    func share(_ value: Double) -> String { FactNumber.share(value, places: 3) }
    let padding = String(repeating: " ", count: max(1, 17 - name.utf8.count))
    return "\(name)\(padding)P \(share(tally.precision)) R \(share(tally.recall)) "
      + "F1 \(share(tally.f1))  (\(tally.right) right, \(tally.wrong) wrong, "
      + "\(tally.missed) missed)"
  }
}
