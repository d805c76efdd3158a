import Canvas
import Testing

@testable import Migration

@testable import Dashboard

/// What was told stays findable, and every line about a task can be reached.
struct MessagesTests {
  private func session() -> Session {
    var session = Session()
    session.select(.running)
    session.openPrompt(.character("s"))
    session.type("y")
    let result = ActionResult(
      id: MigrationTask.running.id, name: "nightly-photos", outcome: .failed, problem: .denied)
    session.send(.actionEnded(result, request: 2))
    return session
  }

  @Test func `a result is found after the next key`() {
    var session = session()
    session.type("j")
    #expect(!session.screen.contains("nightly-photos: failed"))
    session.type("e")
    #expect(session.screen.contains("nightly-photos: failed"))
    session.press(.escape)
    #expect(session.state.layer == nil)
  }

  @Test func `before anything was told there is nothing to find`() {
    var session = Session()
    session.type("e")
    #expect(session.screen.contains("Nothing was told yet."))
  }

  @Test func `only so many lines are kept, the newest`() {
    var messages = Messages()
    for number in 0..<Messages.limit + 10 { messages.add(Notice(.info, "\(number)"), at: nil) }
    #expect(messages.lines.count == Messages.limit)
    #expect(messages.lines.last?.notice.text == "\(Messages.limit + 9)")
  }

  @Test func `the zone stands with a speed window once the service has told it`() {
    var task = MigrationTask.running
    task.settings.bandwidth = [
      BandwidthWindow(start: "08:00", end: "18:59", maxBandwidth: ByteRate(rawValue: 20 << 20))
    ]
    var session = Session(tasks: [task])
    session.press(.enter)
    #expect(session.screen.contains("08:00-18:59: 20.0 MiB/s"))
    session.send(.windowZone(WindowZone(name: "Asia/Shanghai", minutes: 480)))
    #expect(session.screen.contains("08:00-18:59 Asia/Shanghai (UTC+08:00): 20.0 MiB/s"))
  }

  @Test func `every line about a task can be reached`() {
    var task = MigrationTask.running
    task.settings.description = String(repeating: "words ", count: 40) + "the last of them"
    task.settings.bandwidth = (0..<5).map { hour in
      BandwidthWindow(
        start: "0\(hour):00", end: "0\(hour):59",
        maxBandwidth: ByteRate(rawValue: Int64(73 + hour) << 20))
    }
    var session = Session(tasks: [task])
    session.press(.enter)
    #expect(session.screen.contains("more lines: Tab, then j"))
    #expect(!session.screen.contains("77"))
    session.press(.tab, .end)
    #expect(session.screen.contains("77"))
    #expect(!session.screen.contains("more line"))
    session.press(.home, .tab)
    #expect(session.screen.contains("more lines: Tab, then j"))
  }

  @Test func `what is told from outside stays to be read`() {
    var session = Session()
    session.send(.notice(Notice(.error, "may have been done: delete one")))
    session.press(.down)
    #expect(!session.screen.contains("may have been done"))
    session.type("e")
    #expect(session.screen.contains("may have been done"))
  }
}
