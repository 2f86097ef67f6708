extension Schema {
  /// A row for each region with an official code.
  public static let regions = TableSchema(
    "regions", title: "Regions", judul: "Wilayah",
    description: "One row per province, city and regency that the tables refer to.",
    deskripsi: "Satu baris per provinsi, kota, dan kabupaten yang dirujuk tabel lain.",
    primaryKey: ["region_code"],
    columns: [
      Column(
        "region_code", "Official code of the region.", id: "Kode resmi wilayah.",
        isRequired: true, example: "18.72"),
      Column(
        "region", "Full name with its level.", id: "Nama lengkap dengan tingkatannya.",
        isRequired: true, example: "Kota Contoh"),
      Column(
        "level", "provinsi, kota or kabupaten.", id: "provinsi, kota, atau kabupaten.",
        isRequired: true, example: "kota"),
      Column("name", "Name without the level.", id: "Nama tanpa tingkatan.", example: "Contoh"),
      Column(
        "province_code", "Code of the province it lies in; its own for a province.",
        id: "Kode provinsinya; kodenya sendiri bagi provinsi.",
        references: Reference("regions", "region_code"), example: "18"),
      Column(
        "successor_code", "Code that took this one's place; empty while the code is valid.",
        id: "Kode penggantinya; kosong selama kode ini berlaku.",
        references: Reference("regions", "region_code")),
    ])

  /// A row for each kind of service unit.
  public static let units = TableSchema(
    "units", title: "Units", judul: "Unit pelayanan",
    description: "One row per kind of service unit that the lexicon knows.",
    deskripsi: "Satu baris per jenis unit pelayanan yang dikenal leksikon.",
    primaryKey: ["unit_id"],
    columns: [
      Column("unit_id", "Identifier.", id: "Pengenal.", isRequired: true, example: "dinsos"),
      Column(
        "name", "Canonical name.", id: "Nama baku.", isRequired: true, example: "Dinas Sosial"),
      Column("abbreviation", "Usual short form.", id: "Singkatan lazim.", example: "Dinsos"),
      Column("sector", "Service sector.", id: "Sektor pelayanan.", example: "sosial"),
      Column("unit_type", "Kind of unit.", id: "Jenis unit.", example: "dinas"),
    ])

  /// A row for each assessment.
  public static let instruments = TableSchema(
    "instruments", title: "Instruments", judul: "Instrumen penilaian",
    description: "One row per instrument of assessment that the lexicon knows.",
    deskripsi: "Satu baris per instrumen penilaian yang dikenal leksikon.",
    primaryKey: ["instrument"],
    columns: [
      Column(
        "instrument", "Identifier.", id: "Pengenal.", isRequired: true,
        example: "kepatuhan_ombudsman"),
      Column("name_id", "Name in Indonesian.", id: "Nama dalam bahasa Indonesia."),
      Column("name_en", "Name in English.", id: "Nama dalam bahasa Inggris."),
      Column("assessor", "Who assesses.", id: "Siapa yang menilai."),
      Column(
        "scope", "Whether results are collected (core) or the instrument is only told apart.",
        id: "Apakah hasilnya dikumpulkan (core) atau hanya dibedakan.", example: "core"),
    ])

  /// A row for each band of each grading scale.
  public static let scales = TableSchema(
    "scales", title: "Grading scales", judul: "Skala penilaian",
    description: "One row per band of a grading scale, with the years in which it is valid.",
    deskripsi: "Satu baris per rentang skala penilaian, dengan tahun berlakunya.",
    primaryKey: ["scale", "band"],
    columns: [
      Column(
        "scale", "Identifier of the scale.", id: "Pengenal skala.", isRequired: true,
        example: "kepatuhan_2022"),
      Column(
        "band", .integer, "Place of the band, 1 being the best.",
        id: "Urutan rentang; 1 adalah yang terbaik.", unit: "position", isRequired: true,
        example: "1"),
      Shared.instrument(isRequired: true),
      Column(
        "subject", "Which bodies the scale is for.", id: "Badan yang dinilai dengan skala ini."),
      Column(
        "year_from", .integer, "First year.", id: "Tahun pertama.", unit: "calendar year"),
      Column(
        "year_to", .integer, "Last year; empty while valid.",
        id: "Tahun terakhir; kosong selama berlaku.", unit: "calendar year"),
      Column(
        "score_min", .number, "Lowest score of the band.", id: "Nilai terendah rentang.",
        unit: "points", example: "88.00"),
      Column(
        "score_max", .number, "Highest score of the band.", id: "Nilai tertinggi rentang.",
        unit: "points", example: "100"),
      Column("zone", "Zone of the band.", id: "Zona rentang.", example: "hijau"),
      Column("zone_shade", "Shade of the zone.", id: "Tingkat warna zona."),
      Column("grade", "Grade of the band.", id: "Nilai huruf rentang.", example: "A"),
      Column(
        "category", "Category of the band.", id: "Kategori rentang.",
        example: "Kualitas Tertinggi"),
    ])
}
