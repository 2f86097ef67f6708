import Lexicon
import Testing

/// Tables as spreadsheets save them.
struct CSVTableTests {
  private func table(_ text: String) throws -> CSVTable {
    try CSVTable(bytes: Array(text.utf8), file: "t.csv", columns: ["id", "name"])
  }

  private func problems(_ text: String) -> [String] {
    do {
      _ = try table(text)
      return []
    } catch let error as LexiconError {
      return error.problems
    } catch {
      return ["\(error)"]
    }
  }

  @Test(arguments: [
    ("plain", "id,name\n1,Metro\n", ["1", "Metro"]),
    ("no last line end", "id,name\n1,Metro", ["1", "Metro"]),
    ("byte order mark", "\u{FEFF}id,name\n1,Metro\n", ["1", "Metro"]),
    ("CRLF", "id,name\r\n1,Metro\r\n", ["1", "Metro"]),
    ("a quoted comma", "id,name\n1,\"Dinas A, B\"\n", ["1", "Dinas A, B"]),
    ("a doubled quotation mark", "id,name\n1,\"zona \"\"hijau\"\"\"\n", ["1", "zona \"hijau\""]),
    ("a quoted line end", "id,name\n1,\"Kota\nMetro\"\n", ["1", "Kota\nMetro"]),
    ("columns in another order", "name,id\nMetro,1\n", ["1", "Metro"]),
    ("white space around cells", "id , name\n 1 ,\u{00A0}Metro\u{00A0}\n", ["1", "Metro"]),
    ("an empty last cell", "id,name\n1,", ["1", ""]),
  ])
  func readsCells(what: String, text: String, expected: [String]) throws {
    let rows = try table(text).rows
    #expect(rows.count == 1)
    #expect(rows.map { [$0["id"], $0["name"]] } == [expected])
  }

  @Test func linesAreThoseOfTheFile() throws {
    let rows = try table("id,name\n1,\"a\nb\"\n\n2,c\r\n3,d\n").rows
    #expect(rows.map(\.line) == [2, 5, 6])
  }

  @Test func emptyAndListCells() throws {
    let rows = try table("id,name\n1, a | b||c \n2,\n").rows
    #expect(rows[0].list("name") == ["a", "b", "c"])
    #expect(rows[1].optional("name") == nil)
    #expect(rows[1].list("name").isEmpty)
    #expect(rows[0]["other"].isEmpty)
  }

  @Test(arguments: [
    ("", ["t.csv:1: the header is missing; write id,name"]),
    ("id\n1\n", ["t.csv:1: the column name is missing"]),
    (
      "id,name,note\n1,a,b\n", ["t.csv:1: unknown column note; there are id, name"]
    ),
    (
      "id,name\n1,a\n2,b,c\n3\n",
      [
        "t.csv:3: 3 cells under 2 columns; quote cells that hold a comma",
        "t.csv:4: 1 cells under 2 columns; quote cells that hold a comma",
      ]
    ),
    ("id,name\n1,a\n2,\"b\n3,c\n", ["t.csv:3: a quotation mark is not closed"]),
    (
      "id,title\n1\n",
      [
        "t.csv:1: the column name is missing", "t.csv:1: unknown column title; there are id, name",
        "t.csv:2: 1 cells under 2 columns; quote cells that hold a comma",
      ]
    ),
  ])
  func namesEveryProblemWithItsLine(text: String, expected: [String]) {
    #expect(problems(text) == expected)
  }

  @Test func aMissingFileIsNamed() {
    #expect(throws: LexiconError.self) {
      try CSVTable(path: "/nowhere/t.csv", columns: ["id"])
    }
  }
}
