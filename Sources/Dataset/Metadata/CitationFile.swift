/// `CITATION.cff`: how to cite the dataset (Citation File Format 1.2.0).
enum CitationFile {
  static func text(_ package: PackageDescription) -> String {
    var lines = [
      "cff-version: 1.2.0",
      "message: \"If you use this dataset, please cite it as below, with its fingerprint.\"",
      "type: dataset",
      "title: \(quoted(package.title))",
      "abstract: \(quoted(package.description))",
      "authors:",
      "  - name: \(quoted(package.author.name))",
      "version: \(quoted(package.version))",
    ]
    if let url = package.publisher?.url { lines.insert("    website: \(quoted(url))", at: 7) }
    if let license = package.licenses.first { lines.append("license: \(license.name)") }
    if !package.fingerprints.isEmpty {
      lines.append("identifiers:")
      for fingerprint in package.fingerprints {
        lines.append("  - type: other")
        lines.append("    value: \(quoted("sha256:" + fingerprint.value))")
        lines.append("    description: \(quoted("Fingerprint: " + fingerprint.name))")
      }
    }
    if !package.keywords.isEmpty {
      lines.append("keywords:")
      lines += package.keywords.map { "  - \(quoted($0))" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A string of JSON is one of YAML.
  private static func quoted(_ text: String) -> String {
    JSON.string(text).line
  }
}
