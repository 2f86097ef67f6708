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

  /// Other subjects, other units, and a year in which the instrument was not held.
  @Test(arguments: [
    "k2,kepatuhan,unit,2021,2022,100,1,0,9,,,,,", "k2,kepatuhan,kota,2021,2022,4,1,0,4,,,,,",
    "k0,kepatuhan,kota,2016,2018,100,1,0,9,,,,,", "k0,kepatuhan,unit,,2018,100,1,0,9,,,,,",
  ])
  func scalesThatGoTogether(row: String) throws {
    var tables = TableFolder()
    tables.files["scales.csv"]? += row + "\n"
    #expect(try tables.problems() == [])
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
    Mistake("an assessor", "instruments.csv", "x,A,B,kpk,,,,,", ":4: there is no assessor \"kpk\""),
    Mistake("a number", "instruments.csv", "x,A,B,,,,\"1,5\",,", ":4: score_min is \"1,5\""),
    Mistake("a strength", "instrument_aliases.csv", "sakip,A,weak", ":5: strength is full or cue"),
    Mistake("instrument alias", "instrument_aliases.csv", "x,A,full", ":5: there is no instrument"),
    Mistake("a scale", "scales.csv", "k2,x,kota,,,100,1,0,9,,,,,", ":4: there is no instrument"),
    Mistake(
      "bands", "scales.csv", "k1,kepatuhan,kota,2020,,100,3,70,75,,,,,", ":4: k1: 70-75 over"),
    Mistake("a band", "scales.csv", "k1,kepatuhan,kota,2020,,100,3,9,5,,,,,", ":4: band, min and"),
    Mistake("a score", "scales.csv", "k2,kepatuhan,kota,,,x,1,0,9,,,,,", ":4: score_max is \"x\""),
    Mistake(
      "a subject", "scales.csv", "k2,kepatuhan,kota|region,2024,,100,1,0,9,,,,,",
      ":4: nobody is a \"region\"; subjects are of provinsi, kota,"),
    Mistake(
      "two scales at once", "scales.csv", "k2,kepatuhan,kota|unit,2021,2022,100,1,0,9,,,,,",
      ":4: k2 and k1 (line 2) are both valid in 2021-2022 for kota;"),
    Mistake(
      "a gap of years", "scales.csv", "k0,kepatuhan,kota,2015,2017,100,1,0,9,,,,,",
      ":2: no scale of kepatuhan is valid in 2018, before k1"),
    Mistake(
      "years backwards", "scales.csv", "k0,kepatuhan,kota,2018,2012,100,1,0,9,,,,,",
      ":4: k0: valid_to 2012 lies before valid_from 2018"),
    Mistake(
      "a scale of a year without", "scales.csv", "k0,kepatuhan,kota,2018,2019,100,1,0,9,,,,,",
      ":4: k0 is valid in 2019, in which instruments.csv says"),
    Mistake(
      "bands of other years", "scales.csv", "k1,kepatuhan,kota,2021,,100,3,101,102,,,,,",
      ":4: k1: valid_from is \"2021\" here and \"2020\" at line 2"),
    Mistake(
      "a scale's year", "scales.csv", "k2,kepatuhan,provinsi,20x1,,100,1,0,9,,,,,",
      ":4: valid_from is \"20x1\""),
    Mistake(
      "a year not held", "instruments.csv", "x,A,B,,,,,,2020|x", ":4: not_held is \"2020|x\""),
    Mistake(
      "a regulation's type", "regulations.csv", "S 1/2001,Surat,1,2001,T,,", ":3: type is \"Surat\""
    ),
    Mistake(
      "a regulation's id", "regulations.csv", "UU 2/2001,Undang-Undang,1,2001,T,,",
      ":3: id is \"UU 2/2001\"; type, number and year make \"UU 1/2001\""),
    Mistake(
      "a short name", "regulations.csv", "UU 1/2001,Undang-Undang,1,2001,T,,Perda X",
      ":3: the short name \"Perda X\""),
    Mistake("a regulation's year", "regulations.csv", "A 1/1,A,1,x,T,,", ":3: \"x\" is no year"),
    Mistake("a type twice", "regulation_types.csv", "UU,A,,,", ":4: \"UU\" stands twice"),
    Mistake("a type of nothing", "regulation_types.csv", "X,A,,desa,", ":4: of is \"desa\""),
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
