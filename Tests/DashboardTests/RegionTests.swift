import Canvas
import Testing

@testable import Migration

@testable import Dashboard

/// Which part of the screen shows what, at which size.
struct RegionTests {
  private func session(_ rows: Int, _ columns: Int) -> Session {
    Session(size: Size(rows: rows, columns: columns))
  }

  @Test(arguments: [(23, false), (24, true), (60, true)])
  func `from 24 lines on the speed has a graph`(rows: Int, isShown: Bool) {
    #expect(session(rows, 80).screen.contains("peak") == isShown)
  }

  @Test(arguments: [
    (24, 80, false), (35, 120, false), (36, 120, true), (30, 159, false), (30, 160, true),
    (60, 200, true), (5, 200, false),
  ])
  func `where there is room the task under the cursor is shown in full`(
    rows: Int, columns: Int, isShown: Bool
  ) {
    let session = session(rows, columns)
    #expect(session.state.isDetailShown == isShown)
    #expect(session.screen.contains("191297407830004") == isShown)
  }

  @Test func `it follows the cursor, and is scrolled once it has the keys`() {
    var session = session(60, 200)
    session.press(.down)
    #expect(session.screen.contains("191297407830008"))
    session = self.session(12, 160)
    let before = session.screen
    session.press(.tab, .down)
    #expect(session.screen != before)
    #expect(session.state.list.cursorRow == 0)
    session.press(.escape, .down)
    #expect(session.state.list.cursorRow == 1)
  }

  @Test func `q leaves where it is shown without being asked for`() {
    var session = session(60, 200)
    #expect(session.type("q").contains(.quit))
  }

  @Test(arguments: [Key.character("q"), .escape])
  func `a detail that was asked for is left first, and the marks stay`(key: Key) {
    var session = session(60, 200)
    session.type(" ")
    session.press(.enter, key)
    #expect(!session.state.isDetailOpen)
    #expect(session.state.list.marks.count == 1)
    #expect(session.type("q").contains(.quit))
  }

  @Test(arguments: [12, 24, 40, 60], [20, 60, 80, 120, 160, 200])
  func `the parts of the screen do not overlap, and fill it`(rows: Int, columns: Int) {
    for isOpen in [false, true] {
      let regions = Regions(size: Size(rows: rows, columns: columns), isDetailOpen: isOpen)
      let top = regions.graphRow == nil ? 1 : 2
      #expect(regions.footerRow == rows - 1)
      if regions.detail.column > 0 {
        #expect(regions.table.columns == regions.detail.column - 1)
        #expect(regions.detail.column + regions.detail.columns == columns)
        #expect(regions.table.row == top && regions.detail.row == top)
        #expect(regions.table.end == rows - 1 && regions.detail.end == rows - 1)
      } else {
        #expect(regions.table.row == top && regions.table.end == regions.detail.row)
        #expect(regions.detail.end == rows - 1)
      }
    }
  }
}
