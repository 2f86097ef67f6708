import Crawl
import Dataset
import Extract
import Pipeline

/// The pages' bodies in the form that scorers of article extraction read.
enum Articles {
  static func write(_ pages: Pages, _ stages: Stages, to file: String) throws {
    let members = pages.all.map { page in
      JSON.Member(
        id(page.address),
        .object([
          .init(
            "articleBody",
            .string(String(decoding: stages.extract(page).body, as: UTF8.self)))
        ]))
    }
    try Files.write(Array(JSON.object(members).line.utf8), to: file)
  }

  /// The file's name up to its first dot.
  private static func id(_ address: String) -> String {
    let name = address.split(separator: "/").last ?? ""
    return String(name.prefix { $0 != "." })
  }
}
