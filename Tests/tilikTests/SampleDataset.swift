import Foundation
import Testing

/// What `tilik run` makes of the sample corpus: made once, for all tests that only look at it.
enum SampleDataset {
  private static let made = Result {
    let place = try Workplace()
    atexit { SampleDataset.remove() }
    let run = try Program.run(["run", "--quiet"], in: place)
    try #require(run.status == 0, "\(run.err)")
    return place
  }

  private static func remove() {
    guard case .success(let place) = made else { return }
    try? FileManager.default.removeItem(at: place.url)
  }

  /// Puts a copy of the dataset into a place.
  static func copy(to place: Workplace, as name: String = "output") throws {
    try FileManager.default.copyItem(
      at: try made.get().url.appendingPathComponent("output"),
      to: place.url.appendingPathComponent(name))
  }
}
