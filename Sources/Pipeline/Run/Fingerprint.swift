import Crypto
import Dataset

/// SHA-256 over what a run depends on, so that `run.json` tells two runs apart.
enum Fingerprint {
  /// Of every file below a folder: names and contents, in the bytes of the names.
  static func folder(_ folder: String) throws(DatasetError) -> String {
    var hash = SHA256()
    try add(folder, name: "", to: &hash)
    return Hexadecimal.text(hash.finalize())
  }

  static func file(_ path: String) throws(DatasetError) -> String {
    var hash = SHA256()
    try Files.forEachPiece(of: path) { hash.update(bufferPointer: $0) }
    return Hexadecimal.text(hash.finalize())
  }

  /// Of a list of names and hashes.
  static func list(_ entries: some Sequence<(String, String)>) -> String {
    var hash = SHA256()
    for (name, value) in entries { hash.update(data: Array("\(value)  \(name)\n".utf8)) }
    return Hexadecimal.text(hash.finalize())
  }

  private static func add(
    _ path: String, name: String, to hash: inout SHA256
  ) throws(DatasetError) {
    switch Files.kind(of: path) {
    case .folder:
      let names = try Files.list(path).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      for inner in names where !inner.hasPrefix(".") {
        try add(path + "/" + inner, name: name + "/" + inner, to: &hash)
      }
    case .file:
      let bytes = try Files.read(path)
      hash.update(data: Array("\(name)\n\(bytes.count)\n".utf8))
      hash.update(data: bytes)
    default: break
    }
  }
}
