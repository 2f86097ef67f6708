import Foundation

/// The built program, run as a person would.
enum Program {
  struct Outcome {
    let status: Int32
    let out: String
    let err: String
  }

  /// The folder of this package.
  static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Where `swift test` puts the program: beside the bundle of the tests.
  static let folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent()

  static func run(_ arguments: [String], in place: Workplace) throws -> Outcome {
    try start(folder.appendingPathComponent("tilik"), arguments, in: place)
  }

  /// Runs a line of shell with the program on the path.
  static func shell(_ line: String, in place: Workplace) throws -> Outcome {
    try start(URL(fileURLWithPath: "/bin/sh"), ["-c", line], in: place)
  }

  private static func start(
    _ program: URL, _ arguments: [String], in place: Workplace
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = place.url
    var environment = ProcessInfo.processInfo.environment
    environment["PATH"] = folder.path + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
    process.environment = environment
    // Files, not pipes: a pipe that fills up would hold the program.
    let out = place.url.appendingPathComponent(".stdout-\(UUID().uuidString)")
    let err = place.url.appendingPathComponent(".stderr-\(UUID().uuidString)")
    for file in [out, err] {
      _ = FileManager.default.createFile(atPath: file.path, contents: nil)
    }
    defer { for file in [out, err] { try? FileManager.default.removeItem(at: file) } }
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, out: try String(contentsOf: out, encoding: .utf8),
      err: try String(contentsOf: err, encoding: .utf8))
  }
}

/// A folder of its own that looks like a clone: the pipelines, the corpus and the labels are there.
final class Workplace: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("tilik-program-" + UUID().uuidString).resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for name in ["pipelines", "corpus", "Tests"] {
      try FileManager.default.createSymbolicLink(
        at: url.appendingPathComponent(name),
        withDestinationURL: Program.package.appendingPathComponent(name))
    }
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  func write(_ text: String, to name: String) throws {
    try write(Data(text.utf8), to: name)
  }

  func write(_ data: Data, to name: String) throws {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      at: url.appendingPathComponent(name), withIntermediateDirectories: true)
  }

  func read(_ name: String) throws -> String {
    String(decoding: try data(name), as: UTF8.self)
  }

  func data(_ name: String) throws -> Data {
    try Data(contentsOf: url.appendingPathComponent(name))
  }

  func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: url.appendingPathComponent(folder).path
    ).sorted()
  }

  /// A copy of a folder of this place.
  func copyFolder(_ from: String, to name: String) throws {
    try FileManager.default.copyItem(
      at: url.appendingPathComponent(from), to: url.appendingPathComponent(name))
  }

  /// A copy of what stands in the clone under `from`, which may be changed.
  func copy(_ from: String, to name: String) throws {
    let target = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: Program.package.appendingPathComponent(from), to: target)
  }
}
