/// Pieces of pictures that are written by hand: each picture has a title and a description, and colours
/// come from classes of the style sheet, so that print and grey can have their own.
enum SVG {
  /// - Parameters:
  ///   - id: unique on the page.
  ///   - title: what the picture is.
  ///   - description: what it shows, for those who do not see it.
  static func picture(
    id: String, title: String, description: String, width: Int, height: Int, style: String = "",
    _ content: String
  ) -> String {
    """
    <svg class="chart\(style.isEmpty ? "" : " " + style)" role="img" \
    aria-labelledby="\(id)-t \(id)-d" width="\(width)" height="\(height)" \
    viewBox="0 0 \(width) \(height)" xmlns="http://www.w3.org/2000/svg">
    <title id="\(id)-t">\(Markup.escape(title))</title>
    <desc id="\(id)-d">\(Markup.escape(description))</desc>
    \(content)</svg>
    """
  }

  static func text(
    _ x: Int, _ y: Int, _ text: String, style: String = ""
  ) -> String {
    "<text\(style.isEmpty ? "" : " class=\"\(style)\"") x=\"\(x)\" y=\"\(y)\">"
      + Markup.escape(text) + "</text>\n"
  }

  static func line(_ style: String, _ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int) -> String {
    "<line class=\"\(style)\" x1=\"\(x1)\" y1=\"\(y1)\" x2=\"\(x2)\" y2=\"\(y2)\"/>\n"
  }

  static func box(
    _ style: String, _ x: Int, _ y: Int, _ width: Int, _ height: Int, fill: String? = nil
  ) -> String {
    "<rect\(style.isEmpty ? "" : " class=\"\(style)\"") x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" "
      + "height=\"\(height)\"\(fill.map { " fill=\"\($0)\"" } ?? "")/>\n"
  }

  /// Stripes, dots and a grid, for the second zone, the third and the fourth.
  static func patterns(_ id: String) -> String {
    let shapes = [
      "<path d=\"M-2 2 2-2M0 8 8 0M6 10 10 6\" stroke=\"#0004\" stroke-width=\"1.5\"/>",
      "<circle cx=\"4\" cy=\"4\" r=\"1.4\" fill=\"#fff7\"/>",
      "<path d=\"M0 4H8M4 0V8\" stroke=\"#0004\"/>",
    ]
    let patterns = shapes.enumerated().map { place, shape in
      "<pattern id=\"\(id)-p\(place)\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
        + shape + "</pattern>"
    }
    return "<defs>\(patterns.joined())</defs>\n"
  }

  /// Fill of a zone's pattern by its place from best to worst; nothing for the best.
  static func pattern(_ id: String, place: Int) -> String? {
    place > 0 ? "url(#\(id)-p\((place - 1) % 3))" : nil
  }

  /// Text that fits a place, with an ellipsis where it was cut.
  static func cut(_ text: String, to count: Int) -> String {
    text.count <= count ? text : text.prefix(count - 1) + "…"
  }
}
