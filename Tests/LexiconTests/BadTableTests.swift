import Testing

@testable import Lexicon

/// Every mistake in a table is told by file and line.
@Suite struct BadTableTests {
  private func problems(_ text: String, columns: [String] = ["a", "b"]) -> [String] {
    do {
      _ = try CSVTable(bytes: Array(text.utf8), file: "t.csv", columns: columns)
      return []
    } catch { return error.problems }
  }

  @Test(arguments: [
    ("", "t.csv:1: "), ("a\n1\n", "t.csv:1: the column b is missing"),
    ("a,b,c\n1,2,3\n", "t.csv:1: unknown column c"), ("a,b\n1,2\n3\n", "t.csv:3: "),
    ("a,b\n\"x\n\ny\",2\n3\n", "t.csv:5: "), ("a,b\n1,\"2\n", "t.csv:2: "),
  ])
  func mistakes(text: String, start: String) {
    #expect(problems(text).first?.hasPrefix(start) == true, "\(problems(text))")
  }

  @Test func quotedCells() throws {
    let table = try CSVTable(
      bytes: Array("\u{FEFF}b,a\r\n\"x, \"\"y\"\"\",\" z | w \"\r\n".utf8), file: "t.csv",
      columns: ["a", "b"])
    #expect(table.rows.map { $0["b"] } == ["x, \"y\""])
    #expect(table.rows[0].list("a") == ["z", "w"])
    #expect(table.rows[0].line == 2)
  }

  @Test func aFolderThatIsNotThereNamesEveryTable() {
    do {
      _ = try Lexicon(folder: "/nowhere")
      Issue.record("loaded from nowhere")
    } catch {
      #expect(error.problems.count > 8)
      #expect(error.problems.contains { $0.hasPrefix("/nowhere/regions.csv: cannot be read") })
    }
  }

  @Test func overlappingBands() throws {
    let columns = [
      "scale", "instrument", "subjects", "valid_from", "valid_to", "score_max", "band", "min",
      "max", "zone", "shade", "grade", "category", "labels",
    ]
    let text =
      columns.joined(separator: ",")
      + "\ns,i,kota,,,100,1,80,100,,,,,\ns,x,kota,,,100,2,50,80,,,,,\n"
    let table = try CSVTable(bytes: Array(text.utf8), file: "scales.csv", columns: columns)
    var problems: [String] = []
    _ = ScaleLoader.scales(
      table.rows, instruments: ["i"], notHeld: [:], file: "scales.csv", &problems)
    #expect(
      problems.contains { $0.hasPrefix("scales.csv:3: s: 50-80 overlaps the band at line 2") })
  }
}
