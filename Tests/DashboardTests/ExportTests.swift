import Canvas
import Testing

@testable import Migration

@testable import Dashboard

/// What is shown, written to a file.
struct ExportTests {
  private func session(_ line: String = "export csv ~/tasks.csv") -> Session {
    var session = Session(size: .large)
    session.type("/state:running")
    session.press(.enter)
    session.type(":" + line)
    return session
  }

  /// The number of the export that is under way.
  private func request(_ session: Session) -> Int { session.state.exports.keys.first ?? -1 }

  @Test(arguments: ExportFormat.allCases)
  func `the tasks that the filter shows are to be written, in their order`(format: ExportFormat) {
    var session = session("export  \(format.rawValue)   my tasks.txt ")
    let effects = session.press(.enter)
    #expect(effects == [.export(format, to: "my tasks.txt", request: request(session))])
    #expect(session.state.list.table.shownTasks.map(\.id) == session.state.list.table.rows)
    #expect(session.screen.contains("Writing 2 tasks to my tasks.txt…"))
    #expect(session.state.layers.isEmpty)
  }

  @Test func `how many were written, and where, is told and stays findable`() {
    var session = session()
    session.press(.enter, .down)
    session.send(.exported(.success(2), to: "/home/me/tasks.csv", request: request(session)))
    #expect(session.screen.contains("Wrote 2 tasks to /home/me/tasks.csv."))
    session.press(.down)
    session.type("e")
    #expect(session.screen.contains("Wrote 2 tasks to /home/me/tasks.csv."))
  }

  @Test func `that some could not be read is told as well`() {
    var session = Session(size: .large)
    var partly = TaskSnapshot.samples
    partly.missing = TaskSnapshot.Missing(count: 2, reason: "entry 4: no id")
    session.send(.tasksLoaded(partly))
    session.type(":export json x")
    session.press(.enter)
    session.send(.exported(.success(9), to: "/x", request: request(session)))
    #expect(session.screen.contains("Wrote 9 tasks to /x; there are more that could not be read"))
    #expect(session.state.notice?.kind == .error)
  }

  @Test(
    arguments: [
      (ExportFault.taken, "is there already and was left as it is"),
      (.unwritten(reason: "no space left on device"), "(no space left on device)"),
      (.calledOff, "was called off"),
    ])
  func `what keeps it from being written is told, with the file`(fault: ExportFault, words: String)
  {
    var session = session()
    session.press(.enter)
    let end = Event.exported(.failure(fault), to: "/home/me/tasks.csv", request: request(session))
    session.send(end)
    #expect(session.state.notice?.kind == .error)
    #expect(session.state.notice?.text.contains(words) == true)
    #expect(session.state.notice?.text.contains("/home/me/tasks.csv") == true)
  }

  @Test(arguments: ["export", "export csv", "export xml x", "export csv ", "export csvx"])
  func `without a format and a file it says what it wants`(line: String) {
    var session = session(line)
    #expect(session.press(.enter).isEmpty)
    #expect(session.screen.contains(":export wants csv or json, and a file behind it."))
    #expect(!session.state.layers.isEmpty)
  }

  @Test(arguments: [("export c", ":export csv "), ("export ", ":export "), ("ex", ":export ")])
  func `Tab completes the format, and no file`(line: String, completed: String) {
    var session = session(line)
    session.press(.tab)
    guard case .commandEntry(let entry) = session.state.layer else { return #expect(Bool(false)) }
    #expect(":" + entry.line.text == completed)
  }

  @Test func `leaving while it is written wants to be meant`() {
    var session = session()
    session.press(.enter)
    #expect(session.type("q").isEmpty)
    #expect(session.type("q") == [.quit])
  }

  @Test func `it can be given up`() {
    var session = session()
    session.press(.enter)
    let request = request(session)
    #expect(session.press(.control("c")) == [.cancel(request: request)])
    session.send(.exported(.failure(.calledOff), to: "/x", request: request))
    #expect(session.type("q") == [.quit])
  }

  @Test func `what nobody asked for is not told`() {
    var session = session()
    session.press(.enter)
    session.send(.exported(.success(2), to: "/x", request: request(session) + 1))
    #expect(session.state.messages.lines.isEmpty)
  }
}
