extension Schema {
  /// A row for each statement that was read, with its quote.
  public static let claims = TableSchema(
    "claims", title: "Claims", judul: "Klaim",
    description: "One row per statement of a document: who has which value, in which year, under "
      + "which instrument. The value columns hold only what the text states, as the program read it: "
      + "corrections take effect in the other tables.",
    deskripsi: "Satu baris per pernyataan dokumen: siapa memperoleh nilai apa, pada tahun berapa, "
      + "menurut instrumen apa. Kolom nilai hanya memuat apa yang dinyatakan teks sebagaimana dibaca "
      + "program: koreksi berlaku di tabel lain.",
    primaryKey: ["claim"],
    columns: [
      Column(
        "claim", "Identifier made from the content; the same in every run.",
        id: "Pengenal yang dibuat dari isi; sama pada setiap proses.", isRequired: true,
        example: "c1f0a93be27d"),
      Shared.document, Shared.part,
    ] + Shared.region + Shared.unit + [unitCount, Shared.year, yearMin, yearMax, yearBasis]
      + [Shared.assessor, Shared.instrument(), scale] + Shared.values + [
        Column(
          "units_assessed", .integer, "How many units the source says were assessed.",
          id: "Banyaknya unit yang dinilai menurut sumber.", unit: "units", example: "12"),
        status,
        Column(
          "negated", .boolean, "Whether the sentence denies the value.",
          id: "Apakah kalimat menyangkal nilai itu.", isRequired: true, example: "false"),
        Column(
          "derived", .boolean,
          "Whether the row follows from arithmetic on the text (the other 11 of 12 units).",
          id: "Apakah baris diturunkan dari hitungan pada teks (11 unit lain dari 12).",
          isRequired: true, example: "false"),
        Column(
          "speaker", "Office of the person who says it.", id: "Jabatan orang yang menyatakan.",
          example: "Wali Kota"),
        Column(
          "speaker_name", "Name of the person who says it, without titles and degrees.",
          id: "Nama orang yang menyatakan, tanpa gelar."),
        Column(
          "reported_source", "What the statement is taken from, in the source's words.",
          id: "Asal pernyataan itu, menurut kata-kata sumber.",
          example: "laporan hasil evaluasi"),
      ] + Shared.evidence("its part of the extracted text") + [
        Column(
          "evidence",
          "Where each value stands: field:start-end, joined by ;, counted as start and end are.",
          id: "Tempat setiap nilai: kolom:awal-akhir, dipisah ;, dihitung seperti start dan end.",
          example: "score:431-436;region:412-422"),
        Column(
          "year_chain", "How a relative or inherited year was resolved.",
          id: "Cara tahun relatif atau warisan ditentukan.", example: "setahun kemudian <- 2021"),
        Column("rule", "Rule that made the claim.", id: "Aturan yang membuat klaim."),
        Shared.confidence,
        Column(
          "flags", "Reasons for doubt, joined by ;.", id: "Alasan keraguan, dipisah ;.",
          example: "band_gap"),
        correctionList,
      ])

  /// A row for each claim that is no result: a target, a hypothetical or a denial.
  public static let targets = TableSchema(
    "targets", title: "Targets and other unachieved statements", judul: "Target dan harapan",
    description: "One row per claim that is no result: a target, a hypothetical or a denial.",
    deskripsi: "Satu baris per klaim yang bukan capaian: target, pengandaian, atau sangkalan.",
    primaryKey: ["claim"],
    columns: [
      Column(
        "claim", "The claim.", id: "Klaim.", isRequired: true,
        references: Reference("claims", "claim")),
      Shared.document, status,
    ] + Shared.region + Shared.unit + [Shared.year, yearMin, yearMax, yearBasis]
      + [Shared.assessor, Shared.instrument(), scale] + Shared.values + [
        Column(
          "speaker", "Office of the person who says it.", id: "Jabatan yang menyatakan.",
          example: "Wali Kota"),
        Column(
          "quote", "The sentence of the document, word for word.",
          id: "Kalimat pada dokumen, kata demi kata.", isRequired: true),
        Shared.confidence,
        Column("flags", "Reasons for doubt, joined by ;.", id: "Alasan keraguan, dipisah ;."),
      ])

  /// A row for each count of bodies ("12 cities are in the green zone").
  public static let totals = TableSchema(
    "totals", title: "Stated totals", judul: "Jumlah yang dinyatakan",
    description: "One row per stated count: so many of so many bodies in a zone or category.",
    deskripsi: "Satu baris per jumlah yang dinyatakan: sekian dari sekian badan pada suatu zona "
      + "atau kategori.",
    primaryKey: ["total"],
    columns: [
      Column(
        "total", "Identifier made from the content.", id: "Pengenal yang dibuat dari isi.",
        isRequired: true),
      Shared.document, Shared.part,
      Column(
        "region_code", "Region within which is counted; empty for the nation.",
        id: "Wilayah tempat penghitungan; kosong untuk nasional.",
        references: Reference("regions", "region_code")),
      Column(
        "scope", "The scope in the source's words.", id: "Lingkup dalam kata-kata sumber.",
        example: "nasional"),
      Shared.year, Shared.instrument(),
      Column(
        "level", "What is counted: provinsi, kota, kabupaten, kementerian, lembaga, unit.",
        id: "Apa yang dihitung: provinsi, kota, kabupaten, kementerian, lembaga, unit.",
        example: "kota"),
      Column(
        "count", .integer, "How many.", id: "Banyaknya.", unit: "bodies", isRequired: true,
        example: "53"),
      Column(
        "of", .integer, "Out of how many.", id: "Dari berapa.", unit: "bodies", example: "98"),
      Column("zone", "Zone that is counted.", id: "Zona yang dihitung.", example: "hijau"),
      Column("category", "Category that is counted.", id: "Kategori yang dihitung."),
    ] + Shared.evidence("its part of the extracted text"))

  static let status = Column(
    "status", "achieved (a result), target, hypothetical or negated.",
    id: "achieved (capaian), target, hypothetical (pengandaian), atau negated (disangkal).",
    isRequired: true, oneOf: ["achieved", "target", "hypothetical", "negated"],
    example: "achieved")

  static let scale = Column(
    "scale", "Grading scale that was valid that year, by its id in the scales table.",
    id: "Skala penilaian yang berlaku tahun itu, menurut id pada tabel scales.",
    example: "kepatuhan_2022")

  private static let unitCount = Column(
    "unit_count", .integer, "How many unnamed units a derived row stands for.",
    id: "Banyaknya unit tanpa nama yang diwakili baris turunan.", unit: "units", example: "11")

  private static let yearMin = Column(
    "year_min", .integer, "Earliest possible year, where the text is vague.",
    id: "Tahun paling awal yang mungkin bila teks tidak pasti.", unit: "calendar year",
    example: "2021")

  private static let yearMax = Column(
    "year_max", .integer, "Latest possible year, where the text is vague.",
    id: "Tahun paling akhir yang mungkin bila teks tidak pasti.", unit: "calendar year",
    example: "2022")

  private static let yearBasis = Column(
    "year_basis",
    "Where the year comes from: stated, relative (to another year), heading, announced (from the "
      + "date of publication), none.",
    id: "Asal tahun: stated (dinyatakan), relative (dari tahun lain), heading (judul), announced "
      + "(dari tanggal terbit), none (tidak ada).",
    oneOf: ["stated", "relative", "heading", "announced", "none"], example: "stated")
}
