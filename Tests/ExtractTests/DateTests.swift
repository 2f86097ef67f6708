import Testing

@testable import Extract

struct DateTests {
  static func show(_ date: PublishedDate?) -> String? {
    date.map {
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      let time = ($0.time.map { " \($0)" } ?? "") + ($0.zone ?? "")
      return "\($0.year)-\(two($0.month))-\(two($0.day))\(time)"
    }
  }

  @Test(arguments: [
    ("Selasa, 16 Januari 2024 | 13:05 WIB", "2024-01-16 13:05+07:00"),
    ("16 Agustus 2023, 08:15", "2023-08-16 08:15"),
    ("Kamis, 5 Okt 2023 20:01 WIT", "2023-10-05 20:01+09:00"),
    ("Tayang: Rabu, 7 Agt 2024 pukul 07.15 WITA", "2024-08-07 07:15+08:00"),
    ("Selasa (16/1/2024)", "2024-01-16"),
    ("05/01/2024", "2024-01-05"),
    ("16/01/2024, 13:05 WIB", "2024-01-16 13:05+07:00"),
    ("Senin (22/01/18)", "2018-01-22"),
    ("02 Pebruari 2015", "2015-02-02"),
    ("Jum'at, 3 Mei 2024", "2024-05-03"),
    ("Ahad, 11 Februari 2024 / 1 Syaban 1445", "2024-02-11"),
    ("Diperbarui 12 Nopember 2021", "2021-11-12"),
    ("November 20th, 2019 - 07:50 GMT", "2019-11-20 07:50"),
    ("Jan. 5, 2020 at 5:30 pm", "2020-01-05 17:30"),
    ("2023-12-31", "2023-12-31"),
  ])
  func lines(_ line: String, _ date: String) { #expect(Self.show(DateReader.line(line)) == date) }

  @Test(arguments: [
    "Marilah 5 orang 2024", "31 Februari 2024", "nilai 80,85 pada 2023", "16 Januari", "12345/1/2",
    "Maretta, 3 kali 2020",
  ])
  func noDates(_ line: String) { #expect(DateReader.line(line) == nil) }

  @Test(arguments: [
    ("2024-01-16T13:05:00+07:00", "2024-01-16 13:05+07:00"),
    ("2023-11-02T18:30:00+00:00", "2023-11-03 01:30+07:00"),
    ("2023-12-31T23:59:59Z", "2024-01-01 06:59+07:00"),
    ("2024-02-28T20:00:00.000Z", "2024-02-29 03:00+07:00"),
    ("2024/01/16 17:50:31", "2024-01-16 17:50"),
    ("2024-01-16", "2024-01-16"),
    ("2019-11-18T09:00:00-0500", "2019-11-18 09:00-05:00"),
    ("Selasa, 16 Januari 2024", "2024-01-16"),
  ])
  func metadata(_ text: String, _ date: String) {
    #expect(Self.show(DateReader.metadata(text)) == date)
  }
}
