import Glibc

/// What libFuzzer calls: one program for all targets, of which `TILIK_FUZZ_TARGET` names one.
///
/// A target returns, whatever its input; what it must not do is crash, hang or break its own promises.
private enum Chosen {
  static let target: any FuzzTarget = {
    let name = getenv("TILIK_FUZZ_TARGET").map { String(cString: $0) } ?? ""
    guard let make = targets[name] else {
      fatalError("TILIK_FUZZ_TARGET is one of \(targets.keys.sorted().joined(separator: ", "))")
    }
    return make()
  }()

  private static let targets: [String: @Sendable () -> any FuzzTarget] = [
    "html": { HTMLTarget() }, "reading": { ReadingTarget() }, "warc": { FileTarget("x.warc") },
    "gzip": { FileTarget("x.html.gz") }, "archive": { FileTarget("x.zip") },
    "mhtml": { FileTarget("x.mhtml") }, "tables": { TablesTarget() }, "rules": { RulesTarget() },
  ]
}

protocol FuzzTarget: Sendable {
  func run(_ input: [UInt8])
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  Chosen.target.run(Array(UnsafeBufferPointer(start: data, count: count)))
  return 0
}
