import Yams

/// Reads the expectations of a `pipeline.yml`.
enum ExpectationsReader {
  private static let keys = [
    "min_documents", "min_read", "min_claims", "min_results", "min_regions", "max_failed",
    "max_conflicts", "max_unexplained_conflicts", "max_new_failures", "max_lost_results",
    "max_stale_corrections", "max_orphaned_corrections", "accuracy",
  ]
  private static let accuracyKeys = [
    "gold", "set", "min_f1", "min_precision", "min_recall", "max_false_achievements",
  ]

  static func read(_ wanted: Node.Mapping, _ reader: inout YAMLReader) -> Expectations {
    reader.check(wanted, known: keys)
    var expectations = Expectations()
    expectations.minDocuments = reader.count(wanted, "min_documents")
    expectations.minRead = reader.count(wanted, "min_read")
    expectations.minClaims = reader.count(wanted, "min_claims")
    expectations.minResults = reader.count(wanted, "min_results")
    expectations.minRegions = reader.count(wanted, "min_regions")
    expectations.maxFailed = reader.count(wanted, "max_failed")
    expectations.maxConflicts = reader.count(wanted, "max_conflicts")
    expectations.maxUnexplainedConflicts = reader.count(wanted, "max_unexplained_conflicts")
    expectations.maxNewFailures = reader.count(wanted, "max_new_failures")
    expectations.maxLostResults = reader.allowance(wanted, "max_lost_results")
    expectations.maxStaleCorrections = reader.count(wanted, "max_stale_corrections")
    expectations.maxOrphanedCorrections = reader.count(wanted, "max_orphaned_corrections")
    for floor in reader.mappings(wanted, "accuracy") {
      reader.check(floor, known: accuracyKeys)
      var accuracy = Expectations.Accuracy(
        gold: reader.required(floor, "gold", of: "accuracy"), set: reader.text(floor, "set"))
      accuracy.minF1 = reader.share(floor, "min_f1")
      accuracy.minPrecision = reader.share(floor, "min_precision")
      accuracy.minRecall = reader.share(floor, "min_recall")
      accuracy.maxFalseAchievements = reader.count(floor, "max_false_achievements")
      expectations.accuracy.append(accuracy)
    }
    return expectations
  }
}

extension YAMLReader {
  /// A list of mappings, or one alone.
  mutating func mappings(_ mapping: Node.Mapping, _ key: String) -> [Node.Mapping] {
    guard let node = mapping[key] else { return [] }
    if let one = node.mapping { return [one] }
    guard let list = node.sequence else {
      problem("\"\(key)\" must be a list of `key: value` lines", at: node)
      return []
    }
    var found: [Node.Mapping] = []
    for element in list {
      if let one = element.mapping {
        found.append(one)
      } else {
        problem("\"\(key)\" must be a list of `key: value` lines", at: element)
      }
    }
    return found
  }

  mutating func required(_ mapping: Node.Mapping, _ key: String, of parent: String) -> String {
    if let value = text(mapping, key) { return value }
    if mapping[key] == nil {
      let line = mapping.first?.key.mark?.line ?? 1
      problem("an entry of \"\(parent)\" needs the key \"\(key)\"", line: line)
    }
    return ""
  }

  /// A number from 0 to 1.
  mutating func share(_ mapping: Node.Mapping, _ key: String) -> Double? {
    guard let node = mapping[key] else { return nil }
    if let written = node.scalar?.string, let number = Double(written), (0...1).contains(number) {
      return number
    }
    problem("\"\(key)\" must be a number from 0 to 1", at: node)
    return nil
  }

  /// A whole number, or a percentage: `5%`.
  mutating func allowance(_ mapping: Node.Mapping, _ key: String) -> Expectations.Allowance? {
    guard let node = mapping[key] else { return nil }
    let written = node.scalar?.string ?? ""
    if let count = Int(written), count >= 0 { return .count(count) }
    if written.hasSuffix("%"), let number = Double(written.dropLast()), (0...100).contains(number) {
      return .percent(number)
    }
    problem("\"\(key)\" must be a whole number from 0 or a percentage such as 5%", at: node)
    return nil
  }
}
