import Canvas
import TestSupport
import Testing

@testable import Migration

@testable import Dashboard

struct TableTests {
  private func session(_ count: Int64, rows: Int = 24) -> Session {
    Session(
      size: Size(rows: rows, columns: 80), tasks: (0..<count).map { .sample($0, .running) })
  }

  private func order(_ session: Session) -> [Int64] {
    session.state.list.table.rows.map { $0.rawValue - 191_297_407_830_000 }
  }

  private func cursor(_ session: Session) -> Int64? {
    session.state.list.cursor.map { $0.rawValue - 191_297_407_830_000 }
  }

  @Test func `the newest task comes first`() {
    #expect(order(session(4)) == [3, 2, 1, 0])
  }

  @Test(
    arguments: [
      ([Key.down], 98), ([.down, .up], 99), ([.up], 99), ([.end], 0), ([.end, .down], 0),
      ([.pageDown], 79), ([.pageDown, .pageUp], 99), ([.control("f"), .control("b")], 99),
      ([.control("d")], 89), ([.control("d"), .control("u")], 99), ([.character("G")], 0),
      ([.character("G"), .character("g")], 99), ([.character("j"), .character("k")], 99),
      ([.character("о")], 98), ([.character("ｊ")], 98),
    ] as [([Key], Int64)])
  func `keys move the cursor`(keys: [Key], row: Int64) {
    var session = session(100)
    for key in keys { session.press(key) }
    #expect(cursor(session) == row)
  }

  @Test func `the cursor is on the screen wherever it goes`() {
    var session = session(100)
    for key in [Key.end, .home, .pageDown, .control("d"), .up, .end, .pageUp] {
      session.press(key)
      let list = session.state.list
      #expect((list.top..<list.top + session.state.tableHeight).contains(list.cursorLine))
      #expect(session.screen.contains("▸"))
    }
  }

  @Test func `an empty table takes every key`() {
    var session = session(0)
    for row in CommandTable.rows { row.keys.first.map { _ = session.press($0, .escape) } }
    #expect(session.state.list.cursor == nil)
  }

  @Test func `the cursor stays with its task when newer ones come`() {
    var session = session(50)
    session.press(.down, .down)
    let newer = (50..<80).map { MigrationTask.sample($0, .running) }
    session.send(.tasksLoaded(TaskSnapshot(tasks: newer)))
    #expect(cursor(session) == 47)
    #expect(session.screen.contains("▸"))
  }

  @Test func `the cursor stays on its line of the screen when rows above it go`() {
    var session = session(90)
    for _ in 0..<40 { session.press(.down) }
    let line = session.state.list.cursorLine - session.state.list.top
    let gone = Set((80..<90).map { MigrationTask.sample($0, .running).id })
    session.send(
      .tasksLoaded(TaskSnapshot(tasks: [], removed: gone)))
    #expect(cursor(session) == 49)
    #expect(session.state.list.cursorLine - session.state.list.top == line)
  }

  @Test(arguments: [(0, 1), (2, 3), (9, 8)] as [(Int, Int64)])
  func `when its task vanishes the cursor goes to the neighbour`(row: Int, expected: Int64) {
    var session = Session(tasks: (0...9).map { .sample(9 - Int64($0), .running) })
    for _ in 0..<row { session.press(.down) }
    let gone = session.state.list.cursor
    session.send(
      .tasksLoaded(
        TaskSnapshot(
          tasks: [], removed: Set([gone].compactMap(\.self)))))
    #expect(cursor(session) == 9 - expected)
  }

  @Test func `a task that comes twice in one answer is shown once`() {
    var session = session(0)
    let twice: [MigrationTask] = [.sample(1, .running), .sample(1, .failed)]
    session.send(.tasksLoaded(TaskSnapshot(tasks: twice)))
    #expect(order(session) == [1])
    #expect(session.state.list.table.counts == [.failed: 1])
  }

  @Test func `counts and speed follow what changes`() {
    var session = session(3)
    session.send(
      .tasksLoaded(
        TaskSnapshot(tasks: [.sample(1, .stopped)])))
    #expect(session.state.list.table.counts == [.running: 2, .stopped: 1])
    #expect(session.state.list.table.tally.speed == 2 * 3_565_158)
  }

  @Test func `every change leaves the order as sorting anew would`() {
    var random = Generator(seed: 7)
    for (row, key) in TaskOrder.Key.allCases.enumerated() {
      var session = session(40)
      session.press(.character("o"), .home)
      for _ in 0..<row { session.press(.down) }
      session.press(.enter)
      #expect(session.state.list.table.order == TaskOrder(naturalFor: key))
      for _ in 0..<60 {
        let tasks = (0..<3).map { _ in
          MigrationTask.sample(.random(in: 0..<60, using: &random), .running) {
            $0.speed = ByteRate(rawValue: .random(in: 0..<5, using: &random))
            $0.progress = .random(in: 0...1, using: &random)
            $0.name = ["a", "B", "日", ""].randomElement(using: &random) ?? ""
          }
        }
        let gone = MigrationTask.sample(.random(in: 0..<60, using: &random), .running).id
        session.send(.tasksLoaded(TaskSnapshot(tasks: tasks, removed: [gone])))
        let table = session.state.list.table
        #expect(table.rows == table.order.sorted(table.rows.compactMap(table.task)))
        #expect(Set(table.rows).count == table.count)
        #expect(table.rows.count == table.count)
      }
    }
  }

  @Test func `marks are ids and survive sorting and filtering`() {
    var session = session(9)
    session.type(" j i/task_3")
    session.press(.enter)
    #expect(session.state.list.marks.count == 2)
    #expect(session.state.list.marks.contains(MigrationTask.sample(8, .running).id))
  }

  @Test func `a range marks from one end to the other`() {
    var session = session(9)
    session.type("jvjjv")
    #expect(
      Set(session.state.list.marks) == Set([7, 6, 5].map { MigrationTask.sample($0, .running).id }))
  }

  @Test func `marks of tasks that are gone go with them`() {
    var session = session(3)
    session.type("*")
    let gone = Set([0, 2].map { MigrationTask.sample($0, .running).id })
    session.send(.tasksLoaded(TaskSnapshot(tasks: [], removed: gone)))
    #expect(session.state.list.marks.count == 1)
  }

  @Test func `Esc goes back through detail, filter and marks`() {
    var session = session(9)
    session.type(" /task")
    session.press(.enter, .enter)
    #expect(session.state.isDetailOpen)
    session.press(.escape)
    #expect(!session.state.isDetailOpen)
    session.press(.escape)
    #expect(session.state.list.table.filter.isEmpty)
    session.press(.escape)
    #expect(session.state.list.marks.isEmpty)
  }

  @Test func `n finds the next match of a filter that is gone`() {
    var session = session(50)
    session.type("/task_4")
    session.press(.enter, .escape)
    session.type("g")
    session.type("nn")
    #expect(cursor(session) == 47)
    session.type("N")
    #expect(cursor(session) == 48)
  }

  @Test func `sorting by the next column goes around`() {
    var session = session(3)
    session.type(">")
    #expect(session.state.list.table.order == TaskOrder(by: .source))
    session.type("<<")
    #expect(session.state.list.table.order == TaskOrder(by: .left))
    session.type("i")
    #expect(session.state.list.table.order.isDescending)
    session.type(">")
    #expect(session.state.list.table.order.hasSections)
  }
}
