import Dataset
import Foundation
import Lexicon
import Testing

@testable import Pipeline
@testable import Reconcile

/// What the report's review page writes is what a run reads.
@Suite("The file of the review page")
struct ReviewPageTests {
  @Test("The page writes the columns that are read, and offers the fields that may be changed")
  func columns() throws {
    let place = try Workplace()
    let script = try place.read("pipelines/compliance/report/assets/report.js")
    let list = try #require(script.range(of: "var columns = ["))
    let closed = try #require(script.range(of: "]", range: list.upperBound..<script.endIndex))
    let written = try JSON.parse([UInt8](("[" + script[list.upperBound..<closed.upperBound]).utf8))
    #expect(written.array?.compactMap(\.string) == CorrectionRow.columns)

    try SampleDataset.copy(to: place, as: "out")
    for page in ["review.html", "en/review.html"] {
      let html = try place.read("out/report/" + page)
      let start = try #require(html.range(of: "id=\"review-data\">")).upperBound
      let end = try #require(html.range(of: "</script>", range: start..<html.endIndex)).lowerBound
      let data = try JSON.parse([UInt8](html[start..<end].utf8))
      let claims = try #require(data.array)
      #expect(!claims.isEmpty)
      for case .object(let members) in claims {
        #expect(members.allSatisfy { CorrectionRow.columns.contains($0.name) })
      }
      for field in ClaimField.changeable {
        #expect(html.contains("<option value=\"\(field.rawValue)\">"), "\(field)")
      }
    }
  }

  /// `Tests/Fixtures/review/corrections.csv` is what Chromium downloaded from the page of the sample
  /// corpus; `check-report.py --download` writes it anew.
  @Test("A file that a browser downloaded from the page is read, field by field")
  func downloaded() throws {
    let file = Program.package.path + "/Tests/Fixtures/review/corrections.csv"
    let lexicon = try Lexicon(
      folder: Program.package.path + "/pipelines/compliance/lexicon")
    let corrections = try CorrectionFile.read(file, lexicon: lexicon)
    #expect(corrections.map(\.action) == [.reject, .accept, .change])
    #expect(corrections.map(\.line) == [2, 3, 4])
    #expect(corrections.map { $0.change?.field } == [nil, nil, .year])
    #expect(corrections[2].change?.written == "2019")
    for correction in corrections {
      #expect(correction.who == "Sari, \"penguji\"")
      #expect(correction.note == "=1+1; \"dilihat, \(correction.action.rawValue)\"")
      #expect(correction.about[.instrument] != nil && correction.about[.year] != "")
      #expect(correction.anchor.sha256?.count == 64)
    }
    #expect(
      corrections[0].anchor.quote.hasPrefix("DPMPTSP dan Disdukcapil Kabupaten Kuningan memperoleh")
    )
    let header = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")[0]
    #expect(header.split(separator: ",").map(String.init) == CorrectionRow.columns)
  }

  @Test(
    "A downloaded file is added to the decisions that are there, once, and only when it is right")
  func added() throws {
    let place = try Workplace()
    try place.copyFolder("pipelines/compliance", to: "p")
    try place.copy("Tests/Fixtures/review/corrections.csv", to: "unduhan.csv")
    func add(_ file: String) throws -> Program.Outcome {
      try Program.run(["review", "--pipeline", "p", "--add", file], in: place)
    }
    let first = try add("unduhan.csv")
    #expect(first.out == "3 rows written to p/corrections.csv; the next run applies them\n")
    let written = try place.read("p/corrections.csv")
    #expect(!written.contains(",=1+1") && written.contains("'=1+1"))
    #expect(try add("unduhan.csv").out == "nothing written\n")
    #expect(try place.read("p/corrections.csv") == written)

    try place.write(written.replacing("reject", with: "tolak"), to: "salah.csv")
    let wrong = try add("salah.csv")
    #expect(wrong.status == 2 && wrong.err.contains("salah.csv:2: action is \"tolak\""))
    #expect(try add("hilang.csv").status == 2)
    #expect(try place.read("p/corrections.csv") == written)
    let run = try Program.run(["run", "p", "--strict", "--output", "out"], in: place)
    #expect(run.status == 0 && run.out.contains("corrections  3 applied"), "\(run.out)\(run.err)")
  }

  /// Without Chromium or its driver the test says so and passes.
  @Test("A rejection, an acceptance and a change are downloaded and hold in the next run")
  func download() throws {
    let place = try Workplace()
    try place.copyFolder("pipelines/compliance", to: "p")
    #expect(try Program.run(["run", "p", "-q", "--output", "out"], in: place).status == 0)
    let script = Program.package.path + "/scripts/check-report.py"
    let own = Program.package.path + "/.build/report-venv/bin/python"
    let python = FileManager.default.isExecutableFile(atPath: own) ? own : "python3"
    let check = try Program.shell(
      "'\(python)' '\(script)' out/report --pages 0 --no-axe --download unduhan", in: place)
    guard ![77, 127].contains(check.status) else {
      print("the review page's download was not tried: \(check.out)\(check.err)")
      return
    }
    #expect(check.status == 0, "\(check.out)\(check.err)")
    for name in ["corrections.csv", "en-corrections.csv"] {
      try place.write(try place.read("unduhan/" + name), to: "p/corrections.csv")
      let run = try Program.run(["run", "p", "--strict", "--output", "out"], in: place)
      #expect(run.status == 0, "\(run.out)\(run.err)")
      let rows = try DatasetReader(folder: place.url.path + "/out").table(Schema.corrections)
      #expect(rows.records.map { $0["state"].written } == ["applied", "applied", "applied"])
      #expect(
        Set(rows.records.map { $0["action"].written }) == ["reject", "accept", "change"])
      #expect(rows.records.allSatisfy { $0["note"].written.hasPrefix("=1+1; \"dilihat") })
    }
  }
}
