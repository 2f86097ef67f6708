import Pipeline
import Testing

@testable import tilik

@Suite("What people see")
struct ConsoleTests {
  @Test(
    "Progress",
    arguments: [
      (0, 0, 10, 0, "0 of 10"), (5, 0, 10, 2, "5 of 10, 2.5/s, 0:02 left"),
      (400, 1, 100_000, 4, "400 of 100000, 1 failed, 100/s, 16:36 left"),
      (10, 2, 10, 5, "10 of 10, 2 failed, 2.0/s"),
    ])
  func progress(done: Int, failed: Int, total: Int, seconds: Int, line: String) {
    #expect(
      Progress.line(done: done, failed: failed, of: total, after: .seconds(seconds)) == line)
  }

  @Test("Times", arguments: [(0, "0:00"), (65, "1:05"), (3723, "1:02:03")])
  func clock(seconds: Int, text: String) {
    #expect(Progress.clock(seconds) == text)
  }

  @Test("Marks stand around the words, in both styles")
  func marks() {
    let text = Array("nilai 80,85 di Kota Metro".utf8)
    let rows = [
      MentionRow(kind: "score", range: 6..<11, id: "80.85"),
      MentionRow(kind: "region", range: 15..<25, id: "18.72"),
    ]
    #expect(
      MarkedText.of(text, rows, style: .brackets) == "nilai ⟦score:80,85⟧ di ⟦region:Kota Metro⟧")
    #expect(
      MarkedText.of(text, rows, style: .colours)
        == "nilai \u{1B}[1;32m80,85\u{1B}[0m di \u{1B}[1;34mKota Metro\u{1B}[0m")
  }

  @Test("Code points in front of a byte")
  func codePoints() {
    let points = CodePoints(Array("é–a".utf8))
    #expect([0, 2, 5, 6].map(points.before) == [0, 1, 2, 3])
  }
}
