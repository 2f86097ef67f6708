import Foundation

/// Programs of others that tests hold the files against; a test is skipped where one is absent.
enum Outside {
  /// A Python that has the modules: of `TILIK_PYTHON`, or on the path.
  static func python(with modules: [String]) -> String? {
    let given = ProcessInfo.processInfo.environment["TILIK_PYTHON"]
    return [given, "/tmp/venv/bin/python", find("python3")].compactMap { $0 }.first { python in
      (try? run(python, ["-c", "import " + modules.joined(separator: ", ")]))?.status == 0
    }
  }

  /// The path of a program.
  static func find(_ program: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
      .map { "\($0)/\(program)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  static func run(
    _ program: String, _ arguments: [String], in folder: String? = nil
  ) throws -> (status: Int32, out: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let out = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: out, as: UTF8.self))
  }
}
