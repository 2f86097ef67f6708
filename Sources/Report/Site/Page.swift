/// A page of the site in one language: where it lies, and what every page has.
struct Page {
  let template: String
  /// Below the folder of the language: `region/18.72.html`.
  let path: String
  let title: String
  /// The entry of the menu that leads here.
  let section: Section
  var context: Context

  enum Section: String, CaseIterable {
    case index, results, compare, conflicts, targets, unknown, review, documents, method

    var title: TextKey {
      switch self {
      case .index: .navOverview
      case .results: .navResults
      case .compare: .navCompare
      case .conflicts: .navConflicts
      case .targets: .navTargets
      case .unknown: .navUnknown
      case .review: .navReview
      case .documents: .navDocuments
      case .method: .navMethod
      }
    }
  }

  /// All that the page's template sees.
  func complete(_ words: Words) -> Context { frame(words).adding(context) }

  /// What the frame around every page needs.
  func frame(_ words: Words) -> Context {
    let depth = path.utf8.count { $0 == UInt8(ascii: "/") }
    let root = String(repeating: "../", count: depth)
    let top = root + (words.language.folder.isEmpty ? "" : "../")
    return [
      "t": Context(words.texts), "lang": words.language.rawValue, "title": title, "root": root,
      "assets": top + "assets/", "up": words.language.folder.isEmpty ? "" : "../",
      "menu": Section.allCases.map { entry in
        [
          "href": "\(root)\(entry.rawValue).html", "label": words(entry.title),
          "isCurrent": entry == section,
        ] as Context
      },
      "languages": Language.allCases.filter { $0 != words.language }.map { other in
        ["code": other.rawValue, "href": top + other.folder + path] as Context
      },
    ]
  }
}
