/// Why a cell of a dataset is another one than before.
public struct Cause: Sendable, Hashable {
  /// What it was that changed.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Bytes of a saved page: one that came, went, or was saved anew.
    case source
    case correction
    case rule
    /// A row of a table.
    case lexicon
    /// A row of the grading scales.
    case scale
    case setting
    /// Another version of the program or of a library.
    case program
    /// Nothing that the datasets tell of explains it.
    case undetermined
  }

  /// How it changed.
  public enum Change: String, Sendable, Hashable {
    case added, removed, changed
  }

  /// What it was.
  public let kind: Kind
  /// How it changed from the old dataset to the new one.
  public let change: Change
  /// The document's address, or the file in the pipeline's folder; empty where there is none.
  public let file: String
  /// Where the line stands now, or stood, if it is gone.
  public let line: Int?
  /// Name of the rule, key of the row, id of the correction.
  public let name: String
  /// What stood there and stands there, where that is short.
  public let old: String
  /// The same in the new dataset.
  public let new: String
  /// What a person would want to know besides.
  public let remark: String

  init(
    _ kind: Kind, _ change: Change, file: String = "", line: Int? = nil, name: String = "",
    old: String = "", new: String = "", remark: String = ""
  ) {
    self.kind = kind
    self.change = change
    self.file = file
    self.line = line
    self.name = name
    self.old = old
    self.new = new
    self.remark = remark
  }

  /// `lexicon/region_aliases.csv:12`.
  public var place: String {
    line.map { "\(file):\($0)" } ?? file
  }

  /// In one line, for people: `lexicon row changed at lexicon/units.csv:14 (dinsos)`.
  public var text: String {
    switch kind {
    case .source: return "page \(change.rawValue): \(file)" + (remark.isEmpty ? "" : " (\(remark))")
    case .rule: return "rule \(name) \(change.rawValue) at \(place)"
    case .lexicon: return "table row \(change.rawValue) at \(place) (\(name))"
    case .scale: return "scale row \(change.rawValue) at \(place) (\(name))"
    case .correction:
      return "correction \(name) \(change == .removed ? "no longer in force" : "in force")"
        + (line.map { ", line \($0)" } ?? "") + (remark.isEmpty ? "" : " (\(remark))")
    case .setting: return "setting \(name) \(change.rawValue) at \(place)"
    case .program: return "\(file) \(old.isEmpty ? "?" : old) is now \(new.isEmpty ? "gone" : new)"
    case .undetermined: return "not determined" + (remark.isEmpty ? "" : ": \(remark)")
    }
  }

  /// By kind, then by place.
  static func precedes(_ left: Cause, _ right: Cause) -> Bool {
    func key(_ cause: Cause) -> (Int, String, Int, String) {
      (
        Kind.allCases.firstIndex(of: cause.kind) ?? 0, cause.file, cause.line ?? 0,
        cause.name + cause.change.rawValue
      )
    }
    let (a, b) = (key(left), key(right))
    if a.0 != b.0 { return a.0 < b.0 }
    if a.1 != b.1 { return a.1.utf8.lexicographicallyPrecedes(b.1.utf8) }
    if a.2 != b.2 { return a.2 < b.2 }
    return a.3.utf8.lexicographicallyPrecedes(b.3.utf8)
  }
}
