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
      "  - name: \"The Tilik contributors\"",
      "version: \(quoted(package.version))",
    ]
    if let license = package.licenses.first { lines.append("license: \(license.name)") }
    if !package.fingerprints.isEmpty {
      lines.append("identifiers:")
      for fingerprint in package.fingerprints {
        lines.append("  - type: other")
        lines.append("    value: \(quoted("sha256:" + fingerprint.value))")
        lines.append("    description: \(quoted("Fingerprint: " + fingerprint.name))")
      }
    }
    lines.append("keywords:")
    lines += ["public services", "Indonesia", "Ombudsman"].map { "  - \(quoted($0))" }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A string of JSON is one of YAML.
  private static func quoted(_ text: String) -> String {
    JSON.string(text).line
  }
}
