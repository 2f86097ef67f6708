extension Schema {
  /// A row for each body, instrument and year, chosen from the claims.
  public static let results = TableSchema(
    "results", title: "Results", judul: "Hasil",
    description: "One row per body, unit, instrument and year: the values chosen from the claims, "
      + "beside what follows from the scale.",
    deskripsi:
      "Satu baris per badan, unit, instrumen, dan tahun: nilai yang dipilih dari klaim, di "
      + "samping turunan dari skala.",
    primaryKey: ["result"],
    columns: [
      Column(
        "result", "Identifier of body, unit, instrument and year; the same in every run.",
        id: "Pengenal badan, unit, instrumen, dan tahun; sama pada setiap proses.",
        isRequired: true)
    ] + Shared.region + Shared.unit + [Shared.year, Shared.instrument(), Shared.assessor]
      + Shared.values + [
        scale,
        Column(
          "zone_derived", "Zone that the score has on the scale.",
          id: "Zona yang diperoleh nilai pada skala."),
        Column(
          "grade_derived", "Grade that the score has on the scale.",
          id: "Nilai huruf yang diperoleh nilai pada skala."),
        Column(
          "category_derived", "Category that the score has on the scale.",
          id: "Kategori yang diperoleh nilai pada skala."),
        Column(
          "consistent", "Whether stated and derived values agree: yes, no, unknown.",
          id: "Apakah nilai yang dinyatakan dan turunannya cocok: yes, no, unknown.",
          isRequired: true, oneOf: ["yes", "no", "unknown"], example: "yes"),
        Column(
          "sources", .integer, "Independent documents that state the result; copies count once.",
          id: "Dokumen mandiri yang menyatakan hasil; salinan dihitung sekali.",
          unit: "documents", isRequired: true, example: "2"),
        Column(
          "claims", "Claims behind the row, joined by ;.", id: "Klaim di balik baris, dipisah ;.",
          isRequired: true),
        Column(
          "conflict", .boolean, "Whether documents disagree on a value.",
          id: "Apakah dokumen berselisih tentang nilai.", isRequired: true, example: "false"),
        Shared.confidence,
        Column(
          "corrected", .boolean, "Whether a person corrected or accepted a claim behind the row.",
          id: "Apakah orang mengoreksi atau membenarkan klaim di balik baris.", isRequired: true,
          example: "false"),
        correctionList,
      ])

  /// A row for each value of a field on which documents differ.
  public static let conflicts = TableSchema(
    "conflicts", title: "Conflicts", judul: "Perselisihan",
    description: "One row per value on which the documents of a result disagree.",
    deskripsi: "Satu baris per nilai yang diperselisihkan dokumen-dokumen suatu hasil.",
    primaryKey: ["result", "field", "value"],
    columns: [
      Column(
        "result", "The result.", id: "Hasil.", isRequired: true,
        references: Reference("results", "result")),
      Column(
        "field", "Column on which they disagree.", id: "Kolom yang diperselisihkan.",
        isRequired: true, example: "score"),
      Column("value", "One of the values.", id: "Salah satu nilai.", isRequired: true),
      Column(
        "claims", "Claims that state it, joined by ;.", id: "Klaim yang menyatakan, dipisah ;.",
        isRequired: true),
      Column(
        "documents", "Documents that state it, joined by ;.",
        id: "Dokumen yang menyatakan, dipisah ;.", isRequired: true),
      Column(
        "chosen", .boolean, "Whether the result carries this value.",
        id: "Apakah nilai ini yang dipakai pada hasil.", isRequired: true, example: "true"),
    ])

  /// A row for each region, instrument and year: what is known, and why not.
  public static let coverage = TableSchema(
    "coverage", title: "Coverage", judul: "Cakupan",
    description: "One row per region, year and instrument: what is known, and what kind of "
      + "evidence is missing.",
    deskripsi: "Satu baris per wilayah, tahun, dan instrumen: apa yang diketahui, dan bukti jenis "
      + "apa yang tidak ada.",
    primaryKey: ["region_code", "year", "instrument"],
    columns: required(Shared.region, only: ["region_code"]) + [
      Column(
        "year", .integer, "Year that was assessed.", id: "Tahun yang dinilai.",
        unit: "calendar year", isRequired: true),
      Shared.instrument(isRequired: true),
      count("documents", "Documents that speak of the region.", "Dokumen yang menyebut wilayah."),
      count("claims", "Claims about the region.", "Klaim tentang wilayah."),
      count("results", "Results of the region.", "Hasil wilayah."),
      Column(
        "status",
        "result, claim_without_result, document_without_claim or no_document.",
        id: "result (ada hasil), claim_without_result (hanya klaim), document_without_claim "
          + "(hanya dokumen), atau no_document (tanpa dokumen).",
        isRequired: true,
        oneOf: ["result", "claim_without_result", "document_without_claim", "no_document"]),
    ])

  /// A wide table: one column per instrument and value, as a regression loads it.
  public static let panelRegionYear = TableSchema(
    "panel_region_year", title: "Panel of regions and years", judul: "Panel wilayah dan tahun",
    description: "One row per region and year, wide: the region's own results side by side.",
    deskripsi: "Satu baris per wilayah dan tahun, melebar: hasil wilayah dijajarkan.",
    primaryKey: ["region_code", "year"],
    columns: required(Shared.region, only: ["region_code"]) + [
      Column(
        "province_code", "Code of the province.", id: "Kode provinsi.",
        references: Reference("regions", "region_code"), example: "18"),
      Column(
        "year", .integer, "Year that was assessed.", id: "Tahun yang dinilai.",
        unit: "calendar year", isRequired: true),
      points("kepatuhan_score", "the Ombudsman's compliance assessment", "kepatuhan Ombudsman"),
      label("kepatuhan_zone", "Zone in the compliance assessment.", "Zona kepatuhan."),
      label("kepatuhan_category", "Category in the compliance assessment.", "Kategori kepatuhan."),
      label("kepatuhan_grade", "Grade in the compliance assessment.", "Nilai huruf kepatuhan."),
      points("opini_score", "the Ombudsman's opinion", "opini Ombudsman"),
      label("opini_category", "Category of the opinion.", "Kategori opini."),
      points("ipp_score", "the public service index", "indeks pelayanan publik"),
      label("ipp_grade", "Grade of the index.", "Nilai huruf indeks."),
      points("skm_score", "the satisfaction survey", "survei kepuasan masyarakat"),
      label("skm_grade", "Grade of the survey.", "Nilai huruf survei."),
      label(
        "sinovik_category", "Award in the innovation competition.",
        "Penghargaan kompetisi inovasi."),
      count("documents", "Documents behind the row.", "Dokumen di balik baris."),
    ])

  private static func count(_ name: String, _ english: String, _ indonesian: String) -> Column {
    Column(name, .integer, english, id: indonesian, unit: "count", isRequired: true, example: "1")
  }

  private static func points(_ name: String, _ english: String, _ indonesian: String) -> Column {
    Column(name, .number, "Score in \(english).", id: "Nilai \(indonesian).", unit: "points")
  }

  private static func label(_ name: String, _ english: String, _ indonesian: String) -> Column {
    Column(name, english, id: indonesian)
  }

  /// The same columns, with some of them required.
  private static func required(_ columns: [Column], only names: Set<String>) -> [Column] {
    columns.map { names.contains($0.name) ? $0.required() : $0 }
  }
}
