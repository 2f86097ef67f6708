public import Dataset

/// The answer to a question why something is not in a dataset.
public struct WhyNotReport: Sendable {
  /// A place that could have held it.
  public struct Miss: Sendable {
    /// Address of the document.
    public let document: String
    /// The sentence, as the page has it.
    public let sentence: String
    /// Conditions in words.
    public let met: [String]
    /// None for a result that is there.
    public let failed: [String]
    /// Names of the rules that took part.
    public let rules: [String]
  }

  /// What was asked for: `Kota Contoh (99.71), 2023, score`.
  public let title: String
  /// Documents that were read, and that could not be.
  public let documents: Int
  /// Documents that could not be read.
  public let unread: Int
  /// Documents that name the region.
  public let naming: Int
  /// The nearest first; results, which fail nothing, before them.
  public let misses: [Miss]

  /// Results that are there, which the question took for missing.
  public var results: Int { misses.count { $0.failed.isEmpty } }
}

extension WhyNotReport {
  /// For people.
  /// - Parameter limit: misses that are shown.
  public func text(limit: Int) -> String {
    var lines = [title + ": " + verdict]
    for miss in misses.prefix(limit) {
      lines += ["", miss.document, "  “\(miss.sentence)”"]
      let count = "\(miss.met.count) of \(miss.met.count + miss.failed.count) conditions met"
      lines.append("  \(count): " + (miss.met.isEmpty ? "none" : miss.met.joined(separator: "; ")))
      lines += miss.failed.map { "  not met: \($0)" }
      if !miss.rules.isEmpty { lines.append("  rule: " + miss.rules.joined(separator: ", ")) }
    }
    if misses.count > limit {
      lines += ["", "and \(misses.count - limit) places that are farther from it (--limit)"]
    }
    return lines.joined(separator: "\n")
  }

  private var verdict: String {
    let read =
      (documents == 1 ? "1 document read" : "\(documents) documents read")
      + (unread > 0 ? ", \(unread) could not be" : "")
    guard naming > 0 else { return "no document names the region (\(read))" }
    let named = naming == 1 ? "1 names the region" : "\(naming) name the region"
    guard results == 0 else {
      let there = results == 1 ? "it is there, in 1 claim" : "it is there, in \(results) claims"
      return "\(there) (\(read), \(named))"
    }
    return "not found; the nearest misses (\(read), \(named)):"
  }

  /// The same for programs, all of it.
  public var json: JSON {
    func list(_ texts: [String]) -> JSON { .array(texts.map(JSON.string)) }
    return .object([
      .init("question", .string(title)), .init("documents", .number(String(documents))),
      .init("unread", .number(String(unread))), .init("naming", .number(String(naming))),
      .init("results", .number(String(results))),
      .init(
        "misses",
        .array(
          misses.map { miss in
            .object([
              .init("document", .string(miss.document)), .init("sentence", .string(miss.sentence)),
              .init("met", list(miss.met)), .init("failed", list(miss.failed)),
              .init("rules", list(miss.rules)),
            ])
          })),
    ])
  }
}
