import Canvas
import TestSupport
import Testing

@testable import Migration

@testable import Dashboard

/// Marks are counted when something changes, and never hidden by what else there is to tell.
struct MarkTests {
  @Test(arguments: 0..<12 as Range<UInt64>)
  func `the marks of a folded line are those of its tasks, whatever happens`(seed: UInt64) {
    var random = Generator(seed: seed)
    let states = [TaskState.succeeded, .failed, .running, .stopped]
    var session = Session(tasks: (0..<40).map { .sample($0, states[Int($0) % 4]) })
    let keys: [Key] = [
      .down, .up, .end, .home, .character("F"), .character(" "), .character("v"), .character("*"),
      .character("u"), .enter, .escape,
    ]
    for step in 0..<120 {
      session.press(keys.randomElement(using: &random) ?? .up)
      if step.isMultiple(of: 7) {
        let number = Int64.random(in: 0..<40, using: &random)
        let state = states.randomElement(using: &random) ?? .failed
        let gone = MigrationTask.sample(.random(in: 0..<40, using: &random), .running).id
        session.send(
          .tasksLoaded(TaskSnapshot(tasks: [.sample(number, state)], removed: [gone])))
      }
      if step.isMultiple(of: 11) {
        session.type(Bool.random(using: &random) ? "/photos-1" : "/state:failed")
        session.press(.enter)
      }
      let list = session.state.list
      for part in list.table.lines.parts {
        guard case .fold(let fold) = part.content else { continue }
        let marked = list.table.rows[part.rows].count(where: list.marks.contains)
        #expect(list.foldMarks[fold, default: 0] == marked, "seed \(seed), step \(step)")
      }
      let hidden = list.marks.count { !list.table.shows($0) }
      #expect(list.hiddenMarks == hidden, "seed \(seed), step \(step)")
    }
  }

  @Test(arguments: [40, 80, 120])
  func `what is marked and filtered stays in view beside what there is to tell`(columns: Int) {
    var session = Session(size: Size(rows: 23, columns: columns))
    session.type("/task")
    session.press(.enter)
    session.type("  ")
    session.send(.notice(Notice(.error, "the journal is full, and that is a long sentence")))
    let footer = session.screen.split(separator: "\n").last ?? ""
    #expect(footer.contains("2 marked"))
    #expect(footer.contains("the journal"))
    #expect(footer.contains("/task"))
  }

  @Test func `the menu names its target as the row does`() {
    var session = Session()
    session.select(.running)
    session.type("a")
    let menu = session.screen.split(separator: "\n").filter { $0.contains("│") }
    #expect(menu.first?.contains("photos-8/2025/ → archive/photos/") == true)
    #expect(menu.dropFirst().first?.contains("191297407830008") == true)
  }

  @Test(arguments: [1, -1])
  func `what was looked for is found among many, wherever it is`(step: Int) {
    var session = Session(
      tasks: (0..<500).map { .sample($0, $0 % 50 == 7 ? .failed : .running, name: "task_\($0)") })
    session.type("/name:task_4")
    session.press(.enter, .escape)
    session.type("g")
    let matches = session.state.list.table.rows.filter { id in
      session.state.list.table.task(id)?.name.contains("task_4") == true
    }
    var found: [TaskID?] = []
    for _ in matches {
      session.type(step > 0 ? "n" : "N")
      found.append(session.state.list.cursor)
    }
    #expect(Set(found) == Set(matches))
    #expect(found.count == matches.count)
  }

  @Test func `a search knows what has come, changed and gone since`() {
    var session = Session(tasks: (0..<200).map { .sample($0, .running, name: "task_\($0)") })
    session.type("/wanted")
    session.press(.enter)
    session.press(.escape)
    session.type("n")
    #expect(session.screen.contains("No task matches"))
    session.send(.tasksLoaded(TaskSnapshot(tasks: [.sample(50, .running, name: "wanted")])))
    session.type("n")
    #expect(session.state.list.cursor == MigrationTask.sample(50, .running).id)
    session.send(.tasksLoaded(TaskSnapshot(tasks: [.sample(50, .running, name: "other")])))
    session.type("n")
    #expect(session.screen.contains("No task matches"))
  }
}
