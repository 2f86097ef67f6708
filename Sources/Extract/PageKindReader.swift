/// Tells news, regulations and lists apart.
enum PageKindReader {
  static func kind(_ article: Article) -> PageKind {
    if article.text.isEmpty { return .other }
    return .news
  }
}
