extension Codebook {
  var markdown: String {
    let words = headings
    var lines = ["# " + Self.plain(title), "", Self.plain(introduction), ""]
    for section in sections {
      lines += ["## `\(section.name)` — \(Self.plain(section.title))", ""]
      lines += ["\(Self.plain(section.description)) \(rows(section.rows))", ""]
      lines.append("| \(words.joined(separator: " | ")) |")
      lines.append("|---|---|---|---|")
      for entry in section.entries {
        let cells = [
          "`\(entry.name)`\(entry.marks)", entry.type, Self.plain(entry.description),
          entry.example(Self.plain),
        ]
        lines.append("| \(cells.joined(separator: " | ")) |")
      }
      lines.append("")
    }
    lines += ["## " + language("Views of tilik.sqlite", "Tampilan di tilik.sqlite"), ""]
    lines += views.map { "* `\($0.name)`: \(Self.plain($0.question))" }
    return lines.joined(separator: "\n") + "\n"
  }

  /// One page without scripts or anything from elsewhere.
  var html: String {
    var lines = [
      "<!DOCTYPE html>", "<html lang=\"\(language.rawValue)\">", "<head>",
      "<meta charset=\"utf-8\">",
      "<meta http-equiv=\"Content-Security-Policy\" "
        + "content=\"default-src 'none'; style-src 'unsafe-inline'\">",
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
      "<title>\(Self.escaped(title))</title>", "<style>\(Self.style)</style>", "</head>", "<body>",
      "<h1>\(Self.escaped(title))</h1>", "<p>\(Self.escaped(introduction))</p>", "<ul>",
    ]
    lines += sections.map {
      "<li><a href=\"#\($0.name)\"><code>\($0.name)</code></a> \(Self.escaped($0.title))</li>"
    }
    lines.append("</ul>")
    for section in sections { lines += page(section) }
    lines.append("<h2>\(language("Views of tilik.sqlite", "Tampilan di tilik.sqlite"))</h2><ul>")
    lines += views.map { "<li><code>\($0.name)</code>: \(Self.escaped($0.question))</li>" }
    lines += ["</ul>", "</body>", "</html>"]
    return lines.joined(separator: "\n") + "\n"
  }

  private func page(_ section: Section) -> [String] {
    var lines = [
      "<h2 id=\"\(section.name)\"><code>\(section.name)</code> — \(Self.escaped(section.title))</h2>",
      "<p>\(Self.escaped(section.description)) \(rows(section.rows))</p>",
      "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"\(section.name)\"><table>",
      "<thead><tr>" + headings.map { "<th scope=\"col\">\($0)</th>" }.joined() + "</tr></thead>",
      "<tbody>",
    ]
    for entry in section.entries {
      lines.append(
        "<tr><th scope=\"row\"><code>\(entry.name)</code>\(entry.marks)</th><td>\(entry.type)</td>"
          + "<td>\(Self.escaped(entry.description))</td>"
          + "<td>\(entry.example(Self.escaped))</td></tr>")
    }
    return lines + ["</tbody></table></div>"]
  }

  private var headings: [String] {
    [
      language("column", "kolom"), language("type", "jenis"), language("meaning", "makna"),
      language("example", "contoh"),
    ]
  }

  private func rows(_ count: Int) -> String {
    language(count == 1 ? "1 row." : "\(count) rows.", "\(count) baris.")
  }

  /// Text that Markdown shows as it stands, on one line.
  static func plain(_ text: String) -> String {
    var written = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "|", "`", "*", "_", "[", "]", "#":
        written += "\\"
        written.unicodeScalars.append(scalar)
      case "<": written += "&lt;"
      case "&": written += "&amp;"
      case "\n", "\r", "\t": written += " "
      default: written.unicodeScalars.append(scalar)
      }
    }
    return written
  }

  private static func escaped(_ text: String) -> String {
    var written = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": written += "&amp;"
      case "<": written += "&lt;"
      case ">": written += "&gt;"
      case "\"": written += "&quot;"
      case "\n", "\t": written.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: written += "\u{FFFD}"
      default: written.unicodeScalars.append(scalar)
      }
    }
    return written
  }

  private static let style =
    "body{font:16px/1.5 sans-serif;margin:1rem auto;max-width:70rem;padding:0 1rem;color:#222;"
    + "background:#fff}.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}"
    + "th,td{border:1px solid #bbb;padding:.25rem .5rem;text-align:left;vertical-align:top;"
    + "overflow-wrap:anywhere}thead th{background:#eee}a{color:#0645ad}"
}
