public import Dataset

/// What the loss of each rule or row changed.
public struct MutationReport: Sendable {
  /// What was taken away, one at a time.
  public enum Kind: String, Sendable {
    case rules, rows
  }

  /// What one rule or row is missed by.
  public struct Loss: Sendable {
    /// `file:line`.
    public let place: String
    /// The rule's name, or the row's words.
    public let name: String
    /// Pages and examples in which it has a part.
    public internal(set) var met = 0
    /// Examples of the rule that read differently without it.
    public internal(set) var ownExamples = 0
    /// Examples of other rules that read differently without it.
    public internal(set) var otherExamples = 0
    /// Pages that read differently without it, by address.
    public internal(set) var pages: [String] = []
    /// Facts of labels that are read more, or less, without it.
    public internal(set) var right = 0
    /// Facts that are wrong and were not, or the reverse.
    public internal(set) var wrong = 0

    init(place: String, name: String) {
      self.place = place
      self.name = name
    }

    /// Whether neither an example nor a page reads differently without it.
    public var changesNothing: Bool { ownExamples + otherExamples == 0 && pages.isEmpty }
    /// More right or fewer wrong facts, and none the other way.
    public var isGain: Bool { right >= 0 && wrong <= 0 && right - wrong > 0 }
  }

  /// What was taken away.
  public let kind: Kind
  /// In the order of the files.
  public let losses: [Loss]
  /// Examples that were read.
  public let examples: Int
  /// Pages that were read.
  public let pages: Int
  /// Those of the pages that have labels.
  public let labelled: Int
  /// Of all labelled pages with everything in place.
  public let tally: Tally

  /// What is met and not missed.
  public var idle: [Loss] { losses.filter { $0.changesNothing && $0.met > 0 } }
  /// What no page and no example has.
  public var unmet: [Loss] { losses.filter { $0.met == 0 } }
  /// What is met by nothing or missed by nothing.
  public var dead: [Loss] { losses.filter(\.changesNothing) }
  /// What is better done without.
  public var gains: [Loss] { losses.filter(\.isGain) }
}

extension MutationReport {
  /// For people.
  /// - Parameter all: every rule or row, not only those that nothing misses.
  public func text(all: Bool) -> String {
    var lines = [heading]
    section("whose loss changes nothing", idle, &lines) { "met \($0.met) ×" }
    if kind == .rules || all {
      section("that no page and no example has", unmet, &lines) { _ in nil }
    } else if !unmet.isEmpty {
      lines.append("\(noun(unmet.count)) that no page and no example has (--all lists them)")
    }
    section("without which the labels are read better", gains, &lines, effect)
    if all {
      section("that are missed", losses.filter { !$0.changesNothing && !$0.isGain }, &lines, effect)
    }
    if dead.isEmpty, gains.isEmpty { lines.append("each of them is missed") }
    return lines.joined(separator: "\n")
  }

  private var heading: String {
    var parts = [noun(losses.count), "\(examples) examples", "\(pages) pages"]
    if labelled > 0 {
      parts.append(
        "\(labelled) of them labelled (F1 \(FactNumber.share(tally.f1, places: 3)): \(tally.right) right, "
          + "\(tally.wrong) wrong, \(tally.missed) missed)")
    }
    return parts.joined(separator: ", ")
  }

  private func noun(_ count: Int) -> String {
    count == 1 ? "1 \(kind.rawValue.dropLast())" : "\(count) \(kind.rawValue)"
  }

  private func section(
    _ title: String, _ losses: [Loss], _ lines: inout [String], _ detail: (Loss) -> String?
  ) {
    guard !losses.isEmpty else { return }
    lines.append("\(noun(losses.count)) \(title):")
    lines += losses.map { loss in
      "  \(loss.place): \(loss.name)" + (detail(loss).map { "  (\($0))" } ?? "")
    }
  }

  private func effect(_ loss: Loss) -> String {
    var parts: [String] = []
    func add(_ number: Int, _ what: String) { if number != 0 { parts.append("\(number) \(what)") } }
    func signed(_ number: Int, _ what: String) {
      if number != 0 { parts.append("\(number > 0 ? "+" : "")\(number) \(what)") }
    }
    // A row is given up at the first text that misses it: numbers would say nothing.
    guard kind == .rules else { return "missed" }
    signed(loss.right, "right")
    signed(loss.wrong, "wrong")
    add(loss.pages.count, "pages change")
    add(loss.ownExamples, "of its examples fail")
    add(loss.otherExamples, "examples of others fail")
    return parts.joined(separator: ", ")
  }

  /// The same for programs.
  public var json: JSON {
    .object([
      .init("kind", .string(kind.rawValue)), .init("examples", number(examples)),
      .init("pages", number(pages)), .init("labelled", number(labelled)),
      .init(
        "losses",
        .array(
          losses.map { loss in
            .object([
              .init("place", .string(loss.place)), .init("name", .string(loss.name)),
              .init("changes_nothing", .boolean(loss.changesNothing)),
              .init("met", number(loss.met)), .init("own_examples", number(loss.ownExamples)),
              .init("other_examples", number(loss.otherExamples)),
              .init("right", number(loss.right)), .init("wrong", number(loss.wrong)),
              .init("pages", .array(loss.pages.map(JSON.string))),
            ])
          })),
    ])
  }

  private func number(_ value: Int) -> JSON { .number(String(value)) }
}
