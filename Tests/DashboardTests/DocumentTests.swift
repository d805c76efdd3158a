import Foundation
import Testing

/// The pages that say which test shows what.
struct DocumentTests {
  private static let root =
    #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(3).joined(separator: "/")

  /// A test by its suite and its sentence.
  private struct Named: Hashable {
    let suite: String
    let sentence: String
  }

  /// A row of a table: what it is about, what there is of it, and what shows that.
  private struct Row {
    let cells: [String]

    /// The row in a line of a page; `nil` where there is none, or the title of a table.
    init?(_ line: Substring) {
      guard line.hasPrefix("| "), !line.hasPrefix("| --"), !line.hasSuffix("| Shown by |") else {
        return nil
      }
      cells = line.dropFirst(2).dropLast(2).split(separator: " | ").map(String.init)
    }

    /// The tests that it names.
    var tests: [Named] {
      (cells.last ?? "").matches(of: /(\w+) `([^`]+)`/).map {
        Named(suite: String($0.1), sentence: String($0.2))
      }
    }

    /// Whether it says why it names none.
    var isOpen: Bool {
      cells.last == "—"
        && ["Not yet", "Makes no sense here", "Cannot apply"].contains { start in
          cells.dropFirst().first?.hasPrefix(start) == true
        }
    }
  }

  private static func rows(of page: String) throws -> [Row] {
    try String(contentsOfFile: "\(root)/docs/\(page).md", encoding: .utf8)
      .split(separator: "\n").compactMap(Row.init)
  }

  /// All tests that there are.
  private static func tests() throws -> Set<Named> {
    let folder = root + "/Tests"
    var tests: Set<Named> = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder)
    where path.hasSuffix(".swift") {
      var suite = ""
      for line in try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
        .split(separator: "\n")
      {
        if let word = ["struct ", "extension "].first(where: { line.hasPrefix($0) }) {
          suite = String(line.dropFirst(word.count).prefix { $0.isLetter || $0.isNumber })
        }
        let parts = line.split(separator: "`", omittingEmptySubsequences: false)
        if parts.count == 3, parts[2].hasPrefix("(") {
          tests.insert(Named(suite: suite, sentence: String(parts[1])))
        }
      }
    }
    return tests
  }

  @Test(arguments: ["features", "complaints"])
  func `every test that a page names is there`(page: String) throws {
    let named = Set(try Self.rows(of: page).flatMap(\.tests))
    #expect(named.count > 50)
    let tests = try Self.tests()
    #expect(named.filter { !tests.contains($0) } == [])
  }

  @Test(arguments: ["features", "complaints"])
  func `every row of a page names a test, or says why it has none`(page: String) throws {
    for row in try Self.rows(of: page) {
      #expect(row.cells.count == 3, "\(row.cells)")
      #expect(row.tests.isEmpty == row.isOpen, "\(row.cells)")
    }
  }
}
