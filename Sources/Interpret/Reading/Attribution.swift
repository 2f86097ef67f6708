/// Who says a statement, and out of what: the links between the page's publisher and the assessor.
public struct Attribution: Sendable, Hashable {
  /// Office of the person who says it, as it stands: "Kepala Dinas Sosial Kota Metro".
  public var office: String?
  /// Name of the person, without titles and degrees.
  public var name: String?
  /// What the person, or the page, takes it from: "laporan hasil evaluasi".
  public var source: String?

  public init(office: String? = nil, name: String? = nil, source: String? = nil) {
    self.office = office
    self.name = name
    self.source = source
  }
}
