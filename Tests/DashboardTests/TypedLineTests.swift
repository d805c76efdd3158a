import Canvas
import Testing

@testable import Migration

@testable import Dashboard

/// What a line means depends on what it is an answer to, and is never two things.
struct TypedLineTests {
  private static func asked(_ line: String, protected: Bool = false) -> ToldSession {
    var session = ToldSession(DashboardConfiguration(profile: "stop", isProtected: protected))
    session.type(line)
    session.readTargets()
    return session
  }

  @Test(arguments: ["", "n", "yes", "Y", "yy", "stop", "q", ":q", "delete", "1", "y y", "\t"])
  func `whatever is not the answer to a question is a no and nothing else`(line: String) {
    var session = Self.asked("stop id:\(MigrationTask.running.id)")
    let before = session.effects.count
    session.type(line)
    #expect(session.state.layers.isEmpty)
    #expect(session.effects.count == before)
  }

  @Test(arguments: ["y", " y ", "н", "ｙ"])
  func `a yes is one, also with blanks around it and on other keyboards`(line: String) {
    var session = Self.asked("stop id:\(MigrationTask.running.id)")
    session.type(line)
    #expect(session.state.actions.count == 1)
  }

  @Test(arguments: ["2", "２", " ２ "])
  func `a number is an answer, also in wide digits`(line: String) {
    var session = Self.asked("stop state:running")
    session.type(line)
    #expect(session.state.actions.count == 1)
  }

  @Test(arguments: ["sto", "stop stop", "s", "y", ""])
  func `on a protected profile only its whole name is a yes`(line: String) {
    var session = Self.asked("stop id:\(MigrationTask.running.id)", protected: true)
    session.type(line)
    #expect(session.state.actions.isEmpty)
    #expect(session.state.layers.isEmpty)
  }

  @Test func `a number that is not that of the tasks is a no`() {
    var session = Self.asked("stop state:running")
    session.type("3")
    #expect(session.state.actions.isEmpty)
    #expect(session.state.layers.isEmpty)
  }

  @Test(arguments: [
    ("stop", MigrationTask.running, "y"), ("start", .stopped, "DquestionsN"),
    ("start", .stopped, "sD"),
  ])
  func `what comes before the question was read does nothing, and that is told`(
    verb: String, task: MigrationTask, line: String
  ) {
    var session = ToldSession()
    session.type("\(verb) id:\(task.id)")
    session.readTargets(isSeen: false)
    session.type(line)
    #expect(session.state.layers.count == 1)
    #expect(session.state.actions.isEmpty)
    #expect(
      session.transcript.last == "That came before the question can have been read; answer again.")
  }

  @Test(arguments: [
    ("help", "pause"), ("events", "pause"), ("stopp", "pause"), ("sort", "pause"), ("actions", "x"),
  ])
  func `a line behind something that was only read is a command again`(first: String, next: String)
  {
    var session = ToldSession()
    session.type(first)
    session.type(next)
    session.type("refresh")
    #expect(session.state.layers.isEmpty)
    #expect(session.effects.last == .refresh)
  }

  @Test(arguments: ["R", "?", ":help", "help", " help ", "F", "/x"])
  func `keys, names and names behind a colon are all understood`(line: String) {
    var session = ToldSession()
    let before = session.state
    session.type(line)
    #expect(session.state != before)
    #expect(!session.text.contains("no command"))
  }

  @Test func `the end of the input leaves what is open, and then the dashboard`() {
    var session = Self.asked("stop id:\(MigrationTask.running.id)")
    session.type(nil)
    #expect(session.state.layers.isEmpty)
    session.type(nil)
    #expect(session.effects.last == .quit)
  }

  @Test(arguments: ["/state:nonsense", "filter state:nonsense"])
  func `a filter that is none is told, and the next line is a command`(line: String) {
    var session = ToldSession()
    session.type(line)
    #expect(session.transcript.last?.contains("nonsense") == true)
    session.type("refresh")
    #expect(session.effects.last == .refresh)
  }

  @Test func `a filter can be typed for itself, and nothing shows all again`() {
    var session = ToldSession()
    for line in ["filter", "state:failed"] { session.type(line) }
    #expect(session.state.list.table.filter.text == "state:failed")
    for line in ["filter", ""] { session.type(line) }
    #expect(session.state.list.table.filter.isEmpty)
  }
}
