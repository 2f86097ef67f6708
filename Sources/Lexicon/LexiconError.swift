/// All that is wrong with a folder of tables, each as `file:line: what is wrong; what to do`.
public struct LexiconError: Error, Sendable, Hashable, CustomStringConvertible {
  /// One a line, with what to do.
  public let problems: [String]

  public var description: String { problems.joined(separator: "\n") }
}
