import Canvas
import TestSupport
import Testing

@testable import Migration

@testable import Dashboard

/// Sections, folds and the cursor, whatever the user and the service do.
struct SectionModelTests {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `whatever changes, the lines are those of the rows`(seed: UInt64) {
    var random = Generator(seed: seed)
    let states = [TaskState.succeeded, .failed, .running]
    var session = Session(tasks: (0..<30).map { .sample($0, states[Int($0) % 3]) })
    for _ in 0..<60 {
      let key = [Key.down, .up, .end, .character("F"), .enter, .escape, .character("i")]
      session.press(key.randomElement(using: &random) ?? .up)
      let tasks = (0..<3).map { _ in
        MigrationTask.sample(
          .random(in: 0..<30, using: &random), TaskState(code: .random(in: 0...8, using: &random))
        ) { task in
          let code = ["TRF.0155", "TRF.0058", "x"].randomElement(using: &random) ?? ""
          if task.state == .failed {
            task.outcome.failure = TaskFailure(code: code, message: "")
          }
        }
      }
      let gone = MigrationTask.sample(.random(in: 0..<30, using: &random), .running).id
      let isHurried = Bool.random(using: &random)
      session.send(
        .tasksLoaded(TaskSnapshot(tasks: tasks, removed: [gone])), inHurry: isHurried)
      check(session.state.list, seed: seed)
    }
  }

  /// Every row is on exactly one stop, and the cursor is where its task is.
  private func check(_ list: TaskList, seed: UInt64) {
    let lines = list.table.lines
    let stops = (0..<lines.stopCount).map { lines.rows(atStop: $0) }
    let exceptions = lines.hasException ? 1 : 0
    #expect(stops.reduce(0) { $0 + $1.count } == list.table.rows.count + exceptions, "seed \(seed)")
    #expect(Set(stops.joined()) == Set(list.table.rows.indices), "seed \(seed)")
    #expect(list.spot.flatMap(list.table.stop) == (list.spot == nil ? nil : list.cursorRow))
    let place = list.cursorLine
    #expect(list.table.rows.isEmpty || (0..<lines.count).contains(place))
  }
}
