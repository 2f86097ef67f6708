/// Why a pipeline cannot be used or a run cannot go on: one line a problem, each with what, where
/// and, where it helps, what to do. The program ends with status 2.
public struct PipelineError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Each in a line: what, where, and what to do.
  public let problems: [String]

  public init(_ problems: [String]) {
    self.problems = problems
  }

  public init(_ problem: String) {
    self.init([problem])
  }

  public var description: String {
    problems.joined(separator: "\n")
  }
}
