import Canvas
import TestSupport
import Testing

@testable import Migration

@testable import Dashboard

/// The order of attention: sections with headers, of which some fold.
struct SectionTests {
  /// How many tasks there are in each state, the oldest first.
  private func session(
    _ counts: [(TaskState, Int)], size: Size = Size(rows: 23, columns: 80)
  ) -> Session {
    let states = counts.flatMap { state, count in Array(repeating: state, count: count) }
    let tasks = states.enumerated().map { MigrationTask.sample(Int64($0), $1) }
    return Session(size: size, tasks: tasks)
  }

  /// The lines of the table, without their blanks at the end.
  private func lines(_ session: Session) -> [String] {
    session.screen.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().dropLast()
      .map(String.init)
  }

  private func headers(_ session: Session) -> [String] {
    lines(session).filter { !$0.isEmpty && !$0.contains("→") }
  }

  @Test func `sections stand in the order of attention, each below its word and count`() {
    let session = Session(size: Size(rows: 23, columns: 80))
    #expect(
      headers(session).map { String($0.prefix { $0 != " " }) }
        == ["failed", "running", "waiting", "stopped", "succeeded", "unknown"])
    #expect(session.screen.contains("\nrunning 2   1 retrying   1 stopping\n"))
  }

  @Test func `inside a section the newest task comes first`() {
    let session = session([(.running, 3)])
    let shown = lines(session).compactMap { line in
      (0..<3).first { line.contains("photos-\($0)/") }
    }
    #expect(shown == [2, 1, 0])
  }

  @Test(arguments: [(3, false), (4, true)])
  func `more than three that have succeeded are one line with their bytes`(
    count: Int, isFolded: Bool
  ) {
    let session = session([(.running, 1), (.succeeded, count)])
    let line = headers(session).last { $0.contains("succeeded") }
    #expect(line?.contains("succeeded \(count)   \(6 * count)G") == true)
    #expect(line?.hasSuffix("Enter unfolds") == isFolded)
    #expect(lines(session).count { $0.contains("→") } == (isFolded ? 1 : 1 + count))
  }

  @Test(arguments: [Key.enter, .character("F")])
  func `the line unfolds, with the cursor on its first task, and folds again`(key: Key) {
    var session = session([(.running, 1), (.succeeded, 9)])
    session.press(.end, key)
    #expect(session.state.list.cursor == MigrationTask.sample(9, .succeeded).id)
    #expect(lines(session).count { $0.contains("→") } == 10)
    session.press(.down, .character("F"))
    #expect(session.state.list.spot == .fold(.section(.succeeded)))
    #expect(lines(session).count { $0.contains("→") } == 1)
  }

  @Test func `any section can be folded`() {
    var session = session([(.running, 5), (.waiting, 2)])
    session.press(.character("F"))
    #expect(lines(session).count { $0.contains("→") } == 2)
    #expect(lines(session)[0].contains("running 5"))
  }

  @Test func `whoever filters sees all that is found`() {
    var session = session([(.succeeded, 9)])
    session.type("/task")
    session.press(.enter)
    #expect(lines(session).count { $0.contains("→") } == 9)
    session.press(.escape)
    #expect(lines(session).count { $0.contains("→") } == 1)
  }

  @Test func `the header of the section at the top of the window stays in view`() {
    var session = session([(.stopped, 5), (.running, 100)])
    for _ in 0..<60 {
      session.press(.down)
      #expect(lines(session)[0] == "running 100")
      #expect(session.screen.contains("▸"))
    }
    session.press(.end)
    #expect(lines(session)[0] == "running 100")
    for _ in 0..<104 {
      session.press(.up)
      #expect(session.screen.contains("▸"))
    }
    #expect(session.state.list.top == 0)
  }

  @Test func `a screen down shows what comes next, and nothing is left out`() {
    var session = session([(.running, 100)])
    var seen: Set<Int> = []
    for _ in 0..<6 {
      // The header covers the line at the top of the window.
      let top = session.state.list.top
      seen.formUnion(top + 1..<top + session.state.tableHeight)
      session.press(.pageDown)
    }
    #expect(seen == Set(1...100))
    #expect(session.state.list.cursor == MigrationTask.sample(0, .running).id)
  }

  @Test func `another order is one table with a column for the state`() {
    var session = session(
      [(.running, 2), (.succeeded, 9), (.stopped, 1)], size: Size(rows: 23, columns: 120))
    session.press(.character(">"))
    #expect(session.screen.contains("STATE"))
    #expect(lines(session).count { $0.contains("→") && $0.contains(" succeeded ") } == 9)
    #expect(headers(session).isEmpty)
    session.press(.character("<"))
    #expect(!session.screen.contains("STATE"))
    session.press(.character("i"))
    #expect(session.screen.contains("STATE"))
  }

  @Test func `the task under the cursor is not lost when its section has one line`() {
    var session = session([(.succeeded, 5), (.running, 2)])
    session.press(.down)
    let task = MigrationTask.sample(5, .succeeded)
    #expect(session.state.list.cursor == task.id)
    session.send(.tasksLoaded(TaskSnapshot(tasks: [task])))
    #expect(session.state.list.cursor == task.id)
    #expect(lines(session).contains { $0.hasPrefix("▸") && $0.contains("5/") && $0.contains("→") })
    session.press(.up)
    #expect(lines(session).count { $0.contains("→") } == 1)
  }

  @Test func `an action on a folded line is about all of its tasks, as a mark is`() {
    var session = session([(.running, 1), (.succeeded, 9)])
    session.press(.end, .character("D"))
    #expect(session.state.prompt?.targets.count == 9)
    session.press(.escape, .character(" "))
    #expect(session.state.list.marks.count == 9)
    #expect(
      lines(session).contains { $0.contains("* succeeded 9") || $0.contains("▸*succeeded 9") })
    session.press(.character(" "))
    #expect(session.state.list.marks.isEmpty)
  }

  @Test func `marks within a folded line are counted there`() {
    var session = session([(.succeeded, 9)])
    session.press(.enter, .character(" "), .character(" "), .character("F"))
    #expect(session.screen.contains("2 marked"))
    #expect(lines(session)[0].contains("succeeded 9   54G  2 marked"))
  }

  @Test func `an id cannot be copied from a line of several`() {
    var session = session([(.succeeded, 9)])
    #expect(session.type("y").isEmpty)
    #expect(session.screen.contains("several tasks"))
  }

  @Test func `n finds what stands in a folded line`() {
    var session = session([(.running, 2), (.succeeded, 9)])
    session.type("/task_7")
    session.press(.enter, .escape)
    session.type("gn")
    #expect(session.state.list.cursor == MigrationTask.sample(7, .succeeded).id)
  }
}
