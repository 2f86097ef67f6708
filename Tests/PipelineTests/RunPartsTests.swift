import Dataset
import Testing

@testable import Pipeline

@Suite("The parts of a run")
struct RunPartsTests {
  @Test("Results stand in the order of the elements, whoever is done first", arguments: [1, 2, 7])
  func order(jobs: Int) async {
    let elements = Array(0..<100)
    var done = 0
    let results = await ParallelMap.map(elements, jobs: jobs, chunk: 3) { number in
      // Early elements take longest.
      var sum = 0
      for step in 0..<(100 - number) * 1000 { sum = sum &+ step }
      return sum == -1 ? -1 : number * 2
    } done: {
      done += $0.count
    }
    #expect(results == elements.map { $0 * 2 })
    #expect(done == 100)
  }

  @Test("Nothing to do")
  func nothing() async {
    let results: [Int] = await ParallelMap.map([Int](), jobs: 4) {
      $0
    } done: { _ in
    }
    #expect(results.isEmpty)
  }

  @Test("Counts are read off the tables")
  func counts() throws {
    var documents = Table(Schema.documents)
    for (name, status, reason) in [
      ("a", "read", nil), ("b", "failed", "x"), ("c", "failed", "y"), ("d", "failed", "x"),
      ("e", "read", "odd"), ("f", "irrelevant", nil), ("g", "duplicate", nil),
    ] as [(String, String, String?)] {
      try documents.append([
        "document": Value(name), "status": Value(status), "reason": Value(reason),
      ])
    }
    let counts = RunCounts([documents])
    #expect(counts.documents == 7 && counts.read == 2 && counts.failed == 3)
    #expect(counts.irrelevant == 1 && counts.duplicates == 1 && counts.claims == 0)
    #expect(counts.failures.map(\.name) == ["x", "y"] && counts.failures.map(\.count) == [2, 1])
  }

  @Test("Expectations that are not met are named with what was found")
  func expectations() throws {
    var documents = Table(Schema.documents)
    try documents.append(["document": "a", "status": "failed"])
    let counts = RunCounts([documents])
    var wanted = Expectations()
    #expect(wanted.unmet(by: counts).isEmpty)
    wanted.minDocuments = 1
    wanted.minResults = 1
    wanted.maxFailed = 0
    #expect(
      wanted.unmet(by: counts) == [
        "results: 0, expected at least 1", "documents failed: 1, expected at most 0",
      ])
  }
}
