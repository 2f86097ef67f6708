import Testing

/// Arguments, and how the program must end with them.
struct ExitCase: Sendable, CustomTestStringConvertible {
  let arguments: String
  let status: Int32
  /// What stands in its message.
  let says: String

  var testDescription: String { arguments }
}
