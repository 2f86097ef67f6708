import Foundation
import Testing

@Suite("What the library offers is explained where it stands")
struct PublicDocumentationTests {
  /// What a protocol of the standard library asks for explains itself.
  private static let known = ["==", "<", "hash", "next", "makeIterator", "Iterator"]

  @Test("Every public type, function and subscript has a comment")
  func comments() throws {
    let sources = Program.package.appendingPathComponent("Sources")
    let declaration =
      /^\s*public (?:static |mutating |final )*(?:struct|enum|class|actor|protocol|func|subscript)\s*([\w=<]*)/
    var bare: [String] = []
    for name in try FileManager.default.subpathsOfDirectory(atPath: sources.path).sorted()
    where name.hasSuffix(".swift") {
      let lines = try String(
        contentsOf: sources.appendingPathComponent(name), encoding: .utf8
      ).split(separator: "\n", omittingEmptySubsequences: false)
      for (number, line) in lines.enumerated() {
        guard let found = line.firstMatch(of: declaration),
          !Self.known.contains(String(found.1))
        else { continue }
        let above = lines[..<number].last { !$0.drop { $0 == " " }.hasPrefix("@") }
        if above?.drop(while: { $0 == " " }).hasPrefix("///") != true {
          bare.append("\(name):\(number + 1): \(found.0)")
        }
      }
    }
    #expect(bare.isEmpty, "\(bare.joined(separator: "\n"))")
  }
}
