import Mustache

/// What a template sees. Every name that a section uses is given, also when it is empty, since
/// Mustache looks for a missing name in the section around it.
///
/// A type of its own, since the library asks a plain dictionary and plain text at each name what they are, which
/// takes longer than all the rest of a page.
struct Context: MustacheParent, ExpressibleByDictionaryLiteral {
  private var values: [String: Any]

  init(dictionaryLiteral values: (String, Any)...) {
    self.values = Dictionary(uniqueKeysWithValues: values)
  }

  init(_ texts: [String: String]) { values = texts }

  subscript(name: String) -> Any? { values[name] }

  func child(named name: String) -> Any? {
    let value = values[name]
    return (value as? String).map(PlainText.init) ?? value
  }

  /// Adds names; what is added takes the place of what is there.
  mutating func add(_ other: Context) { values.merge(other.values) { $1 } }

  func adding(_ other: Context) -> Context {
    var sum = self
    sum.add(other)
    return sum
  }
}

/// Text has no names in it; the library would look for them by reflection.
private protocol TemplateText: MustacheCustomRenderable, MustacheParent {}

extension TemplateText {
  func child(named name: String) -> Any? { nil }
}

private struct PlainText: TemplateText {
  let renderText: String
  var isNull: Bool { false }
}

/// Text that a template's section takes for absent when it is empty, which plain text is not.
struct MaybeText: TemplateText {
  let renderText: String
  var isNull: Bool { renderText.isEmpty }

  init(_ text: String) { renderText = text }
}
