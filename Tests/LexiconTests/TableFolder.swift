import Foundation
import Lexicon

/// A folder of small tables, sound as they stand; a test changes what it is about.
struct TableFolder {
  var files: [String: String] = [
    "regions.csv": """
    code,name,level,province_code,full_name,valid_from,valid_to,successor_code
    18,Lampung,provinsi,18,,,,
    18.72,Metro,kota,18,,,,
    18.02,Lampung Tengah,kabupaten,18,,,,
    52,Nusa Tenggara Barat,provinsi,52,,,,
    31,DKI Jakarta,provinsi,31,,,,
    72.09,Tojo Una-Una,kabupaten,72,,,,
    72,Sulawesi Tengah,provinsi,72,,,,

    """,
    "region_aliases.csv": "code,alias,risk\n52,NTB,low\n31,Jakarta,high\n31,Ibukota,low\n",
    "units.csv": """
    id,name,abbreviation,sector,type,takes_proper_name
    dinsos,Dinas Sosial,Dinsos,sosial,dinas,
    puskesmas,Pusat Kesehatan Masyarakat,Puskesmas,kesehatan,puskesmas,yes
    polres,Kepolisian Resor,Polres,kepolisian,vertikal,yes

    """,
    "unit_aliases.csv": """
    unit,alias
    dinsos,Dinas Sosial
    dinsos,Dinsos
    dinsos,DS
    puskesmas,Puskesmas
    polres,Polres

    """,
    "institutions.csv": "id,name,level\nagama,Kementerian Agama,kementerian\n",
    "institution_aliases.csv": "institution,alias\nagama,Kementerian Agama\nagama,Kemenag\n",
    "assessors.csv": "id,name,parent,in_scope\nombudsman_ri,Ombudsman,,yes\n",
    "assessor_aliases.csv": "assessor,alias\nombudsman_ri,Ombudsman\n",
    "instruments.csv": """
    id,name,name_en,assessor,in_scope,fields,score_min,score_max,not_held
    kepatuhan,Penilaian Kepatuhan,Compliance,ombudsman_ri,yes,score|zone,0,100,2019
    sakip,SAKIP,Accountability,,,grade,,,

    """,
    "instrument_aliases.csv": """
    instrument,alias,strength
    kepatuhan,penilaian kepatuhan,full
    kepatuhan,penilaian,cue
    sakip,SAKIP,full

    """,
    "scales.csv": """
    scale,instrument,subjects,valid_from,valid_to,score_max,band,min,max,zone,shade,grade,category,labels
    k1,kepatuhan,kota,2020,,100,1,80.01,100,hijau,,,,
    k1,kepatuhan,kota,2020,,100,2,0,80,merah,,,,

    """,
    "regulations.csv":
      "id,type,number,year,title,issuer,short_names\n"
      + "UU 25/2009,Undang-Undang,25,2009,Pelayanan Publik,DPR,\n",
    "regulation_types.csv":
      "abbreviation,name,aliases,of,issuer\nUU,Undang-Undang,undang-undang,,\nPP,Peraturan Pemerintah,,,\n",
    "categories.csv": "label,forms\nKualitas Tinggi,kualitas tinggi|opini tinggi\n",
    "words.csv": "class,word,value,note\nmonth,Januari,1,\nlocation,di,,\n",
  ]

  func load() throws -> Lexicon {
    try inFolder { try Lexicon(folder: $0) }
  }

  /// What is wrong with the tables, `file:line: message` each.
  func problems() throws -> [String] {
    try inFolder { folder in
      do {
        _ = try Lexicon(folder: folder)
        return []
      } catch let error as LexiconError {
        return error.problems.map { $0.replacingOccurrences(of: folder + "/", with: "") }
      }
    }
  }

  /// Writes the tables to a folder of their own and removes it behind `body`.
  private func inFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "tilik-tables-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    return try body(folder.path)
  }
}
