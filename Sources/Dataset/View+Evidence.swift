extension View {
  static let conflicts = View(
    name: "v_conflicts",
    question: "On which results do documents disagree, and about what?",
    pertanyaan: "Pada hasil mana dokumen-dokumen berselisih, dan tentang apa?",
    query: """
      SELECT r.region_code, r.region, r.unit, r.instrument, r.year, c.field, c.value, c.chosen,
        c.claims, c.documents, c.result
      FROM conflicts c JOIN results r ON r.result = c.result
      ORDER BY r.region_code, r.region, r.unit, r.instrument, r.year, c.field, c.chosen DESC,
        c.value
      """)

  static let targetsVersusResults = View(
    name: "v_targets_vs_results",
    question: "Was what was aimed at for a year reached that year?",
    pertanyaan: "Apakah target untuk suatu tahun tercapai pada tahun itu?",
    query: """
      SELECT t.region_code, t.region, t.unit, t.instrument, t.year, t.score AS target_score,
        t.zone AS target_zone, t.grade AS target_grade, t.category AS target_category,
        r.score, coalesce(r.zone, r.zone_derived) AS zone,
        coalesce(r.grade, r.grade_derived) AS grade,
        coalesce(r.category, r.category_derived) AS category,
        r.score >= t.score AS score_reached,
        coalesce(r.zone, r.zone_derived) = t.zone AS zone_reached,
        t.speaker, t.quote, t.document, t.claim, r.result
      FROM targets t
      LEFT JOIN results r ON r.region IS t.region AND r.region_code IS t.region_code
        AND r.unit IS t.unit AND r.instrument IS t.instrument AND r.year = t.year
      WHERE t.status = 'target'
      ORDER BY t.region_code, t.region, t.unit, t.instrument, t.year, t.claim
      """)

  static let claimsWithEvidence = View(
    name: "v_claims_with_evidence",
    question: "Which sentence of which page does each claim stand on?",
    pertanyaan: "Kalimat mana pada halaman mana yang menjadi dasar setiap klaim?",
    query: """
      SELECT c.claim, c.region_code, c.region, c.unit, c.instrument, c.year, c.score, c.zone,
        c.grade, c.category, c.rank, c.status, c.quote, c.speaker, c.speaker_name,
        c.reported_source, c.assessor, d.title, d.publisher,
        d.published, d.url, c.document, c.raw_start, c.raw_end, c.year_basis, c.year_chain,
        c.rule, c.confidence, c.flags, r.result
      FROM claims c
      JOIN documents d ON d.document = c.document
      LEFT JOIN results r ON r.region IS c.region AND r.region_code IS c.region_code
        AND r.unit IS c.unit AND r.instrument IS c.instrument AND r.year IS c.year
        AND c.status = 'achieved'
      ORDER BY c.region_code, c.region, c.unit, c.instrument, c.year, c.claim
      """)

  static let doubtfulClaims = View(
    name: "v_doubtful_claims",
    question: "Which claims should a person look at first?",
    pertanyaan: "Klaim mana yang perlu diperiksa lebih dahulu?",
    query: """
      SELECT c.claim, c.region, c.unit, c.instrument, c.year, c.score, c.zone, c.grade, c.category,
        c.status, c.confidence, c.flags, r.consistent, r.conflict, c.quote, c.document
      FROM claims c
      LEFT JOIN results r ON r.region IS c.region AND r.region_code IS c.region_code
        AND r.unit IS c.unit AND r.instrument IS c.instrument AND r.year IS c.year
        AND c.status = 'achieved'
      WHERE c.confidence < 0.7 OR c.flags IS NOT NULL OR r.consistent = 'no' OR r.conflict
      ORDER BY c.confidence, c.claim
      """)
}
