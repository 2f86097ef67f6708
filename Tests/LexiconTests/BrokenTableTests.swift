import Testing

/// Every mistake that a person makes in a table is told with file and line, all at once.
struct BrokenTableTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    let what: String
    let file: String
    /// Added to the sound table.
    let row: String
    /// Begin of the problem: file, line and what is wrong.
    let problem: String
    var testDescription: String { what }

    init(_ what: String, _ file: String, _ row: String, _ problem: String) {
      self.what = what
      self.file = file
      self.row = row
      self.problem = problem
    }
  }

  @Test func theTablesAsTheyStandAreSound() throws {
    #expect(try TableFolder().problems() == [])
  }

  @Test(arguments: [
    Mistake("a code of letters", "regions.csv", "x8.01,A,kota,18,,,,", ":9: \"x8.01\" is no code"),
    Mistake("a short code", "regions.csv", "18.1,A,kota,18,,,,", ":9: \"18.1\" is no code"),
    Mistake("another province", "regions.csv", "19.01,A,kota,18,,,,", ":9: 19.01 does not lie in"),
    Mistake("a level", "regions.csv", "18.73,A,kotamadya,18,,,,", ":9: \"kotamadya\" is no level"),
    Mistake("a code twice", "regions.csv", "18.72,A,kota,18,,,,", ":9: \"18.72\" stands twice"),
    Mistake("no code", "regions.csv", ",A,kota,18,,,,", ":9: \"\" is no code"),
    Mistake("a year", "regions.csv", "18.73,A,kota,18,,,20x1,", ":9: valid_to is \"20x1\""),
    Mistake(
      "a successor", "regions.csv", "18.73,A,kota,18,,,2021,18.99", ":9: the successor 18.99"),
    Mistake("cells", "words.csv", "month,Mei,5", ":4: 3 cells under 4 columns"),
    Mistake("an alias of nobody", "region_aliases.csv", "99,X,low", ":5: there is no region"),
    Mistake("a risk", "region_aliases.csv", "18,X,some", ":5: risk is low or high"),
    Mistake("a unit twice", "units.csv", "dinsos,A,,,dinas,", ":5: \"dinsos\" stands twice"),
    Mistake("a flag", "units.csv", "x,A,,,dinas,true", ":5: takes_proper_name is \"true\""),
    Mistake("a unit alias", "unit_aliases.csv", "x,A", ":7: there is no unit \"x\""),
    Mistake("a level of none", "institutions.csv", "x,A,kantor", ":3: level \"kantor\" is neither"),
    Mistake("an institution", "institution_aliases.csv", "x,A", ":4: there is no institution"),
    Mistake("an assessor alias", "assessor_aliases.csv", "x,A", ":3: there is no assessor \"x\""),
    Mistake("an assessor", "instruments.csv", "x,A,B,kpk,,,,", ":4: there is no assessor \"kpk\""),
    Mistake("a number", "instruments.csv", "x,A,B,,,,\"1,5\",", ":4: score_min is \"1,5\""),
    Mistake("a strength", "instrument_aliases.csv", "sakip,A,weak", ":5: strength is full or cue"),
    Mistake("instrument alias", "instrument_aliases.csv", "x,A,full", ":5: there is no instrument"),
    Mistake("a scale", "scales.csv", "k2,x,kota,,,100,1,0,9,,,,,", ":4: there is no instrument"),
    Mistake(
      "bands", "scales.csv", "k1,kepatuhan,kota,2020,,100,3,70,75,,,,,", ":4: k1: 70-75 over"),
    Mistake("a band", "scales.csv", "k1,kepatuhan,kota,2020,,100,3,9,5,,,,,", ":4: band, min and"),
    Mistake("a score", "scales.csv", "k2,kepatuhan,kota,,,x,1,0,9,,,,,", ":4: score_max is \"x\""),
    Mistake("a regulation's year", "regulations.csv", "A 1/1,A,1,x,T,", ":3: \"x\" is no year"),
    Mistake("a type twice", "regulation_types.csv", "UU,A,", ":4: \"UU\" stands twice"),
    Mistake(
      "a category twice", "categories.csv", "Kualitas Tinggi,a", ":3: \"Kualitas Tinggi\" st"),
    Mistake("a word twice", "words.csv", "month,Januari,2,", ":4: \"Januari\" stands in the class"),
  ])
  func tellsTheMistakeWithFileAndLine(_ mistake: Mistake) throws {
    var tables = TableFolder()
    tables.files[mistake.file, default: ""] += mistake.row + "\n"
    let problems = try tables.problems()
    #expect(problems.contains { $0.hasPrefix(mistake.file + mistake.problem) }, "\(problems)")
    #expect(problems.allSatisfy { $0.hasPrefix(mistake.file) }, "no mistake elsewhere: \(problems)")
  }

  @Test func allProblemsOfAllTablesAtOnce() throws {
    var tables = TableFolder()
    tables.files["regions.csv"]? += "1,A,kota,18,,,,\n18.73,B,desa,18,,,,\n"
    tables.files["words.csv"] = "class,word\nmonth,Mei\n"
    tables.files["unit_aliases.csv"]? += "x,A\n"
    tables.files["categories.csv"] = nil
    let problems = try tables.problems()
    let files = Set(problems.map { $0.split(separator: ":")[0] })
    #expect(files == ["regions.csv", "words.csv", "unit_aliases.csv", "categories.csv"])
    #expect(
      problems.count { $0.hasPrefix("regions.csv:9:") || $0.hasPrefix("regions.csv:10:") } >= 2)
  }
}
