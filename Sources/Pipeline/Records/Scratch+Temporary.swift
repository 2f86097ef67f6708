public import Dataset
import Foundation

extension Scratch {
  /// For what is made without an output folder.
  public static func temporary() throws(DatasetError) -> Scratch {
    try Scratch(beside: FileManager.default.temporaryDirectory.path + "/tilik")
  }
}
