import CArchive
import CZlib

extension Crawler {
  /// Of the zlib that the program runs with.
  public static var zlibVersion: String { String(cString: CZlib.zlibVersion()) }

  /// Of the libarchive that the program runs with, for example 3.6.2.
  public static var libarchiveVersion: String {
    let number = Int(archive_version_number())
    return "\(number / 1_000_000).\(number / 1000 % 1000).\(number % 1000)"
  }
}
