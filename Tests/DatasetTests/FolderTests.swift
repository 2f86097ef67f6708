import Dataset
import Foundation
import Testing

@Suite("The output folder is replaced whole or not at all") struct FolderTests {
  private struct Interrupted: Error {}

  private func writeDataset(_ mark: String, to output: String) throws {
    try DatasetFolder.replace(output) { folder in
      try DatasetWriter(tables: []).write(into: folder)
      try DatasetWriter.write(run: ["mark": .string(mark)], into: folder)
    }
  }

  private func mark(of output: String) throws -> String? {
    try JSON.parse(bytes(of: output + "/run.json"))["mark"]?.string
  }

  @Test("a second run replaces the first and keeps the user's files") func replaced() throws {
    try withScratchFolder { scratch in
      let output = scratch + "/output"
      try writeDataset("one", to: output)
      try FileManager.default.createDirectory(
        atPath: output + "/notes/deep", withIntermediateDirectories: true)
      try write("mine", to: output + "/README.md")
      try write("mine too", to: output + "/notes/deep/a.txt")
      try write("no longer written", to: output + "/tilik.sqlite-journal")
      try writeDataset("two", to: output + "/")
      #expect(try mark(of: output) == "two")
      #expect(try text(of: output + "/README.md") == "mine")
      #expect(try text(of: output + "/notes/deep/a.txt") == "mine too")
      #expect(!FileManager.default.fileExists(atPath: output + "/tilik.sqlite-journal"))
      #expect(try names(in: scratch) == ["output"])
    }
  }

  @Test("a run that fails leaves the old dataset and no litter") func failed() throws {
    try withScratchFolder { scratch in
      let output = scratch + "/output"
      try writeDataset("one", to: output)
      #expect(throws: Interrupted.self) {
        try DatasetFolder.replace(output) { folder in
          try DatasetWriter(tables: []).write(into: folder)
          throw Interrupted()
        }
      }
      #expect(try mark(of: output) == "one")
      #expect(try names(in: scratch) == ["output"])
    }
  }

  @Test("what a killed run left behind goes at the next start") func leftovers() throws {
    try withScratchFolder { scratch in
      let output = scratch + "/output"
      try writeDataset("one", to: output)
      try FileManager.default.createDirectory(
        atPath: output + ".tmp-1/report", withIntermediateDirectories: true)
      try write("half", to: output + ".tmp-1/report/index.html")
      try writeDataset("two", to: output)
      #expect(try mark(of: output) == "two")
      #expect(try names(in: scratch) == ["output"])
    }
  }

  @Test("killed between two renames: the old dataset comes back") func restored() throws {
    try withScratchFolder { scratch in
      let output = scratch + "/output"
      try writeDataset("one", to: output)
      try FileManager.default.moveItem(atPath: output, toPath: output + ".old-1")
      try DatasetFolder.check(output)
      #expect(try mark(of: output) == "one")
    }
  }

  @Test("two runs at once: the second is told") func busy() throws {
    try withScratchFolder { scratch in
      let output = scratch + "/output"
      try DatasetFolder.replace(output) { _ in
        #expect(throws: DatasetError.self) { try DatasetFolder.check(output) }
      }
      try DatasetFolder.check(output)
    }
  }

  @Test("an unusable place is told in one line before any work") func unusable() throws {
    try withScratchFolder { scratch in
      try write("x", to: scratch + "/file")
      try FileManager.default.createDirectory(
        atPath: scratch + "/home", withIntermediateDirectories: false)
      try write("dear", to: scratch + "/home/letter.txt")
      let places = ["/file", "/home", "/missing/output", "/file/output"].map { scratch + $0 }
      for place in places + ["/", "/proc/output"] {
        let error = #expect(throws: DatasetError.self) { try DatasetWriter.check(place) }
        #expect(error?.description.contains("\n") == false)
        #expect(error?.description.hasPrefix("cannot write the dataset to \(place): ") == true)
      }
      #expect(try text(of: scratch + "/home/letter.txt") == "dear")
    }
  }

  @Test("a link to a folder stays a link") func link() throws {
    try withScratchFolder { scratch in
      let real = scratch + "/real"
      try FileManager.default.createDirectory(atPath: real, withIntermediateDirectories: false)
      try FileManager.default.createSymbolicLink(
        atPath: scratch + "/output", withDestinationPath: real)
      try writeDataset("one", to: scratch + "/output")
      #expect(try mark(of: real) == "one")
      #expect(try mark(of: scratch + "/output") == "one")
    }
  }
}
