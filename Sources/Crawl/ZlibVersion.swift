import CZlib

extension Crawler {
  /// Of the zlib that the program runs with.
  public static var zlibVersion: String { String(cString: CZlib.zlibVersion()) }
}
