/// What keeps one document from taking a run with it: a note of each that is being read, and those that
/// are known to crash or hang, with what they did.
public struct Isolation: Sendable {
  let recorder: FlightRecorder
  /// By address, why it is left out.
  let poison: [String: String]

  public init(recorder: FlightRecorder, poison: [String: String]) {
    self.recorder = recorder
    self.poison = poison
  }
}

extension Isolation? {
  /// Reads a document under the eyes of whoever watches the run.
  /// - Returns: nil for a document that is left out.
  func reading<Result>(_ address: String, _ body: () -> Result) -> Result? {
    guard let isolation = self else { return body() }
    guard isolation.poison[address] == nil else { return nil }
    return isolation.recorder.during(address, body)
  }
}
