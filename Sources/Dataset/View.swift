/// A question that people ask of the dataset, as a view in `tilik.sqlite`.
///
/// A zone in these views is the stated one or, where none is stated, the one that follows from the
/// score; `zone_basis` tells which.
public struct View: Sendable, Hashable {
  /// As in SQL.
  public let name: String
  /// The question, in English and in Indonesian.
  public let question: String
  /// The question in Indonesian.
  public let pertanyaan: String
  let query: String

  var statement: String {
    "CREATE VIEW \(name) AS -- \(question)\n\(query)"
  }

  /// In the order in which they are created and described.
  public static let all: [View] = [
    zoneByYear, regionLatest, movers, provinceRanking, ombudsmanVersusPANRB, conflicts,
    targetsVersusResults, claimsWithEvidence, doubtfulClaims,
  ]

  static let zoneByYear = View(
    name: "v_zone_by_year",
    question: "How many bodies stand in each zone, by instrument, year and level?",
    pertanyaan: "Berapa badan berada di setiap zona, menurut instrumen, tahun, dan tingkat?",
    query: """
      SELECT instrument, year, level, coalesce(zone, zone_derived) AS zone, count(*) AS bodies,
        sum(zone IS NOT NULL) AS stated, sum(zone IS NULL) AS derived,
        round(100.0 * count(*) / sum(count(*)) OVER (PARTITION BY instrument, year, level), 1)
          AS percent
      FROM results
      WHERE unit IS NULL AND year IS NOT NULL AND coalesce(zone, zone_derived) IS NOT NULL
      GROUP BY instrument, year, level, coalesce(zone, zone_derived)
      ORDER BY instrument, year, level, zone
      """)

  static let regionLatest = View(
    name: "v_region_latest",
    question: "What is the latest result of each region under each instrument?",
    pertanyaan: "Apa hasil terakhir setiap daerah menurut setiap instrumen?",
    query: """
      SELECT region_code, region, level, instrument, year, score, score_max,
        coalesce(zone, zone_derived) AS zone,
        CASE WHEN zone IS NOT NULL THEN 'stated' WHEN zone_derived IS NOT NULL THEN 'derived' END
          AS zone_basis,
        coalesce(grade, grade_derived) AS grade, coalesce(category, category_derived) AS category,
        consistent, conflict, sources, confidence, result
      FROM (
        SELECT *, row_number() OVER (
          PARTITION BY region_code, region, instrument ORDER BY year DESC, result) AS place
        FROM results WHERE unit IS NULL AND year IS NOT NULL)
      WHERE place = 1
      ORDER BY region_code, region, instrument
      """)

  static let movers = View(
    name: "v_movers",
    question: "Which bodies changed zone from one assessed year to the next?",
    pertanyaan: "Badan mana yang berpindah zona dari satu tahun penilaian ke berikutnya?",
    query: """
      WITH zones AS (
        SELECT *, coalesce(zone, zone_derived) AS colour FROM results
        WHERE unit IS NULL AND year IS NOT NULL AND coalesce(zone, zone_derived) IS NOT NULL),
      years AS (
        SELECT instrument, year, lead(year) OVER (PARTITION BY instrument ORDER BY year) AS next
        FROM (SELECT DISTINCT instrument, year FROM zones)),
      places AS (
        SELECT instrument, zone, min(place) AS place FROM (
          SELECT instrument, scale, zone,
            dense_rank() OVER (PARTITION BY scale ORDER BY min(band)) AS place
          FROM scales WHERE zone IS NOT NULL GROUP BY instrument, scale, zone)
        GROUP BY instrument, zone)
      SELECT a.region_code, a.region, a.level, a.instrument, a.year AS from_year,
        b.year AS to_year, a.colour AS from_zone, b.colour AS to_zone,
        a.score AS from_score, b.score AS to_score,
        CASE WHEN q.place < p.place THEN 'up' WHEN q.place > p.place THEN 'down' END AS direction,
        a.scale IS b.scale AS same_scale, a.result AS from_result, b.result AS to_result
      FROM zones a
      JOIN years y ON y.instrument IS a.instrument AND y.year = a.year
      JOIN zones b ON b.region = a.region AND b.region_code IS a.region_code
        AND b.instrument IS a.instrument AND b.year = y.next AND b.colour <> a.colour
      LEFT JOIN places p ON p.instrument = a.instrument AND p.zone = a.colour
      LEFT JOIN places q ON q.instrument = b.instrument AND q.zone = b.colour
      ORDER BY a.instrument, a.year, a.region_code, a.region
      """)

  static let provinceRanking = View(
    name: "v_province_ranking",
    question: "How do the regions of a province rank by score, by instrument and year?",
    pertanyaan: "Bagaimana peringkat daerah dalam satu provinsi menurut nilai?",
    query: """
      SELECT r.instrument, r.year, g.province_code,
        CASE WHEN r.level = 'provinsi' THEN NULL ELSE p.region END AS province,
        r.region_code, r.region, r.level, r.score, r.score_max,
        rank() OVER ranking AS place, count(*) OVER whole AS of_bodies,
        r.rank AS stated_rank, r.rank_of AS stated_rank_of, r.rank_scope AS stated_scope, r.result
      FROM results r
      JOIN regions g ON g.region_code = r.region_code
      LEFT JOIN regions p ON p.region_code = g.province_code
      WHERE r.unit IS NULL AND r.score IS NOT NULL AND r.year IS NOT NULL
      WINDOW whole AS (PARTITION BY r.instrument, r.year, r.scale, r.score_max,
          r.level = 'provinsi', CASE WHEN r.level <> 'provinsi' THEN g.province_code END),
        ranking AS (whole ORDER BY r.score DESC)
      ORDER BY r.instrument, r.year, r.level = 'provinsi' DESC, g.province_code, place,
        r.region_code
      """)

  static let ombudsmanVersusPANRB = View(
    name: "v_ombudsman_vs_panrb",
    question: "Do the Ombudsman and the ministry's index agree, region by region?",
    pertanyaan: "Apakah penilaian Ombudsman dan indeks kementerian sejalan di setiap daerah?",
    query: """
      SELECT region_code, region, level, year,
        CASE WHEN kepatuhan_score IS NOT NULL OR kepatuhan_zone IS NOT NULL
          OR kepatuhan_category IS NOT NULL OR kepatuhan_grade IS NOT NULL
          THEN 'kepatuhan' ELSE 'opini' END AS ombudsman,
        coalesce(kepatuhan_score, opini_score) AS ombudsman_score,
        kepatuhan_zone AS ombudsman_zone,
        coalesce(kepatuhan_category, opini_category) AS ombudsman_category,
        ipp_score, ipp_grade
      FROM panel_region_year
      WHERE coalesce(kepatuhan_score, kepatuhan_zone, kepatuhan_category, kepatuhan_grade,
          opini_score, opini_category) IS NOT NULL
        AND coalesce(ipp_score, ipp_grade) IS NOT NULL
      ORDER BY region_code, year
      """)
}
