import Lexicon
import Tag

/// What a band is called.
struct BandLabel {
  var zone: String?
  var shade: String?
  var grade: String?
  var category: String?

  var isEmpty: Bool { zone == nil && grade == nil && category == nil }
}

/// Recognises grades, zones and categories as the lexicon's scales name them.
struct BandLabels {
  private let grades: Set<String>
  /// Categories and further labels by their words, to the category.
  private let categories: [[[UInt8]]: String]
  private let longest: Int

  init(_ lexicon: Lexicon) {
    var grades: Set<String> = []
    var categories: [[[UInt8]]: String] = [:]
    for band in lexicon.scales.flatMap(\.bands) {
      if let grade = band.grade { grades.insert(grade) }
      guard let category = band.category else { continue }
      categories[DraftingText.words(category.utf8)] = category
    }
    self.grades = grades
    self.categories = categories
    longest = categories.keys.map(\.count).max() ?? 0
  }

  /// The label in the cells of a row: a cell that is a grade, a zone or a category.
  func label(of cells: [Range<Int>], _ items: Range<Int>, _ view: DraftingView) -> BandLabel? {
    var label = BandLabel()
    for cell in cells {
      let text = view.string(cell)
      if label.grade == nil, grades.contains(text) { label.grade = text }
    }
    fill(&label, items, view)
    return label.isEmpty ? nil : label
  }

  /// The label in running text: a grade counts alone in brackets or behind a word that announces it.
  func label(_ items: Range<Int>, _ view: DraftingView) -> BandLabel? {
    var label = BandLabel()
    let cues = view.document.classes.set("grade_cue", "category_cue", "header_grade")
    for item in items where label.grade == nil {
      if case .grade(let grade) = view.items[item].content { label.grade = grade }
      guard item > items.lowerBound, grades.contains(view.string(item)) else { continue }
      let before = view.items[item - 1]
      if before.classes.intersects(cues) || before.isMark("(") || before.isMark("\"") {
        label.grade = view.string(item)
      }
    }
    fill(&label, items, view)
    return label.isEmpty ? nil : label
  }

  private func fill(_ label: inout BandLabel, _ items: Range<Int>, _ view: DraftingView) {
    var words: [[UInt8]] = []
    for item in items {
      if case .zone(let zone, let shade, _) = view.items[item].content, label.zone == nil {
        label.zone = zone
        label.shade = shade
      }
      if case .grade(let grade) = view.items[item].content, label.grade == nil {
        label.grade = grade
      }
      words += DraftingText.words(view.bytes(item))
    }
    label.category = category(words)
  }

  /// The longest category whose words stand side by side.
  private func category(_ words: [[UInt8]]) -> String? {
    for length in stride(from: min(longest, words.count), to: 0, by: -1) {
      for start in 0...(words.count - length) {
        if let category = categories[Array(words[start..<start + length])] { return category }
      }
    }
    return nil
  }
}
