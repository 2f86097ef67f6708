/// What a dataset says about itself as a whole.
public struct PackageDescription: Sendable, Hashable {
  /// A licence under which the dataset may be used.
  public struct License: Sendable, Hashable {
    /// Identifier of opendefinition.org or SPDX.
    public var name: String
    /// In words.
    public var title: String
    /// Address of its text.
    public var path: String

    public init(name: String, title: String, path: String) {
      self.name = name
      self.title = title
      self.path = path
    }
  }

  /// Who answers for a dataset.
  public struct Publisher: Sendable, Hashable {
    /// Of a person or an office.
    public var name: String
    /// Address of their own; nil where they have none.
    public var url: String?

    public init(name: String, url: String? = nil) {
      self.name = name
      self.url = url
    }
  }

  /// Lower case, without spaces.
  public var name: String
  /// In English.
  public var title: String
  /// In Indonesian.
  public var judul: String
  /// What it holds, in English.
  public var description: String
  /// What it holds, in Indonesian.
  public var deskripsi: String
  /// Of the program that wrote the dataset.
  public var version: String
  /// The first is the one that a citation names.
  public var licenses: [License]
  /// Nil where nobody said so: it is then those who wrote the program.
  public var publisher: Publisher?
  /// What it is about, for those who search.
  public var keywords: [String]
  /// What the dataset was made from, in words.
  public var sources: [String]
  /// SHA-256 of what it was made from (pages, tables, rules), in hexadecimal, by name.
  public var fingerprints: [Fingerprint]
  /// Whether a report is written beside the tables.
  public var hasReport: Bool

  /// A hash that names one of the things that the dataset was made from.
  public struct Fingerprint: Sendable, Hashable {
    /// "corpus", "lexicon", "rules"…
    public let name: String
    /// SHA-256 in hexadecimal.
    public let value: String

    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Who is named as author: the publisher, else those who wrote the program.
  var author: Publisher { publisher ?? Publisher(name: "The Tilik contributors") }

  public init(
    name: String = "tilik",
    title: String = "Results of public-service compliance assessments in Indonesia",
    judul: String = "Hasil penilaian kepatuhan pelayanan publik di Indonesia",
    description: String =
      "What saved news and regulation pages state on the assessment of public services, one row "
      + "per statement and per result, each with the sentence it stands on.",
    deskripsi: String =
      "Apa yang dinyatakan halaman berita dan peraturan tersimpan tentang penilaian pelayanan "
      + "publik: satu baris per pernyataan dan per hasil, masing-masing dengan kalimat asalnya.",
    version: String = "0",
    licenses: [License] = [
      License(
        name: "CC-BY-4.0", title: "Creative Commons Attribution 4.0",
        path: "https://creativecommons.org/licenses/by/4.0/")
    ],
    publisher: Publisher? = nil, keywords: [String] = [],
    sources: [String] = ["Saved web pages; the documents table lists each with its address"],
    fingerprints: [Fingerprint] = [], hasReport: Bool = false
  ) {
    self.name = name
    self.title = title
    self.judul = judul
    self.description = description
    self.deskripsi = deskripsi
    self.version = version
    self.licenses = licenses
    self.publisher = publisher
    self.keywords = keywords
    self.sources = sources
    self.fingerprints = fingerprints
    self.hasReport = hasReport
  }
}
