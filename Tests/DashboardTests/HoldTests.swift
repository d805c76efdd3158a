import Canvas
import Testing

@testable import Migration

@testable import Dashboard

/// Rows do not move while somebody looks for one.
struct HoldTests {
  private static let tasks: [MigrationTask] = (0..<9).map { .sample($0, .running) }

  private func rows(_ session: Session) -> [TaskID] { session.state.list.table.rows }

  /// A dashboard whose cursor was moved a moment ago.
  private func session() -> Session {
    var session = Session(tasks: Self.tasks)
    session.press(.down)
    return session
  }

  private func change(_ session: inout Session) {
    let tasks = [MigrationTask.sample(9, .running), .sample(8, .failed), .sample(5, .stopped)]
    session.send(
      .tasksLoaded(TaskSnapshot(tasks: tasks, removed: [Self.tasks[3].id], at: 1)), inHurry: true)
  }

  @Test func `for two seconds after a move they stay, whatever comes, goes or changes`() {
    var session = session()
    let before = rows(session)
    change(&session)
    #expect(rows(session) == before)
    session.send(.tick(Moment(2.9)))
    #expect(rows(session) == before)
    session.send(.tick(Moment(3)))
    #expect(rows(session).count == 9)
    #expect(rows(session) == session.state.list.table.arranger.rows())
  }

  @Test func `what they say is new all the while, and so are the counts`() {
    var session = session()
    let task = MigrationTask.sample(7, .running) { $0.progress = 0.07 }
    session.send(.tasksLoaded(TaskSnapshot(tasks: [task], at: 1)), inHurry: true)
    #expect(session.screen.contains("7%"))
    change(&session)
    #expect(session.screen.contains("1 failed 7 running 1 stopped"))
  }

  @Test func `a cursor that has rested holds nothing`() {
    var session = session()
    session.send(.tick(Moment(5)))
    change(&session)
    #expect(rows(session) == session.state.list.table.arranger.rows())
  }

  @Test func `each move begins the time anew`() {
    var session = session()
    let before = rows(session)
    change(&session)
    session.press(.down, .down)
    session.send(.tick(Moment(4)))
    #expect(rows(session) == before)
    session.send(.tick(Moment(5)))
    #expect(rows(session) != before)
  }

  @Test func `the cursor stays on its task and its line when they move at last`() {
    var session = session()
    let cursor = session.state.list.cursor
    change(&session)
    #expect(session.state.list.cursor == cursor)
    session.send(.tick(Moment(9)))
    #expect(session.state.list.cursor == cursor)
    #expect(session.screen.contains("▸"))
  }

  @Test func `a task that is gone cannot be acted upon meanwhile`() {
    var session = session()
    let gone = session.state.list.cursor
    session.send(
      .tasksLoaded(TaskSnapshot(tasks: [], removed: Set([gone].compactMap(\.self)))),
      inHurry: true)
    #expect(session.type("s").isEmpty)
    #expect(session.state.prompt == nil)
  }

  @Test func `another order is not held up`() {
    var session = session()
    change(&session)
    session.press(.character(">"))
    #expect(rows(session) == session.state.list.table.arranger.rows())
  }

  @Test func `while updates are paused the clock runs as long as something is held`() {
    var session = session()
    session.type("z")
    session.press(.up)
    #expect(session.send(.tick(Moment(3))).isEmpty)
    session.press(.down)
    session.send(
      .tasksLoaded(TaskSnapshot(tasks: [.sample(8, .failed)], at: 1)), inHurry: true)
    #expect(session.alarm == session.now + .seconds(2))
    session.wake()
    #expect(rows(session) == session.state.list.table.arranger.rows())
    #expect(session.alarm == nil)
  }
}
