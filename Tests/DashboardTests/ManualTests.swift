import Foundation
import TestSupport
import Testing
import Words

@testable import Dashboard

/// The keys in the manual, which are those of the command table.
struct ManualTests {
  private static let manual =
    #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(3).joined(separator: "/") + "/Packaging/ferry.1"

  @Test func `the manual has every key and name, as the help has them`() throws {
    let text = try String(contentsOf: URL(filePath: Self.manual), encoding: .utf8)
    let start = try #require(text.range(of: ".SH KEYS\n"))
    let end = try #require(text[start.upperBound...].range(of: ".SH "))
    let keys = CommandTable.manual(in: English())
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      let recorded = text[..<start.upperBound] + keys + text[end.lowerBound...]
      try Data(recorded.utf8).write(to: URL(filePath: Self.manual))
    } else {
      #expect(text[start.upperBound..<end.lowerBound] == keys)
    }
  }
}

extension CommandTable {
  /// The section of the manual about keys, without its title.
  fileprivate static func manual(in tongue: English) -> String {
    let rows = rows.map { row in
      """
      .TP
      .BR "\(row.label.roff)" " (:\(row.name.rawValue.roff))"
      \(tongue.words(row.name).roff)

      """
    }
    return """
      What the keys of the dashboard do, and its commands by their names, which
      .B :
      begins and Tab completes; Up and Down bring back earlier ones, and earlier filters where one is typed.

      """ + rows.joined()
  }
}

extension String {
  /// The text as the manual's language has it, with nothing in it taken for an instruction.
  fileprivate var roff: String {
    let signs = [
      ("\\", "\\(rs"), ("-", "\\-"), ("^", "\\(ha"), ("…", "..."), ("↓", "\\(da"), ("↑", "\\(ua"),
      ("→", "\\(->"), ("←", "\\(<-"),
    ]
    return signs.reduce(self) { $0.replacing($1.0, with: $1.1) }
  }
}
