import Testing

@testable import Extract

struct MetadataTests {
  @Test func linkedDataFirst() {
    let article = Support.extract(
      Support.page(
        "<h1>Kota Ini Raih Zona Hijau</h1>\(Support.paragraph)",
        head: """
          <title>Kota Ini Raih Zona Hijau - Harian Contoh</title>
          <link rel="canonical" href="https://contoh.example/a">
          <meta property="article:published_time" content="2020-01-01T00:00:00+07:00">
          <script type="application/ld+json">{"@type":"NewsArticle","headline":"Kota Ini Raih Zona Hijau",
          "datePublished":"2024-01-16T13:05:00+07:00","dateModified":"2024-01-17T08:00:00+07:00",
          "author":[{"@type":"Person","name":"Meja Berita"}],"publisher":{"@type":"Organization","name":"Harian Contoh"}}
          </script>
          """))
    #expect(article.title == Sourced("Kota Ini Raih Zona Hijau", source: "h1"))
    #expect(article.publisher == Sourced("Harian Contoh", source: "json-ld"))
    #expect(article.author == Sourced("Meja Berita", source: "json-ld"))
    #expect(article.published?.value.day == 16)
    #expect(article.published?.source == "json-ld")
    #expect(article.modified?.value.day == 17)
    #expect(article.url == Sourced("https://contoh.example/a", source: "link"))
    #expect(article.language == "id")
  }

  /// Pages whose own title names the site, and maybe the headline.
  @Test(arguments: [
    ("Catatan Warga: Loket Baru Dibuka", "<h1>Catatan Warga</h1>", "<h3>Loket Baru Dibuka</h3>"),
    ("SITUS RESMI KABUPATEN", "<b>SITUS RESMI KABUPATEN</b><br>", "<h2>Loket Baru Dibuka</h2>"),
    ("Siaran Pers | Kantor Contoh", "<p>Siaran Pers</p>", "<h2>Loket Baru Dibuka</h2>"),
    ("Loket Baru Dibuka", "<h2>Kabar</h2>", "<div>Loket Baru Dibuka</div>"),
  ])
  func headlineOverTheText(title: String, site: String, headline: String) {
    let article = Support.extract(
      """
      <html><head><title>\(title)</title></head><body>\(site)<div><p>Beranda</p></div>
      <div class="isi">\(headline)\(Support.paragraph)</div></body></html>
      """)
    #expect(article.title?.value == "Loket Baru Dibuka")
  }

  @Test func titleWithoutTheNameOfTheSite() {
    let article = Support.extract(
      Support.page(
        Support.paragraph, head: "<title>Bupati Terima Rapor Pelayanan | Harian Contoh</title>"))
    #expect(article.title == Sourced("Bupati Terima Rapor Pelayanan", source: "title"))
    #expect(article.marked.first == "title: Bupati Terima Rapor Pelayanan")
    #expect(
      SourceMapCheck.fault(
        of: article,
        raw: Array(
          Support.page(
            Support.paragraph, head: "<title>Bupati Terima Rapor Pelayanan | Harian Contoh</title>"
          ).utf8)) == nil)
  }

  @Test(arguments: [
    #"<time datetime="2023-05-04T10:00:00+07:00">4 Mei</time>"#,
    #"<div itemprop="datePublished" content="2023-05-04">kemarin</div>"#,
    "<p>Kamis, 4 Mei 2023 | 10:00 WIB</p>",
    "<span>04/05/2023</span>",
  ])
  func datesInThePage(_ markup: String) {
    let article = Support.extract(
      Support.page("<h1>Judul Berita Hari Ini</h1>\(markup)\(Support.paragraph)"))
    #expect(DateTests.show(article.published?.value)?.hasPrefix("2023-05-04") == true)
  }

  @Test func aDayWithinASentenceIsNoDayOfPublication() {
    let article = Support.extract(
      Support.page(
        "<p>Per 7 Juni 2020 ada 92 daerah berstatus zona hijau menurut gugus tugas, yang dibentuk pemerintah.</p>"
      ))
    #expect(article.published == nil)
  }
}
