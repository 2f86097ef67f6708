import Foundation
import Interpret
import Testing
import Yams

/// Short texts in many wordings, with what an attentive reader notes of them (`Fixtures/probes.yml`).
struct ProbeTests {
  struct Probe: Codable, Sendable, CustomTestStringConvertible {
    let text: String
    let gives: [String]
    var published: Int?
    var month: Int?

    var testDescription: String { String(text.prefix(60)) }
  }

  static let probes: [Probe] = {
    guard let text = try? String(contentsOfFile: Sample.fixtures + "/probes.yml", encoding: .utf8)
    else { return [] }
    return (try? YAMLDecoder().decode([Probe].self, from: text)) ?? []
  }()

  @Test func areThere() { #expect(Self.probes.count > 100) }

  @Test(arguments: probes)
  func isRead(_ probe: Probe) throws {
    try Reads(probe.text, probe.gives, published: probe.published, month: probe.month ?? 2).check()
  }
}
