import Testing

@testable import Extract

struct BlockTests {
  @Test func paragraphsHeadingsListsAndQuotes() {
    let article = Support.extract(
      Support.page(
        """
        <h1>Zona Hijau untuk Loket Kota</h1>
        <p>Pemerintah kota   menerima
        hasil penilaian&nbsp;itu, kemarin, di aula utama kantor wali kota yang baru.</p>
        <h2>Urutan</h2>
        <ol start="3"><li>Dinas Kesehatan</li><li value="7">Dinas <b>Sosial</b></li><li>Disdukcapil</li></ol>
        <blockquote>Kami akan menjaga hasil ini, dan tidak akan lengah tahun depan.</blockquote>
        <figure><img src="a.jpg"><figcaption>Loket baru di kantor kecamatan</figcaption></figure>
        """))
    #expect(
      article.marked == [
        "title: Zona Hijau untuk Loket Kota",
        "paragraph: Pemerintah kota menerima hasil penilaian itu, kemarin, di aula utama kantor wali kota yang baru.",
        "heading2: Urutan",
        "listItem#3: Dinas Kesehatan", "listItem#7: Dinas Sosial", "listItem#8: Disdukcapil",
        "quote: Kami akan menjaga hasil ini, dan tidak akan lengah tahun depan.",
        "caption: Loket baru di kantor kecamatan",
      ])
    #expect(article.bodyText.hasPrefix("Pemerintah kota"))
  }

  @Test func lineBreaksPartParagraphs() {
    let article = Support.extract(
      Support.page(
        "<div>Satu kalimat yang cukup panjang untuk berdiri sendiri, katanya.<br><br>Dua.<br>Tiga.</div>"
          + Support.paragraph))
    #expect(article.marked.prefix(3).dropFirst() == ["paragraph: Dua.", "paragraph: Tiga."])
  }

  @Test func definitionListsAndSiblingCards() {
    let article = Support.extract(
      Support.page(
        """
        \(Support.paragraph)
        <dl><dt>Dinas Kesehatan</dt><dd>zona hijau, 90,11</dd></dl>
        <div class="timeline"><div class="card"><b>2021</b> zona kuning</div>
        <div class="card"><b>2022</b> zona hijau</div></div>
        """))
    for text in ["Dinas Kesehatan", "zona hijau, 90,11", "2021 zona kuning", "2022 zona hijau"] {
      #expect(article.marked.contains("paragraph: \(text)"))
    }
  }

  @Test func cellsCarryTheirColumnAfterSpans() {
    let article = Support.extract(
      Support.page(
        """
        \(Support.paragraph)
        <table><caption>Zona kepatuhan</caption>
        <thead><tr><th rowspan=2>Zona</th><th colspan=2>Pemerintah</th></tr><tr><td>Nama</td><td>Nilai</td></tr></thead>
        <tr><td rowspan="2">Hijau</td><td>Kota A</td><td>90,1</td></tr>
        <tr><td>Kota B</td><td>88,2</td></tr>
        <tr><td colspan="2">Rata-rata</td><td>89,2</td></tr></table>
        """))
    #expect(
      article.marked.suffix(6) == [
        "caption: Zona kepatuhan",
        "tableRow: 0h=Zona | 1h=Pemerintah", "tableRow: 1h=Nama | 2h=Nilai",
        "tableRow: 0=Hijau | 1=Kota A | 2=90,1", "tableRow: 1=Kota B | 2=88,2",
        "tableRow: 0=Rata-rata | 2=89,2",
      ])
    let groups = Set(article.blocks.filter { $0.kind == .tableRow }.map(\.group))
    #expect(groups.count == 1 && !groups.contains(0))
  }

  @Test func tablesThatLayOutThePageAreNoTables() {
    let article = Support.extract(
      """
      <html><body><table><tr><td>MENU<br><a href="/">Beranda</a><br><a href="/b">Berita</a></td>
      <td><h2>Judul Berita di Situs Lama</h2>\(Support.paragraph)\(Support.paragraph.uppercased())
      </td></tr></table></body></html>
      """)
    #expect(!article.marked.contains { $0.hasPrefix("tableRow") })
    #expect(!article.bodyText.contains("MENU"))
    #expect(article.bodyText.contains("Petugas loket"))
  }
}
