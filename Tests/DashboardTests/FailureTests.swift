import Canvas
import Testing

@testable import Migration

@testable import Dashboard

/// Why tasks have failed, in the rows and in one line for several.
struct FailureTests {
  private func failed(_ number: Int64, _ code: String?) -> MigrationTask {
    .sample(number, .failed) { task in
      task.outcome.failure = code.map { TaskFailure(code: $0, message: "in its own words") }
    }
  }

  private func lines(_ session: Session) -> [Substring] { session.screen.split(separator: "\n") }

  @Test func `a row says why and what to do in the columns that it does not need`() {
    let session = Session(size: .large, tasks: [failed(1, "TRF.0155")])
    let row = lines(session).first { $0.contains("→") && $0.contains("photos-1") }
    #expect(row?.contains("the source bucket does not exist; check its name") == true)
    #expect(row?.contains("68%") == false)
  }

  @Test(arguments: [
    ("TRF.9999" as String?, "TRF.9999 in its own words"),
    (nil, "12 objects did not arrive; R runs them again"),
  ])
  func `a cause that nobody knows is told as far as it is known`(code: String?, words: String) {
    #expect(Session(size: .large, tasks: [failed(1, code)]).screen.contains(words))
  }

  @Test func `several with the same cause are one line, which Enter unfolds`() {
    let tasks = (0..<5).map { failed($0, "TRF.0155") } + [failed(9, "TRF.0055")]
    var session = Session(tasks: tasks)
    #expect(session.screen.contains("failed 6"))
    #expect(session.screen.contains("5 × the source bucket does not exist"))
    #expect(lines(session).count { $0.contains("→") } == 1)
    session.press(.down, .enter)
    #expect(lines(session).count { $0.contains("→") } == 6)
    #expect(session.state.list.cursor == failed(4, nil).id)
    session.press(.character("F"))
    #expect(session.state.list.spot == .fold(.cause(.sourceMissing)))
    #expect(lines(session).count { $0.contains("→") } == 1)
  }

  @Test func `a row that is shown below the line of its section says why it has failed`() {
    let tasks = [failed(1, "TRF.0155"), MigrationTask.sample(2, .running)]
    var session = Session(size: .large, tasks: tasks)
    session.press(.home, .character("F"), .end)
    #expect(session.state.list.cursor == tasks[1].id)
    session.send(.tasksLoaded(TaskSnapshot(tasks: [failed(2, "TRF.0155")])))
    let row = lines(session).first { $0.contains("▸") }
    #expect(row?.contains("photos-2") == true)
    #expect(row?.contains("the source bucket does not exist; check its name") == true)
  }

  @Test func `two with the same cause are two rows`() {
    let session = Session(tasks: (0..<2).map { failed($0, "TRF.0155") })
    #expect(!session.screen.contains("×"))
    #expect(lines(session).count { $0.contains("→") } == 2)
  }

  @Test func `a line of several stands where the newest of them would`() {
    let tasks =
      [failed(9, nil)] + [3, 5, 7].map { failed($0, "TRF.0155") } + [failed(4, "TRF.0055")]
      + [failed(1, nil), failed(8, "TRF.0058")]
    let session = Session(size: Size(rows: 23, columns: 80), tasks: tasks)
    let order = lines(session).dropFirst(2).prefix(5).map { line in
      line.contains("×") ? 0 : Int(String(line.drop { $0 != "-" }.dropFirst().prefix(1))) ?? -1
    }
    #expect(order == [9, 8, 0, 4, 1])
  }

  @Test func `all with the same cause are acted upon at once`() {
    let tasks = (0..<5).map { failed($0, "TRF.0155") }
    var session = Session(tasks: tasks)
    session.type("D")
    #expect(session.state.prompt?.targets.count == 5)
  }

  @Test(arguments: [60, 80, 120])
  func `a row that is set in is told apart as the others are`(width: Int) {
    let tasks = (0..<3 as Range<Int64>).map { number in
      var task = failed(number, "TRF.0155")
      task.source.bucket = "photos-archive-of-the-company"
      task.source.keys = ["202\(number)/"]
      task.destination.keys = ["photos-archive/202\(number)/"]
      return task
    }
    var session = Session(size: Size(rows: 23, columns: width), tasks: tasks)
    session.press(.enter)
    let rows = lines(session).filter { $0.contains("→") }
    for number in 0..<3 {
      #expect(rows.contains { $0.contains("202\(number)/ → ") && $0.contains("202\(number)/ ") })
    }
  }

  @Test func `F on a task that is shown below the line of its cause goes back to that line`() {
    let tasks = (0..<5).map { failed($0, "TRF.0155") } + [failed(9, nil)]
    var session = Session(tasks: tasks + [.sample(7, .running)])
    session.select(.sample(7, .running))
    session.send(.tasksLoaded(TaskSnapshot(tasks: [failed(7, "TRF.0155")])))
    #expect(session.state.list.cursor == failed(7, nil).id)
    session.press(.character("F"))
    #expect(session.state.list.spot == .fold(.cause(.sourceMissing)))
    #expect(session.screen.contains("12 objects did not arrive"))
  }
}
