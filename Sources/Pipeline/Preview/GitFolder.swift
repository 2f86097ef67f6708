import Foundation

/// A folder as a git revision has it, unpacked where nothing else is; gone when this is.
final class GitFolder: Sendable {
  /// Holds the folder's contents.
  let path: String

  /// - Throws: `PipelineError` when git does not know the folder or the revision.
  init(_ folder: String, revision: String) throws(PipelineError) {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent(
      "tilik-\(UUID().uuidString)")
    path = place.path
    let archive = path + ".tar"
    defer { try? FileManager.default.removeItem(atPath: archive) }
    do {
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    } catch {
      throw PipelineError("\(path): \(error.localizedDescription)")
    }
    // Run in a folder, git archives that folder alone. A name that looks like an option is none.
    let words = ["git", "-C", folder, "archive", "--format=tar", "--output", archive]
    try Self.run(
      words + ["--end-of-options", revision],
      failing:
        "pipeline \(folder): git has no version \"\(revision)\" of it; name a folder or a revision "
        + "with --against")
    try Self.run(
      ["tar", "-xf", archive, "-C", path],
      failing: "pipeline \(folder): its old version cannot be unpacked")
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  private static func run(_ words: [String], failing message: String) throws(PipelineError) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardError = pipe
    do { try process.run() } catch {
      throw PipelineError("\(message) (\(words[0]) cannot be run: \(error.localizedDescription))")
    }
    let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let first = said.split(separator: "\n").first.map { " (\($0))" } ?? ""
      throw PipelineError(message + first)
    }
  }
}
