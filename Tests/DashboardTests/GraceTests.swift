import Canvas
import Testing

@testable import Dashboard
@testable import Migration

/// A deletion of several tasks can be taken back for a moment.
struct GraceTests {
  private static func tasks(_ count: Int, _ state: TaskState) -> [MigrationTask] {
    (1...count).map { MigrationTask(id: TaskID(rawValue: Int64($0)), state: state) }
  }

  /// An action on `count` tasks that was just agreed to.
  private static func agreed(
    _ key: Character = "D", _ count: Int = 3, _ state: TaskState = .failed
  ) -> Session {
    let tasks = tasks(count, state)
    var session = Session(tasks: tasks)
    session.type("*")
    session.openPrompt(.character(key), tasks: tasks)
    session.type(count == 1 ? "y" : "\(count)")
    if count > 1 { session.press(.enter) }
    return session
  }

  @Test func `it is sent once the seconds are over, and counted down until then`() {
    var session = Self.agreed()
    let start = session.now
    for left in (1...5).reversed() {
      #expect(session.screen.contains("3 are deleted in \(left)s; u takes it back"))
      #expect(session.acts.isEmpty)
      #expect(session.alarm.map { $0 <= start + .seconds(6 - left) } == true)
      session.pass(.seconds(1))
    }
    session.seeHeld()
    #expect(session.acts.count == 1)
    #expect(!session.screen.contains("takes it back"))
    session.pass(.seconds(10))
    session.seeHeld()
    #expect(session.acts.count == 1)
  }

  @Test func `over a line that was cut nothing is sent, and after a while never`() {
    var session = Self.agreed()
    session.pass(.seconds(5))
    for _ in 0..<9 {
      let before = session.now
      #expect(session.alarm.map { $0 > before } == true)
      session.pass(.seconds(1))
    }
    #expect(session.acts.isEmpty)
    session.pass(.seconds(1))
    #expect(session.screen.contains("Cancelled, as it could not be sent for too long"))
    session.seeHeld()
    #expect(session.acts.isEmpty)
  }

  @Test func `whoever wakes the machine after an hour sends nothing`() {
    var session = Self.agreed()
    session.pass(.seconds(3600))
    session.seeHeld()
    #expect(session.acts.isEmpty)
  }

  @Test(arguments: ["?", "e", "E", "o", "a", "P"])
  func `it is taken back from whatever is read or chosen from`(layer: String) {
    var session = Self.agreed()
    session.press(.escape)
    session.type(layer)
    session.type("u")
    session.pass(.seconds(10))
    session.seeHeld()
    #expect(session.acts.isEmpty)
    #expect(session.state.actions.isEmpty)
  }

  @Test(arguments: ["/", ":"])
  func `nothing is sent while something is typed where it would be told`(sign: String) {
    var session = Self.agreed()
    session.press(.escape)
    session.type(sign + "u")
    session.pass(.seconds(5))
    session.seeHeld()
    #expect(session.acts.isEmpty)
    session.press(.escape)
    session.pass(.seconds(1))
    session.seeHeld()
    #expect(session.acts.count == 1)
  }

  @Test func `nor while the window has no room to say so`() {
    var session = Self.agreed()
    session.send(.resized(Size(rows: 2, columns: 10)))
    session.pass(.seconds(6))
    session.seeHeld()
    #expect(session.acts.isEmpty)
  }

  @Test func `an answer of the terminal before the time is over sends nothing`() {
    var session = Self.agreed()
    session.seeHeld()
    session.pass(.seconds(3))
    session.seeHeld()
    #expect(session.acts.isEmpty)
  }

  @Test(arguments: [[Key.character("u")], [.escape, .character("u")], [.control("c")]])
  func `a key takes it back, and nothing is ever sent`(keys: [Key]) {
    var session = Self.agreed()
    for key in keys { session.press(key, after: .milliseconds(600)) }
    #expect(session.screen.contains("Taken back: nothing was done to the 3 tasks."))
    session.pass(.seconds(10))
    session.seeHeld()
    #expect(session.acts.isEmpty)
  }

  @Test func `marks are cleared by the same key only when nothing is held back`() {
    var session = Self.agreed()
    session.press(.escape, .character("u"))
    #expect(session.state.list.marks.count == 3)
    session.press(.character("u"))
    #expect(session.state.list.marks.isEmpty)
  }

  @Test func `by its name it is taken back too, and told when there is nothing`() {
    var session = Self.agreed()
    session.press(.escape)
    session.type(":undo", after: .milliseconds(50))
    session.press(.enter)
    session.pass(.seconds(10))
    session.seeHeld()
    #expect(session.acts.isEmpty)
    session.type(":undo", after: .milliseconds(50))
    session.press(.enter)
    #expect(session.screen.contains("Nothing waits to be sent."))
  }

  @Test func `whoever leaves for the shell takes it back`() {
    var session = Self.agreed()
    session.press(.control("z"))
    session.send(.resumed)
    session.pass(.seconds(10))
    session.seeHeld()
    #expect(session.acts.isEmpty)
  }

  @Test func `nothing is sent while the service does not answer`() {
    var session = Self.agreed()
    session.send(.refreshFailed(.unreachable, retryAt: .seconds(60)))
    session.pass(.seconds(6))
    session.seeHeld()
    #expect(session.acts.isEmpty)
    #expect(session.screen.contains("Cancelled, as the service no longer answers"))
  }

  @Test func `leaving is warned of, and sends nothing`() {
    var session = Self.agreed()
    session.press(.escape)
    #expect(!session.type("q").contains(.quit))
    #expect(session.type("q").contains(.quit))
    #expect(session.acts.isEmpty)
  }

  @Test func `one task is deleted at once, and a stop of several is sent at once`() {
    #expect(Self.agreed("D", 1).acts.count == 1)
    #expect(Self.agreed("s", 3, .running).acts.count == 1)
  }
}

extension Session {
  /// Has the terminal answer that what it was sent has arrived.
  fileprivate mutating func seeHeld() {
    for action in state.actions { send(.shown(request: action.request)) }
  }
}
