import Foundation
import Testing

@Suite("Documents that would take the run with them")
struct SupervisionTests {
  private static let good = """
    <html><head><title>Kota Metro Zona Hijau</title></head><body><article><h1>Kota Metro Zona Hijau</h1>
    <p>Pada 2022 Ombudsman menempatkan Kota Metro di zona hijau dengan nilai 89,20.</p></article></body></html>
    """

  /// A page that takes seconds in a debug build: clauses without end.
  private static let monster: String = {
    let clause =
      "Ombudsman menempatkan Kota Metro di zona hijau, sedangkan Dinas Sosial meraih 80,20; "
    return "<html><body><article><p>Pada 2022 " + String(repeating: clause, count: 800)
      + "</p></article></body></html>"
  }()

  @Test("A document that takes too long is named and left out; the others are read")
  func overdue() throws {
    let place = try Workplace()
    try place.write(Self.good, to: "halaman/baik.html")
    try place.write(Self.monster, to: "halaman/raksasa.html")
    let run = try Program.run(
      [
        "run", "--corpus", "halaman", "--output", "out", "--seconds-per-document", "0.5",
        "--strict",
      ],
      in: place)
    #expect(run.status == 1, "\(run.err)")
    #expect(run.err.contains("raksasa.html: took longer than 0.5 s to read; it is left out"))
    let documents = try place.read("out/documents.csv").split(separator: "\n")
    #expect(documents.contains { $0.hasPrefix("baik.html,") && $0.contains(",read,") })
    #expect(
      documents.contains {
        $0.hasPrefix("raksasa.html,") && $0.contains(",failed,took longer than 0.5 s to read")
      })
    #expect(try place.read("out/results.csv").contains("Kota Metro"))
  }

  @Test("The process of its own makes no difference to the dataset")
  func sameBytes() throws {
    let place = try Workplace()
    try place.write(Self.good, to: "halaman/baik.html")
    for (output, options) in [("anak", []), ("sendiri", ["--in-process"])] {
      let run = try Program.run(
        ["run", "--quiet", "--corpus", "halaman", "--output", output] + options, in: place)
      #expect(run.status == 0, "\(run.err)")
    }
    for name in ["claims.csv", "documents.csv", "results.jsonl", "datapackage.json"] {
      #expect(try place.data("anak/" + name) == place.data("sendiri/" + name), "\(name)")
    }
  }

  @Test("A child that crashes is started again, one document at a time, until the culprit is known")
  func crash() throws {
    let place = try Workplace()
    try place.write(Self.good, to: "halaman/baik.html")
    try place.write(Self.monster, to: "halaman/raksasa.html")
    // The first child to be found reading is killed as a crash would end it, each time it begins anew.
    let run = try Program.shell(
      """
      tilik run --corpus halaman --output out --jobs 2 & parent=$!
      for try in $(seq 400); do
        sleep 0.05
        kill -0 $parent 2>/dev/null || break
        for child in $(pgrep -P $parent); do
          grep -aq raksasa /proc/$child/environ 2>/dev/null
          folder=$(tr '\\0' '\\n' < /proc/$child/environ 2>/dev/null | sed -n 's/^TILIK_WATCHED_FOLDER=//p')
          if [ -n "$folder" ] && grep -aq raksasa.html "$folder/reading" && ! grep -aq raksasa "$folder/left-out"
          then sleep 0.3; kill -ILL $child 2>/dev/null
          fi
        done
      done
      wait $parent
      """, in: place)
    #expect(run.status == 0, "\(run.err)")
    #expect(run.err.contains("raksasa.html: crashes the reader (signal 4"), "\(run.err)")
    let documents = try place.read("out/documents.csv").split(separator: "\n")
    #expect(documents.contains { $0.hasPrefix("baik.html,") && $0.contains(",read,") })
    #expect(
      documents.contains {
        $0.hasPrefix("raksasa.html,") && $0.contains(",failed,\"crashes the reader")
      })
  }

  @Test("Ctrl-C leaves the dataset as it was, and says how to go on")
  func interrupted() throws {
    let place = try Workplace()
    try place.write(Self.good, to: "halaman/baik.html")
    try place.write(Self.monster, to: "halaman/raksasa.html")
    let run = try Program.shell(
      """
      tilik run --corpus halaman --output out & parent=$!
      sleep 1; kill -TERM $parent; wait $parent
      """, in: place)
    #expect(run.status == 130, "\(run.err)")
    #expect(run.err.contains("interrupted; out is as it was. What was read is kept"), "\(run.err)")
    #expect(!FileManager.default.fileExists(atPath: place.url.appendingPathComponent("out").path))
  }
}
