/// Whether stated values agree with what follows from the scale.
public enum Verdict: String, Sendable, Hashable {
  case yes, no, unknown
}
