/// The data contract: every table of a dataset, in one place. The writers, the data package, the
/// SQLite file and the reader are all driven by these values; nothing else knows a column's name
/// and type.
public enum Schema {
  /// In an order in which no table refers to a later one, but for `documents` and `regions`, which
  /// refer to themselves.
  public static let all: [TableSchema] = [
    regions, units, instruments, scales, regulations,
    documents, lost, mentions, diagnostics, citations, regulationDocuments, regulationArticles,
    regulationRelations, scaleChecks,
    claims, targets, totals, results, conflicts, coverage, panelRegionYear,
    corrections, knowledge,
  ]

  /// Nil where there is none of the name.
  public static func table(named name: String) -> TableSchema? {
    all.first { $0.name == name }
  }
}

/// Columns that several tables share, so that they read the same everywhere.
enum Shared {
  static let document = Column(
    "document", "Address of the document: its path under the corpus, and #offset for a record.",
    id: "Alamat dokumen: jalur di dalam korpus, ditambah #offset untuk rekaman arsip.",
    isRequired: true, references: Reference("documents", "document"),
    example: "berita/kota-2023.html")

  static let number = Column(
    "n", .integer, "Running number in the document.", id: "Nomor urut di dalam dokumen.",
    isRequired: true, example: "1")

  static let region: [Column] = [
    Column(
      "region_code", "Official code of the region (Ministry of Home Affairs), valid in that year.",
      id: "Kode resmi wilayah (Kementerian Dalam Negeri) yang berlaku pada tahun itu.",
      references: Reference("regions", "region_code"), example: "18.72"),
    Column(
      "region", "Full name of the assessed body: a region, ministry or agency.",
      id: "Nama lengkap badan yang dinilai: daerah, kementerian, atau lembaga.",
      example: "Kota Contoh"),
    Column(
      "level", "Kind of body: provinsi, kota, kabupaten, kementerian, lembaga.",
      id: "Jenis badan: provinsi, kota, kabupaten, kementerian, lembaga.", example: "kota"),
  ]

  static let unit: [Column] = [
    Column(
      "unit", "Service unit inside the body; empty when the body as a whole is meant.",
      id: "Unit pelayanan di dalam badan; kosong bila badan secara keseluruhan.",
      example: "Dinas Sosial"),
    Column(
      "unit_type", "Kind of unit: dinas, badan, rsud, puskesmas, kecamatan and so on.",
      id: "Jenis unit: dinas, badan, rsud, puskesmas, kecamatan, dan seterusnya.",
      example: "dinas"),
    Column(
      "sector", "Service sector of the unit.", id: "Sektor pelayanan unit.", example: "sosial"),
  ]

  static func instrument(isRequired: Bool = false) -> Column {
    Column(
      "instrument", "Instrument of assessment, by its id in the instruments table.",
      id: "Instrumen penilaian, menurut id pada tabel instruments.", isRequired: isRequired,
      references: Reference("instruments", "instrument"), example: "kepatuhan_ombudsman")
  }

  static let year = Column(
    "year", .integer, "Year that was assessed (not the year of publication).",
    id: "Tahun yang dinilai (bukan tahun terbit).", unit: "calendar year", example: "2023")

  static let assessor = Column(
    "assessor", "Body that made the assessment.", id: "Lembaga yang melakukan penilaian.",
    example: "Ombudsman Republik Indonesia")

  /// What a source can state of a result.
  static let values: [Column] = [
    Column(
      "score", .number, "Score as stated, with the places the source gives.",
      id: "Nilai sebagaimana dinyatakan, dengan jumlah desimal dari sumber.", unit: "points",
      example: "80.85"),
    Column(
      "score_max", .number, "Highest score of the scale, where known.",
      id: "Nilai tertinggi pada skala, bila diketahui.", unit: "points", example: "100"),
    Column("zone", "Zone colour as stated.", id: "Warna zona yang dinyatakan.", example: "hijau"),
    Column(
      "zone_shade", "Shade of the zone, where the source tells light from dark.",
      id: "Tingkat warna zona bila sumber membedakan muda dan pekat.", example: "muda"),
    Column("grade", "Letter grade as stated.", id: "Nilai huruf yang dinyatakan.", example: "B"),
    Column(
      "category", "Category or predicate as stated.",
      id: "Kategori atau predikat yang dinyatakan.", example: "Kualitas Tinggi"),
    Column(
      "rank", .integer, "Place in a ranking, 1 being the best.",
      id: "Peringkat; 1 adalah yang terbaik.", unit: "position", example: "4"),
    Column(
      "rank_of", .integer, "How many bodies the ranking holds.",
      id: "Banyaknya badan di dalam peringkat.", unit: "bodies", example: "15"),
    Column(
      "rank_scope", "Among whom the rank counts (a province, all cities, the nation).",
      id: "Lingkup peringkat (satu provinsi, semua kota, nasional).", example: "Lampung"),
  ]

  /// The sentence that a row stands on and where it is.
  static func evidence(_ part: String) -> [Column] {
    [
      Column(
        "quote", "The sentence of the document, word for word.",
        id: "Kalimat pada dokumen, kata demi kata.", isRequired: true,
        example: "Kota Contoh meraih nilai 80,85."),
      Column(
        "start", .integer, "Where the quote begins in \(part).",
        id: "Awal kutipan pada teks hasil ekstraksi.", unit: "code points from 0",
        isRequired: true, example: "412"),
      Column(
        "end", .integer, "Where the quote ends in \(part) (first position after it).",
        id: "Akhir kutipan pada teks hasil ekstraksi (posisi pertama sesudahnya).",
        unit: "code points from 0", isRequired: true, example: "443"),
    ] + rawSpan
  }

  static let rawSpan: [Column] = [
    Column(
      "raw_start", .integer, "Where the quote begins in the saved page.",
      id: "Awal kutipan pada halaman tersimpan.", unit: "bytes from 0", example: "10240"),
    Column(
      "raw_end", .integer, "Where the quote ends in the saved page (first byte after it).",
      id: "Akhir kutipan pada halaman tersimpan (bita pertama sesudahnya).",
      unit: "bytes from 0", example: "10277"),
  ]

  static let part = Column(
    "part", "Part of the extracted text in which start and end count: title or body.",
    id: "Bagian teks hasil ekstraksi tempat start dan end dihitung: judul atau isi.",
    isRequired: true, oneOf: ["title", "body"], example: "body")

  static let confidence = Column(
    "confidence", .number, "How likely the row is right, from 0 to 1.",
    id: "Kemungkinan baris ini benar, dari 0 sampai 1.", unit: "probability", example: "0.95")
}
