extension DatasetDiff {
  /// For programs: everything, each cell with its causes.
  public var json: JSON {
    [
      "old": .string(old), "new": .string(new), "same": .boolean(isSame),
      "results": [
        "old": Self.number(counts.old), "new": Self.number(counts.new),
        "added": .array(results(.added).map(Self.json)),
        "removed": .array(results(.removed).map(Self.json)),
        "changed": .array(results(.changed).map(Self.json)),
      ],
      "causes": .array(
        effects.map { effect in
          .object(
            [.init("results", Self.number(effect.results))] + Self.members(of: effect.cause))
        }),
      "documents": .array(
        documents.map {
          ["document": .string($0.document), "change": .string($0.change.rawValue)]
        }),
      "new_failures": .array(
        newFailures.map { ["document": .string($0.document), "reason": .string($0.reason)] }),
      "corrections": .array(
        corrections.map {
          ["correction": .string($0.correction), "old": orNull($0.old), "new": orNull($0.new)]
        }),
      "knowledge": .array(knowledge.map { .object(Self.members(of: $0)) }),
    ]
  }

  private static func json(_ result: ResultChange) -> JSON {
    var members: [JSON.Member] = [
      .init("result", .string(result.result)), .init("region_code", orNull(result.regionCode)),
      .init("region", orNull(result.region)), .init("unit", orNull(result.unit)),
      .init("instrument", orNull(result.instrument)),
      .init("year", result.year.isEmpty ? .null : .number(result.year)),
    ]
    guard result.change == .changed else {
      members.append(.init("values", .string(result.values)))
      members.append(.init("causes", causes(result.causes)))
      return .object(members)
    }
    let cells = result.cells.map { cell -> JSON in
      [
        "column": .string(cell.column), "old": orNull(cell.old), "new": orNull(cell.new),
        "causes": causes(cell.causes),
      ]
    }
    members.append(.init("cells", .array(cells)))
    return .object(members)
  }

  private static func causes(_ causes: [Cause]) -> JSON {
    .array(causes.map { .object(members(of: $0)) })
  }

  private static func members(of cause: Cause) -> [JSON.Member] {
    [
      .init("kind", .string(cause.kind.rawValue)), .init("change", .string(cause.change.rawValue)),
      .init("file", orNull(cause.file)), .init("line", cause.line.map(number) ?? .null),
      .init("name", orNull(cause.name)), .init("old", orNull(cause.old)),
      .init("new", orNull(cause.new)), .init("remark", orNull(cause.remark)),
    ]
  }

  private static func number(_ value: Int) -> JSON { .number(String(value)) }
}

/// Null for nothing, as everywhere in a dataset.
private func orNull(_ text: String) -> JSON { text.isEmpty ? .null : .string(text) }
