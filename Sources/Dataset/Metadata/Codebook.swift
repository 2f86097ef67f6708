/// The codebook: every table and column with its meaning, each with a value from the dataset itself,
/// in one language.
struct Codebook {
  enum Language: String, CaseIterable {
    case english = "en"
    case indonesian = "id"

    /// Name of the file, without its ending.
    var file: String { self == .english ? "codebook" : "buku-kode" }

    func callAsFunction(_ english: String, _ indonesian: String) -> String {
      self == .english ? english : indonesian
    }
  }

  struct Section {
    let name: String
    let title: String
    let description: String
    let rows: Int
    let entries: [Entry]
  }

  /// A column.
  struct Entry {
    let name: String
    let isKey: Bool
    let isRequired: Bool
    let type: String
    let description: String
    /// A value; empty where neither the dataset nor the contract has one.
    let example: String
    /// Whether the value stands in the table's example row, in another row, or only in the contract.
    let origin: Origin
  }

  enum Origin { case exampleRow, otherRow, contract }

  let language: Language
  let title: String
  let introduction: String
  let sections: [Section]
  let views: [(name: String, question: String)]

  init(
    _ package: PackageDescription, _ tables: [Table], _ examples: [TableExample]? = nil,
    in language: Language
  ) {
    self.language = language
    title = language("Codebook: " + package.title, "Buku kode: " + package.judul)
    introduction = language(
      package.description + " The examples of a table are one row of it; a value in parentheses is "
        + "from another row, since the column is empty there; one in brackets is made up, since the "
        + "column is empty in the whole dataset. ⚿ marks the primary key, * a column that is never "
        + "empty.",
      package.deskripsi + " Contoh-contoh suatu tabel berasal dari satu baris; nilai dalam tanda "
        + "kurung berasal dari baris lain karena kolomnya kosong di baris itu; nilai dalam kurung "
        + "siku hanyalah contoh karena kolomnya kosong di seluruh dataset. ⚿ menandai kunci utama, "
        + "* kolom yang tidak pernah kosong.")
    sections = zip(tables, examples ?? tables.map(TableExample.init)).map {
      Self.section($0, $1, language)
    }
    views = View.all.map { ($0.name, language($0.question, $0.pertanyaan)) }
  }

  private static func section(
    _ table: Table, _ example: TableExample, _ language: Language
  ) -> Section {
    let schema = table.schema
    let entries = schema.columns.enumerated().map { position, column -> Entry in
      var (value, origin) = (example.row?[position].written ?? "", Origin.exampleRow)
      if value.isEmpty {
        value = example.first[position].written
        origin = .otherRow
      }
      if value.isEmpty { (value, origin) = (column.example ?? "", .contract) }
      return Entry(
        name: column.name, isKey: schema.primaryKey.contains(column.name),
        isRequired: column.isRequired, type: column.type.rawValue,
        description: meaning(of: column, language), example: value, origin: origin)
    }
    return Section(
      name: schema.name, title: language(schema.title, schema.judul),
      description: language(schema.description, schema.deskripsi), rows: table.count,
      entries: entries)
  }

  private static func meaning(of column: Column, _ language: Language) -> String {
    var text = language(column.description, column.deskripsi)
    if let unit = column.unit { text += language(" Unit: ", " Satuan: ") + unit + "." }
    if let values = column.enumeration {
      text += language(" Allowed: ", " Pilihan: ") + values.joined(separator: ", ") + "."
    }
    if let target = column.reference {
      text += language(" Refers to ", " Merujuk ke ") + "\(target.table).\(target.column)."
    }
    return text
  }
}

extension Codebook.Entry {
  var marks: String { (isKey ? " ⚿" : "") + (isRequired ? " *" : "") }

  /// The example with its origin, written by `escape`.
  func example(_ escape: (String) -> String) -> String {
    guard !example.isEmpty else { return "—" }
    let longest = 160
    let text = example.count > longest ? example.prefix(longest - 1) + "…" : example[...]
    switch origin {
    case .exampleRow: return escape(String(text))
    case .otherRow: return "(" + escape(String(text)) + ")"
    case .contract: return "[" + escape(String(text)) + "]"
    }
  }
}

/// What stands in a table, for an example.
struct TableExample {
  /// The first of the rows with the most values.
  private(set) var row: [Value]?
  /// Of each column the first value.
  private(set) var first: [Value]

  init(_ table: Table) {
    first = table.schema.columns.map { _ in .null }
    var most = 0
    for row in table.rows {
      var values = 0
      for (position, value) in row.enumerated() where !value.isNull {
        values += 1
        if first[position].isNull { first[position] = value }
      }
      if values > most { (self.row, most) = (row, values) }
    }
  }
}
