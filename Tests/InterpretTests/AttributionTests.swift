import Interpret
import Testing

/// Who says a claim, and out of what.
struct AttributionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    var office: String?
    var name: String?
    var source: String?

    var testDescription: String { text }
  }

  private static let claim = "Kota Metro meraih nilai 80,85 dari Ombudsman pada 2022"

  static let cases = [
    Case(text: "\(claim)."),
    Case(
      text: "Sekretaris Daerah Kota Metro, Budi Santoso, mengatakan \(claim).",
      office: "Sekretaris Daerah Kota Metro", name: "Budi Santoso"),
    Case(
      text: "\"\(claim),\" kata Kepala Dinas Sosial Kota Metro, Siti Aminah.",
      office: "Kepala Dinas Sosial Kota Metro", name: "Siti Aminah"),
    Case(
      text: "Siti Aminah S.Sos, selaku Inspektur Kota Metro menyebutkan \(claim).",
      office: "Inspektur Kota Metro", name: "Siti Aminah"),
    Case(
      text: "Acara dibuka Inspektur Kota Metro Siti Aminah.\n\"\(claim),\" ujar Aminah.",
      office: "Inspektur Kota Metro", name: "Siti Aminah"),
    Case(
      text: "Acara dibuka Inspektur Kota Metro Siti Aminah. Kata aminah, \(claim).",
      office: "Inspektur Kota Metro", name: "Siti Aminah"),
    Case(
      text: "Inspektur Kota Metro Siti Aminah menyampaikan terima kasih.\n\"\(claim),\" ujarnya.",
      office: "Inspektur Kota Metro", name: "Siti Aminah"),
    Case(
      text: "\"Terima kasih,\" kata Inspektur Kota Metro Siti Aminah. \"\(claim).\"",
      office: "Inspektur Kota Metro", name: "Siti Aminah"),
    Case(
      text: "Inspektur Kota Metro Siti Aminah menyampaikan terima kasih. Ia menambahkan, \(claim).",
      office: "Inspektur Kota Metro", name: "Siti Aminah"),
    Case(text: "Menurut Ombudsman, \(claim)."),
    Case(
      text: "Berdasarkan hasil penilaian Ombudsman, \(claim).", source: "hasil penilaian"),
    Case(
      text: "Dalam laporan itu disebut, dari laporan hasil evaluasi, \(claim).",
      source: "laporan hasil evaluasi"),
  ]

  @Test(arguments: cases)
  func attribution(of one: Case) throws {
    let sample = try Sample(one.text)
    let claim = try #require(sample.reading.claims.first, "\(sample.lines())")
    #expect(
      claim.attribution
        == Attribution(office: one.office, name: one.name, source: one.source))
  }

  @Test("A suspected term is told and flags the claims beside it, and nothing is changed")
  func suspects() throws {
    let sample = try Sample(
      "Pada 2022 Ombudsman menilai perangkat daerah sebagai DPRD di Kota Metro dengan nilai 80,85. Kinerja DPRD atau perangkat daerah dipantau."
    )
    let told = sample.reading.diagnostics.filter { $0.kind == "suspect-term" }
    #expect(told.map { sample.text($0.range) } == ["DPRD", "DPRD"])
    let claim = try #require(sample.reading.claims.first)
    #expect(sample.reading.claims.count == 1)
    #expect(claim.unit == nil)
    #expect(claim.flags.contains("suspect_term"))
  }
}
