import Canvas
import Testing

@testable import Migration

@testable import Dashboard

/// What the next action is aimed at is what is drawn as its target.
struct TargetTests {
  private static let tasks: [MigrationTask] = (0..<6).map {
    .sample($0, .running, name: $0 < 3 ? "low-\($0)" : "high-\($0)")
  }

  private func session() -> Session { Session(tasks: Self.tasks) }

  private func stars(_ session: Session) -> Int {
    session.screen.split(separator: "\n").count { $0.hasPrefix("▸*") || $0.hasPrefix(" *") }
  }

  @Test(arguments: [("s", 4), ("D", 4), ("R", 4), ("a", 4)] as [(Character, Int)])
  func `a range that is drawn up is aimed at`(key: Character, count: Int) {
    var session = session()
    session.type("vjjj")
    #expect(stars(session) == count)
    session.press(.character(key))
    #expect(session.screen.contains("\(count) tasks"))
    session.press(.escape)
    #expect(stars(session) == count)
  }

  @Test func `a range is aimed at together with the marks before it`() {
    var session = session()
    session.type(" jvj")
    #expect(stars(session) == 3)
    session.type("s")
    #expect(session.state.prompt?.targets.count == 3)
  }

  @Test func `a range does not follow a task that moves onto tasks that nobody chose`() {
    var session = session()
    session.type("vj")
    let chosen = Set(session.state.list.rangeIDs)
    #expect(chosen.count == 2)
    session.send(.tick(Moment(5)))
    let first = session.state.list.table.rows[0]
    let ended = MigrationTask.sample(
      Int64(Self.tasks.firstIndex { $0.id == first } ?? 0), .stopped, name: "low-0")
    session.send(.tasksLoaded(TaskSnapshot(tasks: [ended], at: 6)))
    session.type("D")
    #expect(Set(session.state.prompt?.targets.map(\.id) ?? []) == chosen)
  }

  @Test func `a range does not grow when its beginning is folded away`() {
    let tasks = (0..<5).map { MigrationTask.sample($0, .succeeded) }
    var session = Session(tasks: tasks)
    session.type("Fv")
    let chosen = Set(session.state.list.rangeIDs)
    #expect(chosen.count == 1)
    session.type("FD")
    #expect(Set(session.state.prompt?.targets.map(\.id) ?? []) == chosen)
  }

  @Test func `marks that the filter hides are named in the footer and in the prompt`() {
    var session = session()
    session.type("*/high")
    session.press(.enter)
    #expect(session.screen.contains("6 marked, 3 hidden by the filter"))
    session.openPrompt(.character("s"), tasks: Self.tasks)
    #expect(session.screen.contains("6 marked, 3 hidden by the filter."))
  }

  @Test func `the only mark, hidden, is named as well`() {
    var session = session()
    session.press(.end)
    session.type(" /high")
    session.press(.enter)
    session.openPrompt(.character("s"), tasks: Self.tasks)
    #expect(session.screen.contains("1 marked, 1 hidden by the filter."))
  }

  @Test func `what is not hidden is not said to be`() {
    var session = session()
    session.type(" /high")
    session.press(.enter)
    #expect(session.screen.contains("1 marked "))
    #expect(!session.screen.contains("hidden"))
  }
}
