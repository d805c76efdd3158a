import Canvas
import FoundationEssentials
import TestSupport
import Testing

@testable import Migration

@testable import Dashboard

/// Whole screens as text, at two sizes each.
struct ScreenTests {
  @Test(arguments: Screen.allCases, [Size.classic, .large])
  func `a screen looks as approved`(screen: Screen, size: Size) throws {
    var session = Session(screen.configuration, size: size, tasks: nil)
    screen.open(&session)
    let name = "\(screen.rawValue)-\(size.columns)x\(size.rows)"
    #expect(try Snapshot(name).difference(from: session.screen) == nil)
  }

  @Test(arguments: [(5, 20), (4, 19), (1, 1), (10, 40), (15, 60), (60, 200)])
  func `a small screen looks as approved`(rows: Int, columns: Int) throws {
    let session = Session(size: Size(rows: rows, columns: columns))
    let name = "table-\(columns)x\(rows)"
    #expect(try Snapshot(name).difference(from: session.screen) == nil)
  }

  @Test func `the styles of the table are as approved`() throws {
    let session = Session()
    #expect(try Snapshot("table-styles").difference(from: render(session.state).styles) == nil)
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
