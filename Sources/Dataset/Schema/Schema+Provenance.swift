extension Schema {
  /// A row for each correction, and what became of it.
  public static let corrections = TableSchema(
    "corrections", title: "Corrections", judul: "Koreksi",
    description:
      "One row per decision of a person about a claim, and what became of it in the run.",
    deskripsi: "Satu baris per keputusan orang tentang suatu klaim, dan hasilnya dalam proses.",
    primaryKey: ["correction"],
    columns: [
      Column(
        "correction", "Identifier made from the decision.",
        id: "Pengenal yang dibuat dari keputusan.", isRequired: true, example: "k5d20c1e7f04"),
      Column(
        "line", .integer, "Line of the corrections file.", id: "Baris pada berkas koreksi.",
        isRequired: true, example: "2"),
      Column(
        "action", "accept (rightly read), reject (not said) or change (one field is wrong).",
        id: "accept (terbaca benar), reject (tidak dinyatakan), atau change (satu kolom salah).",
        isRequired: true, oneOf: ["accept", "reject", "change"], example: "change"),
      Column("field", "Field that is changed.", id: "Kolom yang diubah.", example: "score"),
      Column(
        "was", "What the program read there.", id: "Yang dibaca program.", example: "80.85"),
      Column("value", "What the person put there.", id: "Yang ditetapkan orang.", example: "80.58"),
      Column(
        "state",
        "applied, redundant (the program reads the same by now), superseded (by a later decision), "
          + "stale (the page or its reading is another) or orphaned (page or sentence is gone).",
        id: "applied (berlaku), redundant (program kini membaca sama), superseded (digantikan "
          + "keputusan kemudian), stale (halaman atau bacaannya berubah), atau orphaned (halaman "
          + "atau kalimat hilang).",
        isRequired: true, oneOf: ["applied", "redundant", "superseded", "stale", "orphaned"],
        example: "applied"),
      Column(
        "reason", "Why it could not be applied.", id: "Mengapa tidak dapat diterapkan.",
        example: "the sentence is not in the document any more"),
      Column(
        "document", "Document in which it was looked for.", id: "Dokumen tempat mencarinya.",
        references: Reference("documents", "document"), example: "berita/2024/halaman.html"),
      Column(
        "quote", "Sentence that it is about.", id: "Kalimat yang dimaksud.", isRequired: true,
        example: "Kota Contoh meraih nilai 80,58."),
      Column(
        "claims", "Claims that it holds for, joined by ;.", id: "Klaim yang terkena, dipisah ;.",
        example: "c1f0a93be27d"),
      Column(
        "note", "The person's reason.", id: "Alasan orang itu.", example: "salah ketik sumber"),
      Column(
        "who", "Who decided.", id: "Siapa yang memutuskan.", isRequired: true, example: "Sari"),
      Column(
        "date", .date, "Day of the decision.", id: "Tanggal keputusan.", isRequired: true,
        example: "2026-01-16"),
    ])

  /// A row for each rule, table row and setting that the dataset was made with.
  public static let knowledge = TableSchema(
    "knowledge", title: "Rules and table rows as used",
    judul: "Aturan dan baris tabel yang dipakai",
    description: "One row per rule, table row, setting and program that the run used, so that a "
      + "difference between two datasets can be traced to the line that made it.",
    deskripsi: "Satu baris per aturan, baris tabel, setelan, dan program yang dipakai, agar "
      + "perbedaan dua himpunan data dapat dilacak ke baris penyebabnya.",
    primaryKey: ["file", "entry"],
    columns: [
      Column(
        "file", "File in the pipeline's folder, or the program's or library's name.",
        id: "Berkas di folder pipeline, atau nama program atau pustaka.", isRequired: true,
        example: "lexicon/units.csv"),
      Column(
        "entry", "Name of the rule, key of the row, or name of the setting.",
        id: "Nama aturan, kunci baris, atau nama setelan.", isRequired: true, example: "dinsos"),
      Column(
        "kind", "rule, row, scale, setting or program.",
        id: "rule (aturan), row (baris tabel), scale (baris skala), setting (setelan), atau "
          + "program.",
        isRequired: true, oneOf: ["rule", "row", "scale", "setting", "program"], example: "row"),
      Column("line", .integer, "Line of the file.", id: "Baris pada berkas.", example: "14"),
      Column(
        "content", "What of it has an effect, as it stands there.",
        id: "Isinya yang berpengaruh, sebagaimana tertulis.",
        example: "dinsos,Dinas Sosial,Dinsos,sosial,dinas,"),
      Column(
        "words",
        "Texts by which it is found in a page, joined by |; of a rule the words that a sentence must "
          + "hold, & between those needed together, @ in front of a class of words.",
        id: "Teks yang ditemukan pada halaman, dipisah |; untuk aturan kata-kata yang harus ada "
          + "dalam kalimat, & di antara yang diperlukan bersama, @ di depan kelas kata.",
        example: "Dinas Sosial|Dinsos"),
      Column(
        "refers", "Identifiers that it is about, and a word's class, joined by |.",
        id: "Pengenal yang dimaksud, dan kelas sebuah kata, dipisah |.", example: "dinsos"),
    ])

  /// Corrections of the claims behind a row.
  static let correctionList = Column(
    "corrections", "Corrections that a person made to it, joined by ;.",
    id: "Koreksi yang dibuat orang, dipisah ;.", example: "k5d20c1e7f04")
}
