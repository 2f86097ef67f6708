extension Schema {
  /// The table that a public edition has besides those of the contract: what was cut short there,
  /// so that it can still be held against the corpus.
  public static let shortened = TableSchema(
    "shortened", title: "Shortened quotes", judul: "Kutipan yang dipendekkan",
    description:
      "One row per quote that the public edition shows in part: enough to hold the whole "
      + "of it against the saved page.",
    deskripsi: "Satu baris per kutipan yang hanya ditampilkan sebagian pada edisi publik: cukup "
      + "untuk mencocokkan seluruhnya dengan halaman tersimpan.",
    primaryKey: ["table", "row"],
    columns: [
      Column(
        "table", "Table of the row.", id: "Tabel barisnya.", isRequired: true,
        oneOf: ["claims", "totals", "citations"], example: "claims"),
      Column(
        "row", "Primary key of the row, its parts joined by a comma and a space.",
        id: "Kunci utama baris, bagian-bagiannya dipisah koma dan spasi.", isRequired: true,
        example: "c1f0a93be27d"),
      Column(
        "characters", .integer, "Length of the whole quote.", id: "Panjang kutipan lengkap.",
        unit: "code points", isRequired: true, example: "187"),
      Column(
        "sha256",
        "SHA-256, in hexadecimal, of the whole quote in UTF-8 without white space and invisible "
          + "marks.",
        id: "SHA-256, dalam heksadesimal, dari kutipan lengkap dalam UTF-8 tanpa spasi dan tanda "
          + "tak kasatmata.", isRequired: true),
    ])
}
