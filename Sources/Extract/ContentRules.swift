/// Every list and weight by which main content is told from what surrounds it, each with its reason.
/// The words are those that page makers everywhere give to classes and ids (the vocabularies of
/// readability, trafilatura and resiliparse, and those of Indonesian themes); none is one site's.
enum ContentRules {
  /// What a word in a class or id says about an element.
  enum Sense: UInt8 {
    /// Not part of the page's own text.
    case junk
    /// Comments of readers.
    case comments
    /// The body of an article, by name.
    case body
    /// An article, or the middle of a page: weaker than `body`.
    case article
    /// Not shown.
    case hidden
    /// Date, author, counters near the headline.
    case byline
    case caption
    /// A post of somebody else set into the text, which belongs to it.
    case embed
  }

  /// Where in a class or id a word must stand. Words are split at everything but letters, and at a
  /// capital behind a small letter; `name` is a class or id as a whole.
  enum Fit: UInt8 { case anywhere, start, whole, name }

  static let words: [(String, Fit, Sense)] = [
    // The body of an article.
    ("articlebody", .start, .body), ("article-body", .start, .body),
    ("article_body", .start, .body), ("article__body", .start, .body),
    ("article-content", .start, .body), ("article__content", .start, .body),
    ("articlecontent", .start, .body), ("article-text", .start, .body),
    ("articletext", .start, .body), ("article_content", .start, .body),
    ("entry-content", .start, .body), ("entry__content", .start, .body),
    ("entry-body", .start, .body), ("post-content", .start, .body),
    ("post-body", .start, .body), ("post_content", .start, .body), ("postbody", .start, .body),
    ("post__content", .start, .body), ("postcontent", .start, .body),
    ("story-body", .start, .body), ("storybody", .start, .body), ("story-content", .start, .body),
    ("story__body", .start, .body), ("story-text", .start, .body), ("body-content", .start, .body),
    ("news-content", .start, .body), ("newscontent", .start, .body),
    ("detail-content", .start, .body), ("detail__body", .start, .body),
    ("detail-text", .start, .body), ("isi-berita", .start, .body), ("isiberita", .start, .body),
    ("isi-artikel", .start, .body), ("content-detail", .start, .body),
    ("td-post-content", .start, .body),
    // Weaker.
    ("article", .whole, .article), ("hentry", .whole, .article), ("main", .whole, .article),
    ("post", .whole, .article), ("story", .whole, .article), ("artikel", .whole, .article),
    ("content", .whole, .article), ("maincontent", .start, .article), ("berita", .whole, .article),
    // What is not shown.
    ("hidden", .name, .hidden), ("hide", .name, .hidden), ("sr-only", .whole, .hidden),
    ("visually-hidden", .start, .hidden),
    ("visuallyhidden", .start, .hidden), ("screen-reader", .start, .hidden),
    ("print-only", .start, .hidden), ("noscript", .whole, .hidden),
    // Readers' comments.
    ("comments", .start, .comments), ("comment", .start, .comments),
    ("komentar", .anywhere, .comments), ("disqus", .start, .comments),
    ("respond", .whole, .comments), ("commentlist", .anywhere, .comments),
    // Ways through the site.
    ("nav", .whole, .junk), ("navbar", .start, .junk), ("navigation", .anywhere, .junk),
    ("navigasi", .anywhere, .junk), ("menu", .start, .junk), ("submenu", .start, .junk),
    ("breadcrumb", .anywhere, .junk), ("breadcrumbs", .anywhere, .junk),
    ("pagination", .anywhere, .junk), ("pager", .start, .junk), ("paging", .start, .junk),
    ("sidebar", .anywhere, .junk), ("footer", .anywhere, .junk), ("masthead", .start, .junk),
    ("toolbar", .anywhere, .junk), ("topbar", .start, .junk), ("skip-link", .start, .junk),
    ("site-header", .start, .junk), ("toc", .name, .junk), ("right-rail", .name, .junk),
    // Other stories.
    ("related", .anywhere, .junk), ("terkait", .anywhere, .junk), ("recommend", .start, .junk),
    ("rekomendasi", .anywhere, .junk), ("popular", .anywhere, .junk),
    ("terpopuler", .anywhere, .junk),
    ("trending", .anywhere, .junk), ("most-read", .start, .junk), ("mostread", .start, .junk),
    ("latest", .start, .junk), ("terbaru", .anywhere, .junk), ("terkini", .anywhere, .junk),
    ("baca-juga", .anywhere, .junk), ("bacajuga", .anywhere, .junk),
    ("baca-lainnya", .start, .junk),
    ("lainnya", .whole, .junk), ("read-more", .whole, .junk), ("readmore", .whole, .junk),
    ("more-stories", .start, .junk), ("yarpp", .start, .junk), ("outbrain", .start, .junk),
    ("taboola", .start, .junk), ("zergnet", .start, .junk), ("see-also", .start, .junk),
    ("simak", .whole, .junk), ("inline-related", .start, .junk), ("teaser", .start, .junk),
    // Posts set into the text.
    ("social-media-embed", .start, .embed), ("social-embed", .start, .embed),
    ("twitter-tweet", .start, .embed), ("twitter-post", .start, .embed),
    ("instagram-media", .start, .embed), ("embed-social", .start, .embed),
    // Sharing and joining.
    ("share", .start, .junk), ("sharing", .start, .junk), ("social", .start, .junk),
    ("sosial", .whole, .junk), ("sosmed", .start, .junk), ("medsos", .start, .junk),
    ("addtoany", .start, .junk), ("addthis", .start, .junk), ("sharedaddy", .start, .junk),
    ("bagikan", .start, .junk), ("newsletter", .anywhere, .junk), ("subscribe", .anywhere, .junk),
    ("subscription", .start, .junk), ("langganan", .anywhere, .junk), ("signup", .start, .junk),
    ("sign-up", .start, .junk), ("login", .start, .junk), ("follow", .start, .junk),
    ("donate", .start, .junk), ("donation", .start, .junk), ("paywall", .start, .junk),
    // Adverts, consent, boxes over the page.
    ("ad", .whole, .junk), ("ads", .whole, .junk), ("advert", .start, .junk),
    ("adsbygoogle", .start, .junk), ("iklan", .anywhere, .junk), ("banner", .start, .junk),
    ("sponsor", .start, .junk), ("promo", .start, .junk), ("cookie", .start, .junk),
    ("cookies", .start, .junk), ("gdpr", .start, .junk), ("consent", .start, .junk),
    ("modal", .name, .junk), ("popup", .start, .junk), ("overlay", .name, .junk),
    ("lightbox", .start, .junk), ("tooltip", .start, .junk),
    // About the article, not of it.
    ("tags", .whole, .junk), ("taglist", .start, .junk), ("tag-list", .start, .junk),
    ("tagcloud", .start, .junk), ("tagging", .whole, .junk), ("post-tag", .start, .junk),
    ("label", .name, .junk), ("labels", .name, .junk), ("cat-links", .start, .junk),
    ("author", .start, .byline), ("byline", .start, .byline), ("penulis", .start, .byline),
    ("about-author", .start, .junk), ("author-bio", .start, .junk), ("author-box", .start, .junk),
    ("authorbox", .start, .junk), ("bio", .name, .junk), ("profile", .name, .byline),
    ("dateline", .start, .byline), ("timestamp", .start, .byline), ("datetime", .start, .byline),
    ("published", .name, .byline), ("post-meta", .start, .byline), ("entry-meta", .start, .byline),
    ("meta", .name, .byline), ("credit", .start, .byline), ("views", .name, .byline),
    ("rating", .start, .junk), ("ratings", .start, .junk), ("poll", .name, .junk),
    ("vote", .start, .junk), ("voting", .start, .junk), ("hit-counter", .start, .junk),
    ("pengunjung", .anywhere, .junk), ("statistik", .name, .junk), ("copyright", .start, .junk),
    ("feedback", .start, .junk), ("survei-situs", .start, .junk), ("jajak", .start, .junk),
    ("search", .name, .junk), ("pencarian", .whole, .junk), ("printfriendly", .start, .junk),
    ("caption", .anywhere, .caption), ("gallery", .start, .caption),
    ("slideshow", .start, .caption), ("galeri", .start, .caption),
    ("keterangan-foto", .start, .caption),
  ]

  /// Elements that stand for furniture by themselves.
  static let junkTags: Set<Tag> = [.nav, .footer, .menu, .form, .aside, .fieldset]
  static let junkRoles = [
    "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alert", "menu",
    "menubar", "alertdialog", "toolbar",
  ]
  /// A form or aside that holds this share of the page's text is the page itself (whole pages stand
  /// in one form where ASP.NET made them).
  static let wholePageShare = 0.6
  /// Text kept that is shorter than this, on a page with several times as much, is a sign that a word
  /// of a class was misunderstood: the page is read again without these words.
  static let thinPage = 300
  static let thinFactor = 3
  /// Going down from the body, a child that holds this share of the text is gone into.
  static let descendShare = 0.7
  /// An `article` or `main` element that holds this share is where going down begins.
  static let articleShare = 0.6
  /// Less will do when it is long and three times as long as any other article of the page.
  static let leadingArticleShare = 0.4
  static let longArticle = 800
  /// A container named as the body of an article is taken when it holds this share.
  static let namedBodyShare = 0.35
  /// Characters of running text below which the named body is not believed.
  static let thinText = 140
  /// A block with this share of its characters in links is a way to elsewhere.
  static let linkShare = 0.8
}
