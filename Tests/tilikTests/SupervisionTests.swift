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
    return "<html><body><article><p>Pada 2022 " + String(repeating: clause, count: 8_000)
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
    #expect(
      run.err.contains(
        "raksasa.html: took longer than 0.5 s to read (limits in pipeline.yml); it is left out"))
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

  /// A place with a good page, a monster, and a pipeline with limits of its own.
  private static func place(limits: String) throws -> Workplace {
    let place = try Workplace()
    try place.write(good, to: "halaman/baik.html")
    try place.copy("pipelines/compliance", to: "jalur")
    try place.write(
      place.read("jalur/pipeline.yml") + "\nlimits:\n" + limits, to: "jalur/pipeline.yml")
    return place
  }

  @Test("A document that exhausts memory is named and left out; the others are read")
  func memory() throws {
    let place = try Self.place(limits: "  memory_megabytes: 64\n  seconds: 0\n")
    try place.write(Self.good.replacing("2022", with: "2023"), to: "halaman/lagi.html")
    try place.write(
      "<html><body>" + String(repeating: "<p>Ombudsman <b>a</b>", count: 900_000),
      to: "halaman/rakus.html")
    let run = try Program.run(
      ["run", "jalur", "--corpus", "halaman", "--output", "out", "--jobs", "2"], in: place)
    #expect(run.status == 0, "\(run.err)")
    let reason = "needs more than 64 MB of memory (limits in pipeline.yml)"
    #expect(run.err.contains("rakus.html: \(reason); it is left out"), "\(run.err)")
    let documents = try place.read("out/documents.csv").split(separator: "\n")
    #expect(documents.contains { $0.hasPrefix("rakus.html,") && $0.contains(",failed,\(reason)") })
    #expect(documents.count { $0.contains(",read,") } == 2)
  }

  @Test("Memory that the parser is refused never makes half a page of one")
  func refusedMemory() throws {
    let place = try Workplace()
    let length = 6 << 20
    // Attributes of one size after another make the parser's own buffers grow, behind a first sentence.
    let page =
      Self.good.replacing("</article>", with: "")
      + "<p title='" + String(repeating: "nilai ", count: length / 6)
      + "'>Kota Bekasi di zona hijau.</p>"
    try place.write(page, to: "besar.html")
    let free = try Program.run(["extract", "besar.html"], in: place)
    #expect(free.status == 0 && free.out.contains("Kota Bekasi"))
    // As much as the parse takes, less and less of it: all of the page, or nothing.
    var ends: Set<String> = []
    for kilobytes in stride(from: 14_000, through: 30_000, by: 4_000) {
      let run = try Program.shell(
        "ulimit -c 0; ulimit -d \(kilobytes); SWIFT_BACKTRACE=enable=no tilik extract besar.html",
        in: place)
      ends.insert(
        run.out == "\n" || run.out.isEmpty
          ? "nothing" : run.out == free.out ? "all" : "part: \(run.out.prefix(300))")
    }
    #expect(ends.isSubset(of: ["all", "nothing"]), "\(ends)")
  }

  @Test("A process that is stuck altogether is ended from outside")
  func stuck() throws {
    let place = try Self.place(limits: "  seconds: 1\n")
    try place.write(Self.monster, to: "halaman/raksasa.html")
    let run = try Program.shell(
      """
      tilik run jalur --corpus halaman --output out & parent=$!
      for try in $(seq 200); do
        sleep 0.02
        for child in $(pgrep -P $parent); do
          folder=$(tr '\\0' '\\n' < /proc/$child/environ 2>/dev/null | sed -n 's/^TILIK_WATCHED_FOLDER=//p')
          if [ -n "$folder" ] && grep -aq raksasa.html "$folder/reading"; then kill -STOP $child; break 2; fi
        done
      done
      wait $parent
      """, in: place)
    #expect(run.status == 0, "\(run.err)")
    #expect(run.err.contains("raksasa.html: took longer than 1.0 s to read"), "\(run.err)")
    let documents = try place.read("out/documents.csv").split(separator: "\n")
    #expect(documents.contains { $0.hasPrefix("baik.html,") && $0.contains(",read,") })
    #expect(documents.contains { $0.hasPrefix("raksasa.html,") && $0.contains(",failed,") })
  }

  @Test("A child whose parent was killed while it came up ends before it touches anything")
  func orphan() throws {
    let place = try Workplace()
    try place.write(Self.good, to: "halaman/baik.html")
    let run = try Program.shell(
      """
      mkdir catatan && : > catatan/left-out
      for parent in $$ 1; do
        TILIK_WATCHED_FOLDER=catatan TILIK_WATCHED_PARENT=$parent tilik run --corpus halaman --output out$parent
        echo "status $?"
      done
      ls -d out1 .out1.* 2>/dev/null; true
      """, in: place)
    let lines = run.out.split(separator: "\n")
    #expect(lines.contains("status 0") && lines.last == "status 137", "\(run.out)\(run.err)")
  }

  #if os(Linux)
    @Test("While documents are read the system holds the process to its limits")
    func limits() throws {
      let place = try Self.place(
        limits: "  memory_megabytes: 200\n  open_files: 99\n  file_gigabytes: 2\n  seconds: 20\n")
      try place.write(Self.monster, to: "halaman/raksasa.html")
      let run = try Program.shell(
        """
        tilik run jalur --corpus halaman --output out & parent=$!
        for try in $(seq 200); do
          sleep 0.02
          for child in $(pgrep -P $parent); do
            folder=$(tr '\\0' '\\n' < /proc/$child/environ 2>/dev/null | sed -n 's/^TILIK_WATCHED_FOLDER=//p')
            if [ -n "$folder" ] && grep -aq raksasa.html "$folder/reading"; then
              cat /proc/$child/limits; kill -TERM $parent; break 2
            fi
          done
        done
        wait $parent
        """, in: place)
      func soft(_ name: String) -> Int? {
        run.out.split(separator: "\n").first { $0.hasPrefix(name) }?
          .dropFirst(name.count).split(separator: " ").first.flatMap { Int($0) }
      }
      #expect(soft("Max core file size") == 0, "\(run.out)\(run.err)")
      #expect(soft("Max open files") == 99 && soft("Max file size") == 2 << 30)
      let data = soft("Max data size") ?? 0
      #expect(data > 300 << 20 && data < 4 << 30, "\(data)")
      let seconds = soft("Max cpu time") ?? 0
      #expect(seconds >= 30 && seconds < 30_000, "\(seconds)")
    }
  #endif
}
