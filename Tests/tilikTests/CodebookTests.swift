import Dataset
import Foundation
import Testing

@Suite("The codebook of the sample corpus")
struct CodebookTests {
  @Test("Every column has an example, and it stands in the table that it is said to be from")
  func examples() throws {
    let place = try Workplace()
    try SampleDataset.copy(to: place)
    let reader = try DatasetReader(folder: place.url.appendingPathComponent("output").path)
    for file in ["codebook.md", "buku-kode.md"] {
      let examples = Self.examples(in: try place.read("output/" + file))
      var real = 0
      for schema in Schema.all {
        let table = try reader.table(schema)
        let rows = table.records
        for column in schema.columns {
          let name = "\(schema.name).\(column.name)"
          let example = try #require(examples[name], "\(file): \(name)")
          let values = rows.map { Self.onOneLine($0[column.name].written) }
          let isEmpty = values.allSatisfy(\.isEmpty)
          let isMadeUp = example.hasPrefix("\\[") || example.hasPrefix("[")
          if isEmpty {
            #expect(isMadeUp, "\(file): \(name) \(example)")
            continue
          }
          real += 1
          let text = Self.unescaped(example)
          let shown = text.hasSuffix("…") ? String(text.dropLast()) : text
          let inner = shown.hasPrefix("(") ? String(shown.dropFirst().prefix { $0 != "…" }) : shown
          #expect(
            values.contains { $0.hasPrefix(shown) || "(\($0))" == text || $0.hasPrefix(inner) },
            "\(file): \(name) \(example)")
        }
      }
      #expect(real > 190, "\(file): only \(real) columns have a real example")
    }
  }

  /// The fourth cell of each row, by table and column.
  private static func examples(in markdown: String) -> [String: String] {
    var table = ""
    var examples: [String: String] = [:]
    for line in markdown.split(separator: "\n") {
      if line.hasPrefix("## `") {
        table = String(line.dropFirst(4).prefix { $0 != "`" })
      } else if line.hasPrefix("| `") {
        let column = line.dropFirst(3).prefix { $0 != "`" }
        let cells = line.split(separator: " | ", omittingEmptySubsequences: false)
        examples["\(table).\(column)"] = cells.last.map {
          String($0.hasSuffix(" |") ? $0.dropLast(2) : $0)
        }
      }
    }
    return examples
  }

  private static func unescaped(_ text: String) -> String {
    var plain = ""
    var isEscaped = false
    for character in text {
      if character == "\\", !isEscaped {
        isEscaped = true
      } else {
        plain.append(character)
        isEscaped = false
      }
    }
    return plain.components(separatedBy: "&lt;").joined(separator: "<")
      .components(separatedBy: "&amp;").joined(separator: "&")
  }

  private static func onOneLine(_ text: String) -> String {
    String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }
}
