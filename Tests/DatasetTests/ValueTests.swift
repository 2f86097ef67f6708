import Dataset
import Testing

@Suite("Values and rows") struct ValueTests {
  @Test(
    "decimals keep their digits",
    arguments: ["80.85", "80.50", "0.05", "-12.5", "-0.05", "100", "0", "3.490000000000000001"])
  func decimals(_ written: String) throws {
    #expect(try #require(Value(decimal: written)).written == written)
  }

  @Test(
    "what is no decimal is refused",
    arguments: ["", "-", ".5", "5.", "1,5", "1.2.3", "1e3", "--1", "99999999999999999999"])
  func notDecimals(_ written: String) {
    #expect(Value(decimal: written) == nil)
  }

  @Test("numbers sort by size, text by bytes") func order() {
    let nine = Value.decimal(units: 95, scale: 1)
    let ten = Value.decimal(units: 10, scale: 0)
    #expect(Value.precedes(nine, ten))
    #expect(!Value.precedes(ten, .decimal(units: 1000, scale: 2)))
    #expect(Value.precedes(.integer(2), .integer(10)))
    #expect(Value.precedes("Z", "a"))
    #expect(Value.precedes(.null, "a"))
  }

  @Test("empty text is null") func emptyText() throws {
    var table = Table(Schema.units)
    try table.append(["unit_id": "a", "name": "b", "abbreviation": .text("")])
    #expect(table.value(0, "abbreviation").isNull)
  }

  @Test("a row that does not fit reports every problem at once") func badRow() throws {
    var table = Table(Schema.totals)
    let expected = DatasetError.badRow(
      table: "totals", row: 1,
      [
        .unknownColumn("colour"),
        .missing(column: "document"),
        .notAllowed(column: "part", value: "foot", allowed: ["title", "body"]),
        .wrongType(column: "year", expected: .integer, value: "2023"),
        .missing(column: "count"),
      ])
    #expect(throws: expected) {
      try table.append([
        "total": "t", "colour": "red", "part": "foot", "year": .text("2023"), "quote": "q",
        "start": 0, "end": 1,
      ])
    }
    #expect(table.rows.isEmpty)
  }

  @Test(
    "dates are ISO days",
    arguments: [
      ("2024-02-29", true), ("2024-13-01", false), ("2024-04-31", false), ("24-01-01", false),
      ("2024-1-1", false), ("2024-01-01T00", false),
    ])
  func dates(_ text: String, _ isDate: Bool) {
    var table = Table(Schema.documents)
    let row: [String: Value] = ["document": "a", "status": "read", "published": Value(text)]
    let fits = (try? table.append(row)) != nil
    #expect(fits == isDate)
  }
}

@Suite("The contract") struct SchemaTests {
  @Test("references lead to single-column keys of other tables") func references() {
    for schema in Schema.all {
      for (column, target) in schema.foreignKeys {
        let table = Schema.table(named: target.table)
        #expect(table?.primaryKey == [target.column], "\(schema.name).\(column)")
      }
      #expect(
        schema.primaryKey.allSatisfy { key in
          schema.columns.contains { $0.name == key && $0.isRequired }
        }, "\(schema.name): a key column may be empty")
    }
  }

  @Test("every column is described in both languages") func descriptions() {
    for schema in Schema.all {
      for column in schema.columns {
        #expect(!column.description.isEmpty && column.deskripsi != column.description)
        #expect(column.description.hasSuffix(".") && column.deskripsi.hasSuffix("."))
      }
    }
  }

  @Test("tables come before those that refer to them") func order() throws {
    let names = Schema.all.map(\.name)
    for (position, schema) in Schema.all.enumerated() {
      for (_, target) in schema.foreignKeys {
        #expect(try #require(names.firstIndex(of: target.table)) <= position)
      }
    }
  }

  @Test("keys that stand twice or lead nowhere are all named") func keys() throws {
    let documents = try SampleDataset.table(
      Schema.documents,
      [
        ["document": "a", "status": "read"], ["document": "a", "status": "read"],
        ["document": "b", "status": "duplicate", "duplicate_of": "c"],
      ])
    #expect(
      KeyCheck.problems(in: [documents]) == [
        .duplicate(table: "documents", key: "a"),
        .dangling(
          table: "documents", column: "duplicate_of", value: "c",
          target: Reference("documents", "document")),
      ])
    #expect(throws: DatasetError.self) { try DatasetWriter(tables: [documents]) }
  }
}
