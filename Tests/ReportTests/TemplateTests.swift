import Testing

@testable import Report

@Suite("Templates") struct TemplateTests {
  @Test(
    "Markup in a text is escaped, also where a mark joins it, and in a partial",
    arguments: [
      ("{{x}}", "<b>\"Kota\" & 'Kabupaten'", "&lt;b&gt;&quot;Kota&quot; &amp; &#39;Kabupaten&#39;"),
      (
        "<p title=\"{{x}}\">", "\"\u{301} onclick=<\u{338}b>",
        "<p title=\"&quot;\u{301} onclick=&lt;\u{338}b&gt;\">"
      ),
      ("{{> part}}", "\"\u{301}", "[&quot;\u{301}]"),
      ("{{{x}}}", "<b>", "<b>"),
    ])
  func escaped(template: String, text: String, expected: String) throws {
    var library = TemplateLibrary()
    try library.register(Array("[{{x}}]".utf8), named: "part")
    try library.register(Array(template.utf8), named: "page")
    let page = library.render(["x": text], withTemplate: "page")
    #expect(
      String(decoding: page, as: UTF8.self).unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test("A template that cannot be read is an error")
  func unreadable() {
    var library = TemplateLibrary()
    #expect(throws: (any Error).self) { try library.register(Array("{{#b}}c".utf8), named: "page") }
  }
}
