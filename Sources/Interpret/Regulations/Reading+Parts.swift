extension Reading {
  /// Takes over what was read of regulations from a text of which this document is a part.
  /// - Parameter place: the range in this document's text; nil where it stands in another part.
  public mutating func takeRegulation(of whole: Reading, _ place: (Range<Int>) -> Range<Int>?) {
    func moved(_ relations: [RegulationRelation]) -> [RegulationRelation] {
      relations.compactMap { relation in
        place(relation.evidence).map {
          RegulationRelation(
            regulation: relation.regulation, kind: relation.kind, other: relation.other,
            evidence: $0)
        }
      }
    }
    relations = moved(whole.relations)
    bands = whole.bands.compactMap { band in
      place(band.quote).map {
        StatedBand(
          group: band.group, instrument: band.instrument, min: band.min, max: band.max,
          zone: band.zone, shade: band.shade, grade: band.grade, category: band.category, quote: $0)
      }
    }
    // Each page of a regulation keeps its own articles; it is known by the first of them where the heading
    // stands on another.
    guard let document = whole.regulation else { return }
    let own = moved(document.relations)
    let parts = document.parts.compactMap { part -> RegulationPart? in
      guard let text = place(part.text) else { return nil }
      var part = part
      part.heading = part.heading.flatMap(place)
      part.end = max(text.upperBound, place(text.lowerBound..<part.end)?.upperBound ?? 0)
      part.text = text
      return part
    }
    guard let heading = place(document.heading) ?? parts.first?.text else {
      relations += own
      return
    }
    var copy = RegulationDocument(name: document.name, form: document.form, heading: heading)
    copy.title = document.title
    copy.place = document.place
    copy.enacted = document.enacted
    copy.promulgated = document.promulgated
    copy.effective = document.effective
    copy.effectBasis = document.effectBasis
    copy.gazette = document.gazette
    copy.status = document.status
    copy.parts = parts
    copy.relations = own
    regulation = copy
  }
}
