import CXLSXWriter

/// The formats of a workbook's cells. They belong to the workbook, which frees them.
struct XLSXStyles {
  typealias Style = UnsafeMutablePointer<lxw_format>

  let header: Style?
  let link: Style?
  let date: Style?
  /// By the names of the zones, in an order that is the same in every run.
  let zones: [(name: String, style: Style?)]
  private let book: UnsafeMutablePointer<lxw_workbook>
  private var numbers: [Int: Style?] = [:]

  init(_ book: UnsafeMutablePointer<lxw_workbook>) {
    self.book = book
    header = workbook_add_format(book)
    format_set_bold(header)
    format_set_bottom(header, UInt8(LXW_BORDER_THIN.rawValue))
    format_set_bg_color(header, 0xEDEDED)
    link = workbook_get_default_url_format(book)
    date = workbook_add_format(book)
    format_set_num_format(date, "yyyy-mm-dd")
    // The colour is the zone's name; dark text on a pale ground reads in grey too.
    let colours: [(name: String, ground: lxw_color_t, text: lxw_color_t)] = [
      ("hijau", 0xC6EFCE, 0x006100), ("kuning", 0xFFEB9C, 0x7F6000), ("merah", 0xFFC7CE, 0x9C0006),
    ]
    zones = colours.map { name, ground, text in
      let style = workbook_add_format(book)
      format_set_bg_color(style, ground)
      format_set_font_color(style, text)
      return (name, style)
    }
  }

  /// A number with the places that its source gives, so that 80.50 is not shown as 80.5.
  mutating func number(places: Int) -> Style? {
    if let style = numbers[places] { return style }
    let style = workbook_add_format(book)
    let zeros = String(repeating: "0", count: places)
    format_set_num_format(style, places == 0 ? "0" : "0." + zeros)
    numbers[places] = style
    return style
  }
}
