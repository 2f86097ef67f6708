extension Schema {
  /// A row for each regulation that is known by its citation.
  public static let regulations = TableSchema(
    "regulations", title: "Regulations", judul: "Peraturan",
    description: "One row per regulation that a document is, cites or relates to another.",
    deskripsi: "Satu baris per peraturan yang dimuat, dikutip, atau dikaitkan oleh dokumen.",
    primaryKey: ["regulation"],
    columns: [
      Column(
        "regulation", "Short citation, which is its identifier.",
        id: "Kutipan singkat yang menjadi pengenalnya.", isRequired: true, example: "UU 25/2009"),
      type, number, year, title, issuer, region,
      Column(
        "documents", .integer, "How many documents are it or cite it.",
        id: "Banyaknya dokumen yang memuat atau mengutipnya.", unit: "documents",
        isRequired: true),
    ])

  /// A row for each page that is itself a regulation.
  public static let regulationDocuments = TableSchema(
    "regulation_documents", title: "Regulations as documents", judul: "Dokumen peraturan",
    description: "One row per document that is a regulation, or a legal database's page about one.",
    deskripsi:
      "Satu baris per dokumen yang memuat peraturan, atau halaman pangkalan data tentangnya.",
    primaryKey: ["document"],
    columns: [
      Shared.document, regulation("regulation", "The regulation that it is.", "Peraturannya."),
      Column(
        "form", "text (the regulation's own words) or record (what a database says of it).",
        id: "text (isi peraturan) atau record (data tentang peraturan).", isRequired: true,
        oneOf: ["text", "record"], example: "text"),
      type, number, year, title, issuer, region,
      Column(
        "place", "Where it was enacted.", id: "Tempat penetapan.", example: "Jakarta"),
      Column(
        "enacted", .date, "Day of enactment (ditetapkan, disahkan).",
        id: "Tanggal ditetapkan atau disahkan.", example: "2017-05-10"),
      Column(
        "promulgated", .date, "Day of promulgation (diundangkan).", id: "Tanggal diundangkan.",
        example: "2017-05-19"),
      Column(
        "effective", .date, "Day from which it is in force, where that follows from the text.",
        id: "Tanggal mulai berlaku, bila dapat disimpulkan dari teks.", example: "2017-05-19"),
      Column(
        "effective_basis",
        "How that day is known: stated, enactment or promulgation (the day of these), later (some time "
          + "after).",
        id: "Dasar tanggal berlaku: stated (disebut), enactment (tanggal ditetapkan), promulgation "
          + "(tanggal diundangkan), later (beberapa waktu sesudahnya).",
        oneOf: ["stated", "enactment", "promulgation", "later"], example: "promulgation"),
      Column(
        "gazette", "Gazette in which it was published, with year and number.",
        id: "Lembaran atau berita tempat pengundangan, dengan tahun dan nomor.",
        example: "Berita Negara Republik Indonesia Tahun 2017 Nomor 708"),
      Column(
        "force", "What the page says of its force.", id: "Status keberlakuan menurut halaman.",
        example: "Berlaku"),
      Column(
        "articles", .integer, "How many articles (pasal) or decisions (diktum) were read.",
        id: "Banyaknya pasal atau diktum yang terbaca.", unit: "articles", isRequired: true),
      Shared.part,
    ] + Shared.evidence("its part of the extracted text"))

  /// A row for each article of such a page.
  public static let regulationArticles = TableSchema(
    "regulation_articles", title: "Parts of regulations", judul: "Bagian peraturan",
    description:
      "One row per chapter, article, paragraph, letter and number of a regulation's text.",
    deskripsi: "Satu baris per bab, pasal, ayat, huruf, dan angka pada teks peraturan.",
    primaryKey: ["document", "n"],
    columns: [
      Shared.document, Shared.number,
      regulation("regulation", "The regulation.", "Peraturannya."),
      Column(
        "kind",
        "What it is: menimbang, mengingat, memperhatikan, menetapkan (recitals and enacting words), "
          + "bab, bagian, paragraf, pasal, ayat, huruf, angka, diktum, lampiran, penjelasan.",
        id: "Jenis bagian: menimbang, mengingat, memperhatikan, menetapkan, bab, bagian, paragraf, "
          + "pasal, ayat, huruf, angka, diktum, lampiran, penjelasan.",
        isRequired: true,
        oneOf: [
          "menimbang", "mengingat", "memperhatikan", "menetapkan", "bab", "bagian", "paragraf",
          "pasal", "ayat", "huruf", "angka", "diktum", "lampiran", "penjelasan",
        ], example: "ayat"),
      Column("number", "As it is counted.", id: "Nomornya.", example: "2"),
      Column(
        "path", "From the outermost part on.", id: "Letaknya, dari bagian terluar.",
        isRequired: true, example: "BAB II / Pasal 7 / (2) / a"),
      Column(
        "heading", "Title of a chapter or section.", id: "Judul bab atau bagian.",
        example: "KETENTUAN UMUM"),
      Column(
        "until", .integer, "Where all of it ends, the parts below included, counted as end is.",
        id: "Akhir seluruh bagian, termasuk bagian di bawahnya, dihitung seperti end.",
        unit: "code points from 0", isRequired: true, example: "980"),
      Shared.part,
    ] + Shared.evidence("its part of the extracted text"))

  /// A row for each place that says what one regulation is to another.
  public static let regulationRelations = TableSchema(
    "regulation_relations", title: "Relations of regulations", judul: "Hubungan peraturan",
    description: "One row per place where a document says what one regulation is to another.",
    deskripsi: "Satu baris per tempat dokumen menyatakan hubungan antarperaturan.",
    primaryKey: ["document", "n"],
    columns: [
      Shared.document, Shared.number,
      regulation("regulation", "The regulation that acts.", "Peraturan yang bertindak."),
      Column(
        "relation",
        "What it does: amends, repeals, implements the other, or is based_on it (Mengingat).",
        id:
          "Hubungannya: amends (mengubah), repeals (mencabut), implements (melaksanakan), based_on "
          + "(berdasarkan).",
        isRequired: true, oneOf: ["amends", "repeals", "implements", "based_on"],
        example: "based_on"),
      regulation("other", "The other regulation.", "Peraturan yang lain."), Shared.part,
    ] + Shared.evidence("its part of the extracted text"))

  /// A row for each place that cites a regulation.
  public static let citations = TableSchema(
    "citations", title: "Citations", judul: "Kutipan peraturan",
    description: "One row per place where a document cites a regulation.",
    deskripsi: "Satu baris per tempat dokumen mengutip peraturan.",
    primaryKey: ["document", "n"],
    columns: [
      Shared.document, Shared.number,
      Column(
        "regulation", "The regulation; empty for an article of a regulation that is not named.",
        id: "Peraturannya; kosong untuk pasal dari peraturan yang tidak disebut.",
        references: Reference("regulations", "regulation"), example: "UU 25/2009"),
      Column("article", "Article (pasal).", id: "Pasal.", example: "21"),
      Column("paragraph", "Paragraph (ayat).", id: "Ayat.", example: "1"),
      Column("letter", "Letter (huruf).", id: "Huruf.", example: "a"),
      Column("number", "Number below the letter or article (angka).", id: "Angka.", example: "2"),
      Column(
        "resolved",
        "How the regulation is known: stated, short_name, earlier (named before), itself (the document), "
          + "year_inferred (from the document or the tables); or what of it is not: year_unknown, "
          + "issuer_unknown, article_only.",
        id:
          "Cara peraturan dikenali: stated (disebut), short_name (nama singkat), earlier (disebut "
          + "sebelumnya), itself (dokumen ini), year_inferred (tahun disimpulkan); atau apa yang "
          + "belum: year_unknown, issuer_unknown, article_only.",
        isRequired: true,
        oneOf: [
          "stated", "short_name", "earlier", "itself", "year_inferred", "year_unknown",
          "issuer_unknown", "article_only",
        ], example: "stated"),
      Shared.part,
    ] + Shared.evidence("its part of the extracted text"))

  /// A row for each band that a regulation states, held against the scales table.
  public static let scaleChecks = TableSchema(
    "scale_checks", title: "Scales in regulations", judul: "Skala di dalam peraturan",
    description:
      "One row per band that a regulation's text sets, beside the band of the scales table.",
    deskripsi:
      "Satu baris per rentang yang ditetapkan teks peraturan, di samping rentang pada tabel "
      + "scales.",
    primaryKey: ["document", "n"],
    columns: [
      Shared.document, Shared.number,
      regulation("regulation", "The regulation.", "Peraturannya."), Shared.instrument(),
      Column(
        "scale", "Scale that it was compared with, by its id in the scales table.",
        id: "Skala pembanding, menurut id pada tabel scales.", example: "skm_2017_konversi"),
      Column(
        "band", .integer, "Place of the band in that scale.", id: "Urutan rentang pada skala itu.",
        unit: "position", example: "1"),
      Column(
        "verdict",
        "equal; rounded (the same bounds in whole numbers); different; unknown (there is no scale to "
          + "compare with).",
        id:
          "equal (sama), rounded (sama setelah dibulatkan), different (berbeda), unknown (tidak ada "
          + "skala pembanding).",
        isRequired: true, oneOf: ["equal", "rounded", "different", "unknown"], example: "equal"),
      Column(
        "differs", "Columns that differ, joined by ;.", id: "Kolom yang berbeda, dipisah ;.",
        example: "score_min"),
    ] + band("as the text states it", "menurut teks", "")
      + band("in the scales table", "menurut tabel scales", "known_") + [Shared.part]
      + Shared.evidence("its part of the extracted text"))

  private static func band(_ place: String, _ tempat: String, _ prefix: String) -> [Column] {
    [
      Column(
        prefix + "score_min", .number, "Lowest score of the band, \(place).",
        id: "Nilai terendah rentang \(tempat).", unit: "points", example: "88.31"),
      Column(
        prefix + "score_max", .number, "Highest score of the band, \(place).",
        id: "Nilai tertinggi rentang \(tempat).", unit: "points", example: "100"),
      Column(
        prefix + "zone", "Zone of the band, \(place).", id: "Zona rentang \(tempat).",
        example: "hijau"),
      Column(
        prefix + "grade", "Grade of the band, \(place).", id: "Nilai huruf rentang \(tempat).",
        example: "A"),
      Column(
        prefix + "category", "Category of the band, \(place).",
        id: "Kategori rentang \(tempat).", example: "Sangat Baik"),
    ]
  }

  private static func regulation(
    _ name: String, _ description: String, _ deskripsi: String
  ) -> Column {
    Column(
      name, description, id: deskripsi, isRequired: true,
      references: Reference("regulations", "regulation"), example: "UU 25/2009")
  }

  private static let type = Column(
    "type", "Type of regulation.", id: "Jenis peraturan.", example: "Undang-Undang")
  private static let number = Column(
    "number", "Number, as text.", id: "Nomor, sebagai teks.", example: "25")
  private static let year = Column(
    "year", .integer, "Year of the regulation.", id: "Tahun peraturan.", unit: "calendar year",
    example: "2009")
  private static let title = Column(
    "title", "What it is about.", id: "Tentang.", example: "Pelayanan Publik")
  private static let issuer = Column("issuer", "Who issued it.", id: "Penerbit peraturan.")
  private static let region = Column(
    "region_code", "Official code of the region whose regulation it is.",
    id: "Kode resmi daerah yang menerbitkannya.", references: Reference("regions", "region_code"),
    example: "18.72")
}
