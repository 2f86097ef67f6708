import Mustache

/// Templates by their names, each of which may be a partial of the others.
struct TemplateLibrary: Sendable {
  private var library = MustacheLibrary()

  /// - Throws: swift-mustache's error for a template that cannot be read.
  mutating func register(_ source: [UInt8], named name: String) throws {
    _ = Self.escape
    let text = String(decoding: source, as: UTF8.self)
    try library.register("{{% CONTENT_TYPE:\(EscapedBytes.name)}}" + text, named: name)
  }

  /// The page that a template gives; nothing where there is no such template.
  func render(_ context: Context, withTemplate name: String) -> [UInt8] {
    Array((library.render(context, withTemplate: name) ?? "").utf8)
  }

  private static let escape: Void = MustacheContentTypes.register(
    EscapedBytes(), named: EscapedBytes.name)
}

/// Text made safe for HTML byte by byte. The library's own escape goes by characters, so that a quotation mark
/// with a combining mark behind it passes as it is, and ends an attribute in a browser.
private struct EscapedBytes: MustacheContentType {
  static let name = "ESCAPED_BYTES"

  func escapeText(_ text: String) -> String { Markup.escape(text) }
}
