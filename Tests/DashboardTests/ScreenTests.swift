import Canvas
import FoundationEssentials
import TestSupport
import Testing

@testable import Migration

@testable import Dashboard

/// Whole screens as text, and below it how each cell looks where there are colours.
struct ScreenTests {
  static let sizes = [
    Size.classic, .large, Size(rows: 60, columns: 200), Size(rows: 15, columns: 60),
    Size(rows: 5, columns: 20),
  ]

  @Test(arguments: Screen.allCases, sizes)
  func `a screen looks as approved`(screen: Screen, size: Size) throws {
    var session = Session(screen.configuration, size: size, tasks: nil)
    screen.open(&session)
    let name = "\(screen.rawValue)-\(size.columns)x\(size.rows)"
    let frame = render(session.state)
    let styles = frame.styles.split(separator: "\n").map { line in
      String(line.reversed().drop { $0 == "." }.reversed())
    }
    let picture = ([frame.description, String(repeating: "=", count: size.columns)] + styles)
      .joined(separator: "\n")
    #expect(try Snapshot(name).difference(from: picture) == nil)
  }

  @Test(arguments: [(4, 19), (1, 1), (10, 40)])
  func `a small screen looks as approved`(rows: Int, columns: Int) throws {
    let session = Session(size: Size(rows: rows, columns: columns))
    let name = "table-\(columns)x\(rows)"
    #expect(try Snapshot(name).difference(from: session.screen) == nil)
  }

  @Test func `an ASCII screen holds nothing but ASCII`() {
    for screen in Screen.allCases {
      var configuration = screen.configuration
      configuration.isASCII = true
      var session = Session(configuration, tasks: nil)
      screen.open(&session)
      #expect(session.screen.utf8.allSatisfy { $0 < 0x80 })
    }
  }
}
