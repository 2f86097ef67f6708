import Crawl
import Foundation
import Testing

@testable import Extract

struct ContentTests {
  @Test(arguments: [
    #"<div class="share-bar">FURNITURE bagikan ke teman Anda, sekarang juga.</div>"#,
    #"<p>Baca juga: <a href="/x">FURNITURE Kota Lain Raih Zona Merah</a></p>"#,
    #"<p><strong>Baca: <a href="/x">FURNITURE Kota Lain Raih Zona Merah</a></strong></p>"#,
    "<p>[Gambas:Video FURNITURE]</p>",
    "<p>Simak juga video FURNITURE berikut ini</p>",
    #"<p><a href="/x">FURNITURE Kota Lain Raih Zona Merah dari Ombudsman</a></p>"#,
    #"<ul><li><a href="/x">FURNITURE Kota Lain Raih Nilai 12</a></li><li><a href="/y">Lagi</a></li></ul>"#,
    #"<div style="display: none">FURNITURE tersembunyi, nilai 11,1.</div>"#,
    "<p hidden>FURNITURE tersembunyi.</p>",
    #"<div id="comments"><p>FURNITURE komentar seorang pembaca, panjang sekali.</p></div>"#,
    #"<div class="tags">FURNITURE ombudsman, zona</div>"#,
    #"<div class="author-box">FURNITURE wartawan sejak 2010.</div>"#,
    #"<div class="cookie-notice">FURNITURE Situs ini memakai kuki.</div>"#,
    #"<div class="adsbygoogle">FURNITURE</div>"#,
    "<aside><h3>Terpopuler</h3><p>FURNITURE berita lain yang ramai.</p></aside>",
    "<form><label>FURNITURE Email</label><input></form>",
    "<script>document.write('<p>FURNITURE</p>')</script>",
    "<!-- FURNITURE --><style>p:after{content:'FURNITURE'}</style>",
    "<noscript>FURNITURE</noscript>",
    "<svg><title>FURNITURE</title></svg>",
    "<select><option>FURNITURE</option></select>",
  ])
  func furnitureIsDropped(_ markup: String) {
    let before = "<p>Awal berita tentang penilaian kepatuhan di kota ini, kata wali kota.</p>"
    let article = Support.extract(
      Support.page("<h1>Judul Berita Hari Ini</h1>\(before)\(markup)\(Support.paragraph)"))
    #expect(!article.bodyText.contains("FURNITURE"), "\(article.bodyText)")
    #expect(article.bodyText.contains("Awal berita"))
    #expect(article.bodyText.contains("Petugas loket"))
  }

  @Test func textSplitByAnAdvertOrOverSiblingsIsKept() {
    let article = Support.extract(
      """
      <html><body><div class="wrap"><div class="part">\(Support.paragraph)</div>
      <div class="ads">Iklan</div>
      <div class="part"><p>Bagian kedua berita ini berdiri di wadah lain, setelah iklan, dan sama
      panjangnya dengan bagian pertama sehingga tidak boleh hilang.</p></div></div></body></html>
      """)
    #expect(article.bodyText.contains("Petugas loket"))
    #expect(article.bodyText.contains("Bagian kedua"))
    #expect(!article.bodyText.contains("Iklan"))
  }

  @Test func aPassageThatStandsTwiceCountsOnce() {
    let article = Support.extract(Support.page(Support.paragraph + Support.paragraph))
    #expect(article.bodyText.components(separatedBy: "Petugas loket").count == 2)
    #expect(article.losses.repeated > 100)
    let text = """
      Judul berita yang dicetak dua kali di halaman ini

      Judul berita yang dicetak dua kali di halaman ini
      Isi berita satu baris, tentang nilai 80,85 di kota itu.
      Isi berita satu baris, tentang nilai 80,85 di kota itu.

      Tinggalkan Balasan

      Alamat email Anda tidak akan dipublikasikan.
      """
    let plain = Support.extract(text, format: .text)
    #expect(
      plain.marked == [
        "paragraph: Judul berita yang dicetak dua kali di halaman ini",
        "paragraph: Isi berita satu baris, tentang nilai 80,85 di kota itu.",
      ])
  }

  @Test func aMisreadClassDoesNotEmptyThePage() {
    let article = Support.extract(
      "<html><body><div class=\"share\"><div class=\"related\">\(Support.paragraph)</div></div></body></html>"
    )
    #expect(article.bodyText.contains("Petugas loket"))
  }

  @Test func kindsOfPage() {
    let regulation = Support.extract(
      Support.page(
        """
        <h1>Peraturan Bupati tentang Standar Pelayanan</h1><p>Menimbang: bahwa perlu ditetapkan standar;</p>
        <p>Mengingat: 1. Undang-Undang Nomor 25 Tahun 2009;</p><p>Pasal 1</p><p>Dalam peraturan ini.</p>
        """))
    #expect(regulation.kind == .regulation)
    let teaser = "<p>Keterangan singkat tentang berita itu, satu baris saja.</p>"
    let list = Support.extract(
      Support.page(
        "<h1>Arsip Pelayanan</h1>"
          + (1...4).map { "<h2><a href='/\($0)'>Berita nomor \($0) di kota</a></h2>\(teaser)\($0)" }
          .joined()))
    #expect(list.kind == .list)
    #expect(list.bodyText.contains("Berita nomor 2"))
    #expect(Support.extract(Support.page(Support.paragraph)).kind == .news)
    #expect(Support.extract("").kind == .other)
  }

  /// Lists of goods, dishes or sources say the same again, and cite addresses.
  @Test func whatMayStandTwice() {
    let dish =
      "1 cup spinach, 1 cup strawberries, 8 oz. almond milk (or 1 tsp. nut butter and water)"
    let article = Support.extract(
      Support.page(
        """
        <h1>Menu Sepekan untuk Petugas Loket</h1>\(Support.paragraph)
        <p>Senin</p><p>\(dish)</p><p>Selasa</p><p>\(dish)</p>
        <p>Sumber:</p><p><a href="#">https://contoh.example/menu/2</a></p><p>Terima kasih sudah membaca.</p>
        """))
    #expect(article.bodyText.components(separatedBy: dish).count == 3)
    #expect(article.bodyText.contains("https://contoh.example/menu/2"))
  }

  /// A quotation set apart, and a body pasted twice.
  @Test func whatStandsTwiceAndIsReadOnce() {
    let sentence =
      "Kami menjaga hasil itu bersama warga, karena loket adalah wajah pemerintah daerah."
    let rows = (1...3).map {
      "<p>Dinas nomor \($0) menempati ruang layanan yang baru dibangun di sisi utara pasar lama</p>"
    }.joined()
    let article = Support.extract(
      Support.page(
        """
        <h1>Loket Baru Dibuka</h1>\(Support.paragraph)<p>\(sentence)</p>\(rows)
        <blockquote>\(sentence)</blockquote><p>Begitu kata kepala dinas dalam sambutannya.</p>\(rows)
        """))
    #expect(article.bodyText.components(separatedBy: sentence).count == 2)
    #expect(article.bodyText.components(separatedBy: "Dinas nomor 2").count == 2)
    #expect(article.losses.repeated > 0)
    #expect(article.losses.decoded == article.losses.accounted)
  }
}
