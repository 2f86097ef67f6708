import Testing

@testable import Report

@Suite("Templates") struct TemplateTests {
  private static var context: Context {
    [
      "name": "Kota <A> & \"B\"", "html": "<b>tebal</b>", "empty": "", "none": MaybeText(""),
      "some": MaybeText("ada"), "yes": true, "no": false, "number": 3,
      "t": ["key": "Teks", "name": "dalam"], "list": ["satu", "dua"], "nothing": [String](),
      "rows": [["a": "1", "b": [["c": "x"]]], ["a": "2", "b": [Context]()]] as [Context],
      "claims": [["claim": "k1"], ["claim": "k2"]],
      "inner": ["name": "dalam", "deep": ["value": "dasar"] as Context] as Context,
    ]
  }

  private static func render(
    _ template: String, partials: [String: String] = [:]
  ) throws -> String {
    var library = TemplateLibrary()
    for (name, text) in partials { try library.register(Array(text.utf8), named: name) }
    try library.register(Array(template.utf8), named: "page")
    return String(decoding: library.render(context, withTemplate: "page"), as: UTF8.self)
  }

  @Test(
    "values",
    arguments: [
      ("{{name}}", "Kota &lt;A&gt; &amp; &quot;B&quot;"),
      ("{{{html}}}{{&html}}", "<b>tebal</b><b>tebal</b>"),
      ("{{ name }}|{{{ html }}}", "Kota &lt;A&gt; &amp; &quot;B&quot;|<b>tebal</b>"),
      ("{{t.key}} {{inner.deep.value}}", "Teks dasar"), ("{{absent}}{{t.absent}}{{name.x}}", ""),
      ("{{some}}{{none}}{{number}}{{yes}}", "ada3true"), ("{ {name} }", "{ {name} }"),
      ("a{{! a remark }}b", "ab"),
      ("{{=<% %>=}}<%number%>{{number}}<%={{ }}=%>{{number}}", "3{{number}}3"),
    ])
  func values(template: String, expected: String) throws {
    #expect(try Self.render(template) == expected)
  }

  @Test(
    "sections",
    arguments: [
      ("{{#yes}}ya{{/yes}}{{#no}}tidak{{/no}}{{^no}}bukan{{/no}}{{^yes}}x{{/yes}}", "yabukan"),
      ("{{#list}}<{{.}}>{{/list}}", "<satu><dua>"),
      ("{{#nothing}}x{{/nothing}}{{^nothing}}-{{/nothing}}", "-"),
      ("{{#rows}}{{a}}{{#b}}{{c}}{{a}}{{/b}};{{/rows}}", "1x1;2;"),
      ("{{#claims}}{{claim}} {{/claims}}", "k1 k2 "),
      ("{{#some}}{{some}}{{/some}}{{^none}}!{{/none}}", "ada!"),
      ("{{#none}}x{{/none}}{{#absent}}x{{/absent}}{{^absent}}-{{/absent}}", "-"),
      ("{{#inner}}{{name}} {{number}}{{/inner}}", "dalam 3"),
      ("{{#inner.deep}}{{value}}{{/inner.deep}}", "dasar"),
      // An empty text is a value; `MaybeText` is for those that count for nothing.
      ("{{#empty}}x{{/empty}}", "x"),
    ])
  func sections(template: String, expected: String) throws {
    #expect(try Self.render(template) == expected)
  }

  @Test(
    "a line with one tag that gives no text is not there",
    arguments: [
      ("a\n{{#yes}}\nb\n{{/yes}}\nc\n", "a\nb\nc\n"),
      ("a\n  {{#yes}}  \n  b\n\t{{/yes}}\nc", "a\n  b\nc"),
      ("{{#yes}}\n{{/yes}}", ""), ("a {{#yes}}\nb{{/yes}}\n", "a \nb\n"), ("{{! x }}\na", "a"),
      ("{{#yes}}{{#yes}}\n{{/yes}}{{/yes}}", "\n"),
      ("a\r\n{{#yes}}\r\nb\r\n{{/yes}}\r\n", "a\r\nb\r\n"),
      ("  {{number}}\n", "  3\n"), ("{{#list}}\n- {{.}}\n{{/list}}\n", "- satu\n- dua\n"),
      ("a\n{{/yes}}".replacing("{{/yes}}", with: "{{^yes}}\nx\n{{/yes}}"), "a\n"),
    ])
  func lines(template: String, expected: String) throws {
    #expect(try Self.render(template) == expected)
  }

  @Test(
    "partials",
    arguments: [
      ("<{{> p}}>", "<3 \nx\n>"), ("{{> p}}\n!", "3 \nx\n!"), ("  {{> p}}\n!", "  3 \n  x\n!"),
      ("{{#list}}{{> q}}{{/list}}", "[satu][dua]"), ("{{> absent}}.", "."),
    ])
  func partials(template: String, expected: String) throws {
    #expect(
      try Self.render(template, partials: ["p": "{{number}} \nx\n", "q": "[{{.}}]"]) == expected)
  }

  @Test("A quotation mark with a mark that joins it is escaped all the same")
  func joined() {
    var library = TemplateLibrary()
    try? library.register(Array("<p title=\"{{x}}\">".utf8), named: "page")
    let page = library.render(["x": "\"\u{301} onclick=<\u{338}b>"], withTemplate: "page")
    #expect(
      String(decoding: page, as: UTF8.self).unicodeScalars.elementsEqual(
        "<p title=\"&quot;\u{301} onclick=&lt;\u{338}b&gt;\">".unicodeScalars))
  }

  @Test(
    "what is wrong is said with its line",
    arguments: [
      ("a\n{{#b}}\nc", "line 2: {{#b}} is never closed"),
      ("{{/b}}", "line 1: {{/b}} closes nothing"),
      ("{{#a}}\n\n{{/b}}", "line 3: {{/b}} closes {{#a}} of line 1"),
      ("x\ny {{a", "line 2: a tag has no }}"),
      ("{{{a}}", "line 1: a tag has no }}}"), ("{{}}", "line 1: “” is no name"),
      ("{{a b}}", "line 1: “a b” is no name"), ("{{=x=}}", "line 1: {{= =}} needs two delimiters"),
      ("{{", "line 1: a tag has no }}"),
    ])
  func problems(template: String, expected: String) {
    #expect {
      try Template(Array(template.utf8))
    } throws: {
      "\($0)" == expected
    }
  }
}
