import CLibXML2

extension Extractor {
  /// Of the libxml2 that the program was built with.
  public static var libxml2Version: String { LIBXML_DOTTED_VERSION }
}
