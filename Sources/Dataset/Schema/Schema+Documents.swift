extension Schema {
  /// A row for each page of the corpus, those that could not be read too.
  public static let documents = TableSchema(
    "documents", title: "Documents", judul: "Dokumen",
    description: "One row per saved page found in the corpus, read or not, with the reason.",
    deskripsi: "Satu baris per halaman tersimpan di dalam korpus, terbaca atau tidak, beserta "
      + "alasannya.",
    primaryKey: ["document"],
    columns: [
      Column(
        "document",
        "Address of the document: its path under the corpus; !path or #offset for one in an archive.",
        id:
          "Alamat dokumen: jalur di dalam korpus, ditambah !jalur atau #offset bila di dalam arsip.",
        isRequired: true, example: "berita/kota-2023.html"),
      Column(
        "sha256", "SHA-256 of the saved page's bytes, in hexadecimal.",
        id: "SHA-256 dari bita halaman tersimpan, dalam heksadesimal."),
      Column(
        "kind", "Sort of page: news, regulation, list of articles, other.",
        id: "Jenis halaman: berita, peraturan, daftar artikel, lainnya.",
        oneOf: ["news", "regulation", "list", "other"], example: "news"),
      Column(
        "url", "Address under which the page was published, where it says so.",
        id: "Alamat terbit halaman, bila dicantumkan.", example: "https://contoh.example/a"),
      Column(
        "publisher", "Who published the page.", id: "Penerbit halaman.", example: "Kabar Kota"),
      Column("title", "Title of the article.", id: "Judul artikel."),
      Column("author", "Author as the page names it.", id: "Penulis yang tercantum di halaman."),
      Column(
        "published", .date, "Day of publication.", id: "Tanggal terbit.", example: "2024-01-16"),
      Column(
        "captured", "When the page was saved, as its archive tells (ISO 8601).",
        id: "Waktu halaman disimpan menurut arsipnya (ISO 8601).",
        example: "2024-02-01T03:04:05Z"),
      Column(
        "http_status", .integer, "Status of the HTTP response, for a page of a crawl.",
        id: "Status respons HTTP, untuk halaman dari perayapan.", example: "200"),
      Column(
        "language", "Language the page declares (BCP 47).",
        id: "Bahasa yang dinyatakan halaman (BCP 47).", example: "id"),
      Column(
        "characters", .integer, "Length of the extracted text.",
        id: "Panjang teks hasil ekstraksi.", unit: "code points", example: "2310"),
      Column(
        "duplicate_of", "The document of which this one is a copy or a part.",
        id: "Dokumen asal bila ini salinan atau bagiannya.",
        references: Reference("documents", "document")),
      Column(
        "part_number", .integer,
        "Which part this is of an article that was split over several pages, from 1.",
        id: "Bagian keberapa dari artikel yang dipecah menjadi beberapa halaman, mulai 1.",
        example: "2"),
      Column(
        "part_of",
        "The first of the article's parts in the corpus; empty for a part without the others.",
        id: "Bagian pertama artikel di dalam korpus; kosong bila bagian lain tidak ada.",
        references: Reference("documents", "document"), example: "berita/kota-2023.html"),
      Column(
        "status",
        "read, duplicate (same text as another, or in it), irrelevant (cannot hold a claim) or failed.",
        id:
          "read (terbaca), duplicate (sama dengan dokumen lain, atau bagiannya), irrelevant (tidak memuat "
          + "klaim), atau failed (gagal).",
        isRequired: true, oneOf: ["read", "duplicate", "irrelevant", "failed"], example: "read"),
      Column(
        "reason", "Why the document was not read, or what was odd about it.",
        id: "Mengapa dokumen tidak terbaca, atau apa yang ganjil.", example: "truncated gzip stream"
      ),
    ])

  /// A row for each document: what became of its bytes.
  public static let lost = TableSchema(
    "lost", title: "Ledger of bytes", judul: "Neraca bita",
    description: "One row per document: what became of each byte of the page. decoded is the sum "
      + "of cut, furniture, repeated, template and kept, and of markup.",
    deskripsi: "Satu baris per dokumen: nasib setiap bita halaman. decoded adalah jumlah dari cut, "
      + "furniture, repeated, template, kept, dan markah.",
    primaryKey: ["document"],
    columns: [
      Shared.document,
      Column(
        "bytes_in", .integer, "Size of the saved page.", id: "Ukuran halaman tersimpan.",
        unit: "bytes", isRequired: true),
      Column(
        "decoded", .integer, "Size after the character set was brought to UTF-8.",
        id: "Ukuran setelah himpunan karakter diubah ke UTF-8.", unit: "bytes", isRequired: true),
      Column(
        "replaced", .integer, "Characters that could not be decoded and stand as U+FFFD.",
        id: "Karakter yang tidak dapat dibaca dan menjadi U+FFFD.", unit: "characters",
        isRequired: true),
      Column(
        "cut", .integer, "Cut because of nesting, size or time limits.",
        id: "Dipotong karena batas kedalaman, ukuran, atau waktu.", unit: "bytes",
        isRequired: true),
      Column(
        "furniture", .integer, "Dropped as navigation, share bars, comments, footers.",
        id: "Dibuang sebagai navigasi, tombol berbagi, komentar, kaki halaman.", unit: "bytes",
        isRequired: true),
      Column(
        "repeated", .integer, "Dropped because the passage stands in the page already.",
        id: "Dibuang karena bagian itu sudah ada di halaman.", unit: "bytes", isRequired: true),
      Column(
        "template", .integer, "Dropped because the passage stands on most pages of its site.",
        id: "Dibuang karena bagian itu ada di sebagian besar halaman situsnya.", unit: "bytes",
        isRequired: true),
      Column(
        "kept", .integer, "Kept as text of the article.", id: "Disimpan sebagai teks artikel.",
        unit: "bytes", isRequired: true),
      Column(
        "reason", "Why the text is empty or cut.", id: "Mengapa teks kosong atau terpotong.",
        example: "nested too deep"),
    ])

  /// A row for each thing that was recognised in a text.
  public static let mentions = TableSchema(
    "mentions", title: "Mentions", judul: "Penyebutan",
    description: "One row per place, unit, value, date or other item found in a document's text, "
      + "and per match of a rule.",
    deskripsi: "Satu baris per wilayah, unit, nilai, tanggal, atau hal lain yang ditemukan pada "
      + "teks dokumen, dan per kecocokan sebuah aturan.",
    primaryKey: ["document", "n"],
    columns: [
      Shared.document,
      Column(
        "n", .integer, "Running number in the document.", id: "Nomor urut di dalam dokumen.",
        isRequired: true, example: "1"),
      Column(
        "kind", "What was recognised: region, unit, score, zone, year, rule and so on.",
        id: "Apa yang dikenali: region, unit, score, zone, year, rule, dan seterusnya.",
        isRequired: true, example: "region"),
      Shared.part,
      Column(
        "start", .integer, "Where the mention begins in its part.",
        id: "Awal penyebutan pada bagiannya.", unit: "code points from 0", isRequired: true),
      Column(
        "end", .integer, "Where the mention ends in its part.",
        id: "Akhir penyebutan pada bagiannya.", unit: "code points from 0", isRequired: true),
      Column("text", "The words as they stand.", id: "Kata-kata sebagaimana tertulis."),
      Column(
        "id", "What the words mean: a code, an id or a normalised value; of a rule its name.",
        id: "Makna kata-kata itu: kode, id, atau nilai baku; untuk aturan namanya.",
        example: "18.72"),
    ])

  /// A row for each place that was not read as a claim, or only with doubt, and why.
  public static let diagnostics = TableSchema(
    "diagnostics", title: "Diagnostics", judul: "Diagnostik",
    description:
      "One row per place of a text that was not read as a claim, or only with doubt, and "
      + "why: lists that differ in length, counts that contradict each other, terms that the source "
      + "seems to have mistaken.",
    deskripsi: "Satu baris per bagian teks yang tidak dibaca sebagai klaim, atau hanya dengan "
      + "ragu, beserta alasannya: daftar yang panjangnya berbeda, hitungan yang bertentangan, "
      + "istilah yang tampaknya keliru pada sumber.",
    primaryKey: ["document", "n"],
    columns: [
      Shared.document, Shared.number,
      Column(
        "kind", "What it is: list-length, count-contradiction, suspect-term.",
        id: "Jenisnya: list-length, count-contradiction, suspect-term.", isRequired: true,
        example: "suspect-term"),
      Column(
        "message", "What was found, for people.", id: "Apa yang ditemukan.", isRequired: true,
        example: "4 names but 3 values (score); nothing was paired"),
      Shared.part,
      Column(
        "start", .integer, "Where the place begins in its part.",
        id: "Awal tempat itu pada bagiannya.", unit: "code points from 0", isRequired: true,
        example: "812"),
      Column(
        "end", .integer, "Where the place ends in its part.",
        id: "Akhir tempat itu pada bagiannya.", unit: "code points from 0", isRequired: true,
        example: "816"),
      Column(
        "text", "The words as they stand.", id: "Kata-kata sebagaimana tertulis.",
        example: "DPRD"),
    ])
}
