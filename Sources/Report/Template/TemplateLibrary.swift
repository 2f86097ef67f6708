/// Templates by their names, each of which may be a partial of the others.
struct TemplateLibrary: Sendable {
  private var templates: [String: Template] = [:]
  private var sources: [String: [UInt8]] = [:]

  /// - Throws: `TemplateProblem`.
  mutating func register(_ source: [UInt8], named name: String) throws(TemplateProblem) {
    templates[name] = try Template(source)
    sources[name] = source
  }

  /// The page that a template gives; nothing where there is no such template.
  func render(_ context: Context, withTemplate name: String) -> [UInt8] {
    var rendering = Rendering(library: self, scopes: [context])
    if let template = templates[name] { rendering.add(template.parts) }
    return rendering.bytes
  }

  fileprivate func parts(of partial: String, indent: [UInt8]) -> [Template.Part] {
    guard !indent.isEmpty, let source = sources[partial] else {
      return templates[partial]?.parts ?? []
    }
    var indented = indent
    for (place, byte) in source.enumerated() {
      indented.append(byte)
      if byte == 10, place < source.count - 1 { indented += indent }
    }
    return (try? Template(indented))?.parts ?? []
  }
}

/// A page in the making.
private struct Rendering {
  let library: TemplateLibrary
  /// Sections that the place lies in, the innermost last.
  var scopes: [Any]
  var bytes: [UInt8] = []

  mutating func add(_ parts: [Template.Part]) {
    for part in parts {
      switch part {
      case .text(let text): bytes += text
      case .value(let name, let isEscaped):
        guard let text = value(name).map(Self.text) else { continue }
        if isEscaped { addEscaped(text) } else { bytes += text.utf8 }
      case .section(let name, let inner, let isInverted):
        if isInverted { addInverted(value(name), inner) } else { add(value(name), inner) }
      case .partial(let name, let indent): add(library.parts(of: name, indent: indent))
      }
    }
  }

  private mutating func add(_ value: Any?, _ inner: [Template.Part]) {
    guard let value, !Self.isAbsent(value) else { return }
    if Self.isType(value, Bool.self) {
      add(inner)
    } else if let list = Self.list(value) {
      for element in list { add(inner, in: element) }
    } else {
      add(inner, in: value)
    }
  }

  private mutating func addInverted(_ value: Any?, _ inner: [Template.Part]) {
    if value.map(Self.isAbsent) ?? true { add(inner) }
  }

  private mutating func add(_ inner: [Template.Part], in scope: Any) {
    scopes.append(scope)
    add(inner)
    scopes.removeLast()
  }

  private mutating func addEscaped(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#39;".utf8
      default: bytes.append(byte)
      }
    }
  }

  // MARK: Values

  /// The first of the sections around the place that has the first name has all of them.
  private func value(_ name: Template.Name) -> Any? {
    guard let first = name.first else { return scopes.last }
    for scope in scopes.reversed() {
      guard var found = Self.field(first, of: scope) else { continue }
      for inner in name.dropFirst() {
        guard let next = Self.field(inner, of: found) else { return nil }
        found = next
      }
      return found
    }
    return nil
  }

  // A type that is the same is told in no time; casts that fail are slow.
  private static func isType<Kind>(_ value: Any, _ kind: Kind.Type) -> Bool {
    type(of: value) == kind
  }

  private static func field(_ name: String, of scope: Any) -> Any? {
    if isType(scope, Context.self) { return (scope as? Context)?[name] }
    if isType(scope, [String: String].self) { return (scope as? [String: String])?[name] }
    return nil
  }

  /// Nil for what is no list.
  private static func list(_ value: Any) -> [Any]? {
    if isType(value, String.self) || isType(value, MaybeText.self) || isType(value, Context.self) {
      return nil
    }
    if isType(value, [Context].self) { return value as? [Context] }
    return value as? [Any]
  }

  /// Whether a section shows nothing of it.
  private static func isAbsent(_ value: Any) -> Bool {
    if isType(value, Bool.self) { return value as? Bool == false }
    if isType(value, MaybeText.self) { return (value as? MaybeText)?.text.isEmpty ?? true }
    return list(value)?.isEmpty ?? false
  }

  private static func text(_ value: Any) -> String {
    if isType(value, String.self) { return value as? String ?? "" }
    if isType(value, MaybeText.self) { return (value as? MaybeText)?.text ?? "" }
    return "\(value)"
  }
}
