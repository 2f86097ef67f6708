/// `ro-crate-metadata.json`: the files of the dataset and what they were made from and with
/// (RO-Crate 1.1, https://w3id.org/ro/crate/1.1).
///
/// Nothing in it comes from a clock: the crate is dated by the newest page that was read, on which
/// the dataset can at the earliest have been made.
struct ResearchCrate {
  /// A file as it stands in the folder.
  struct File {
    let name: String
    let title: String
    let mediaType: String
  }

  let package: PackageDescription
  let files: [File]
  let documents: Table
  let results: Table
  let scales: Table

  var json: JSON {
    [
      "@context": "https://w3id.org/ro/crate/1.1/context",
      "@graph": .array([descriptor, root] + files.map(entity) + folder + origin),
    ]
  }

  private var descriptor: JSON {
    [
      "@id": "ro-crate-metadata.json", "@type": "CreativeWork",
      "conformsTo": reference("https://w3id.org/ro/crate/1.1"), "about": reference("./"),
    ]
  }

  private var root: JSON {
    var members: [JSON.Member] = [
      .init("@id", "./"), .init("@type", "Dataset"),
      .init("name", .string(package.title)),
      .init("description", .string(package.description)),
      .init("version", .string(package.version)),
    ]
    if let day = newestDay { members.append(.init("datePublished", .string(day))) }
    if let years = assessedYears { members.append(.init("temporalCoverage", .string(years))) }
    if let license = package.licenses.first {
      members.append(.init("license", reference(license.path)))
    }
    members += [
      .init("author", reference(publisherID)),
      .init("publisher", reference(publisherID)),
    ]
    if !package.keywords.isEmpty {
      members.append(.init("keywords", .string(package.keywords.joined(separator: ", "))))
    }
    members += [
      .init("mentions", reference("#run")),
      .init("hasPart", .array(parts.map(reference))),
    ]
    return .object(members)
  }

  private var parts: [String] {
    files.map(\.name) + (package.hasReport ? [DatasetFolder.reportFolder + "/"] : [])
  }

  private var folder: [JSON] {
    guard package.hasReport else { return [] }
    return [
      [
        "@id": .string(DatasetFolder.reportFolder + "/"), "@type": "Dataset",
        "name": "Report", "description": "The dataset as pages to read in a browser.",
      ]
    ]
  }

  private func entity(_ file: File) -> JSON {
    [
      "@id": .string(file.name), "@type": "File", "name": .string(file.title),
      "encodingFormat": .string(file.mediaType),
    ]
  }

  /// The action that made the files, its program and what that read.
  private var origin: [JSON] {
    let read = package.fingerprints.map { fingerprint -> JSON in
      [
        "@id": .string("#" + fingerprint.name), "@type": "CreativeWork",
        "name": .string(fingerprint.name),
        "description": "What the dataset was made from; the identifier is a fingerprint of it.",
        "identifier": .string("sha256:" + fingerprint.value),
      ]
    }
    let license = package.licenses.prefix(1).map { license -> JSON in
      [
        "@id": .string(license.path), "@type": "CreativeWork", "name": .string(license.title),
        "identifier": .string(license.name),
      ]
    }
    let action: JSON = [
      "@id": "#run", "@type": "CreateAction", "name": "Reading of the pages",
      "description": "Saved pages were read for statements, which were brought together.",
      "agent": reference(publisherID),
      "instrument": reference("#tilik"),
      "object": .array(package.fingerprints.map { reference("#" + $0.name) }),
      "result": .array(parts.map(reference)),
    ]
    let program: JSON = [
      "@id": "#tilik", "@type": "SoftwareApplication", "name": "Tilik",
      "version": .string(package.version), "softwareVersion": .string(package.version),
    ]
    var publisher: [JSON.Member] = [
      .init("@id", .string(publisherID)), .init("@type", "Organization"),
      .init("name", .string(package.author.name)),
    ]
    if let url = package.publisher?.url { publisher.append(.init("url", .string(url))) }
    return [action, program, .object(publisher)] + read + license
  }

  /// An address of the publisher's own is what the specification recommends as their identifier.
  private var publisherID: String { package.publisher?.url ?? "#publisher" }

  /// The specification wants a day. Where no page tells one it is the earliest on which the newest
  /// page can have been read (it was saved then), the newest result can have been known or, where
  /// there is none, the newest scale.
  private var newestDay: String? {
    newest("published") ?? newest("captured").map { String($0.prefix(10)) }
      ?? (newestYear(results, "year") ?? newestYear(scales, "year_from")).map { "\($0)-01-01" }
  }

  private func newestYear(_ table: Table, _ column: String) -> Int? {
    table.records.lazy.compactMap { $0[column].integer }.max()
  }

  private func newest(_ column: String) -> String? {
    documents.records.lazy.compactMap { $0[column].text }.max {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }

  /// As an ISO 8601 interval: `2018/2025`.
  private var assessedYears: String? {
    let years = results.records.compactMap { $0["year"].integer }
    guard let first = years.min(), let last = years.max() else { return nil }
    return "\(first)/\(last)"
  }

  private func reference(_ id: String) -> JSON { ["@id": .string(id)] }
}
