/// Something that a check has to say of a place in a table or a rule file.
public struct Finding: Sendable, Hashable, CustomStringConvertible {
  /// How bad it is.
  public enum Severity: Sendable, Hashable {
    /// Worth a look; the pipeline works.
    case warning
    /// Does not do what its author wanted.
    case error
    /// The file cannot be used at all.
    case unusable
  }

  public let severity: Severity
  /// `file:line`; nil where the message begins with it.
  public let place: String?
  /// What is wrong, and the way out.
  public let message: String

  public init(_ severity: Severity, _ place: String?, _ message: String) {
    self.severity = severity
    self.place = place
    self.message = message
  }

  public var description: String {
    (place.map { $0 + ": " } ?? "") + (severity == .warning ? "warning: " : "") + message
  }
}
