import Canvas
import Testing

@testable import Migration

@testable import Dashboard

/// A key that was meant for the row that was there a moment ago is about no other.
struct AimTests {
  private static let tasks: [MigrationTask] = (0..<4).map { .sample($0, .running) }
  private static let refusal = "The row under the cursor changed just now"

  /// A dashboard whose cursor has rested on the second of four tasks.
  private func session() -> Session {
    var session = Session(tasks: Self.tasks)
    session.press(.down)
    session.pass(.seconds(3))
    return session
  }

  /// Takes the task under the cursor away, as the service tells it.
  private func removeTask(_ session: inout Session) {
    let gone = Set([session.state.list.cursor].compactMap(\.self))
    let seconds = session.now / .seconds(1)
    session.send(.tasksLoaded(TaskSnapshot(tasks: [], removed: gone, at: seconds)))
  }

  @Test(
    arguments: "sDRba vyY".map(Key.character) + [.delete, .character("ы"), .character("　")])
  func `a key just after the row under the cursor went is refused`(key: Key) {
    var session = session()
    removeTask(&session)
    let list = session.state.list
    #expect(session.press(key, after: .milliseconds(499)).isEmpty)
    #expect(session.screen.contains(Self.refusal))
    #expect(session.state.layers.isEmpty)
    #expect(session.state.list == list)
  }

  @Test func `half a second later it is about the row that is there`() {
    var session = session()
    removeTask(&session)
    let neighbour = Self.tasks[1].id
    #expect(session.press(.character("s"), after: .milliseconds(100)).isEmpty)
    let effects = session.press(.character("s"), after: .milliseconds(400))
    #expect(effects == [.read([neighbour], request: 1)])
  }

  @Test func `a command by its name is about a row as a key is`() {
    var session = session()
    session.type(":stop")
    removeTask(&session)
    #expect(session.press(.enter, after: .milliseconds(100)).isEmpty)
    #expect(session.screen.contains(Self.refusal))
    session.type(":stop")
    #expect(session.press(.enter).count == 1)
  }

  @Test func `rows that were held back and go at last count from then on`() {
    var session = Session(tasks: Self.tasks)
    session.press(.down)
    let gone = Set([session.state.list.cursor].compactMap(\.self))
    session.send(.tasksLoaded(TaskSnapshot(tasks: [], removed: gone, at: 1)), inHurry: true)
    session.pass(.seconds(2))
    #expect(session.press(.character("s"), after: .milliseconds(100)).isEmpty)
    #expect(session.screen.contains(Self.refusal))
  }

  @Test func `a row that goes as it was deleted counts from the time of that`() {
    let tasks: [MigrationTask] = (0..<4).map { .sample($0, .stopped) }
    var session = Session(tasks: tasks)
    session.openPrompt(.character("D"), tasks: tasks)
    session.type("y")
    let result = ActionResult(id: tasks[3].id, name: "", outcome: .done)
    session.pass(.seconds(3))
    // The clock has not told the time since.
    session.send(.actionEnded(result, at: session.now + .seconds(1), request: 2))
    #expect(session.press(.character("s"), after: .milliseconds(1499)).isEmpty)
    #expect(session.screen.contains(Self.refusal))
    #expect(session.press(.character("s"), after: .milliseconds(1)).count == 1)
  }

  @Test func `a row that goes as it has become too old is missed as well`() {
    var session = Session(DashboardConfiguration(profile: "prod", filter: "age<130m"), tasks: [])
    let young = MigrationTask.sample(0, .running) { $0.startedAt = noon }
    session.send(.tasksLoaded(TaskSnapshot(tasks: [.sample(1, .running), young])))
    session.press(.home)
    session.pass(.seconds(600))
    session.send(.tasksLoaded(TaskSnapshot(tasks: [], at: 601)))
    #expect(session.state.list.cursor == young.id)
    #expect(session.press(.character("s"), after: .milliseconds(100)).isEmpty)
    #expect(session.screen.contains(Self.refusal))
  }

  @Test func `what is marked is meant whatever row the cursor is on`() {
    var session = session()
    session.type(" ")
    session.pass(.seconds(3))
    let marked = session.state.list.marks
    removeTask(&session)
    session.press(.character("s"), after: .milliseconds(100))
    #expect(session.state.prompt.map { Set($0.targets.map(\.id)) } == marked)
  }

  @Test(arguments: [[.down], [.end], [.character(">")]] as [[Key]])
  func `whoever moves the cursor or the rows knows where the cursor is`(keys: [Key]) {
    var session = session()
    for key in keys { session.press(key) }
    session.press(.character("s"), after: .milliseconds(10))
    #expect(session.state.prompt != nil)
  }

  @Test func `whoever filters knows what is left`() {
    var session = session()
    session.type("/task_1", after: .milliseconds(20))
    session.press(.enter, .character("s"), after: .milliseconds(20))
    #expect(session.state.prompt?.targets.map(\.id) == [Self.tasks[1].id])
  }

  @Test func `rows that come, and others that go, leave the row under the cursor what it is`() {
    var session = session()
    let cursor = session.state.list.cursor
    let snapshot = TaskSnapshot(
      tasks: [.sample(9, .running)], removed: [Self.tasks[3].id, Self.tasks[0].id],
      at: session.now / .seconds(1))
    session.send(.tasksLoaded(snapshot))
    session.press(.character("s"), after: .milliseconds(10))
    #expect(session.state.prompt?.targets.map(\.id) == [cursor].compactMap(\.self))
  }

  @Test func `looking at the row is refused to nobody`() {
    var session = session()
    removeTask(&session)
    session.press(.enter, after: .milliseconds(10))
    #expect(session.state.isDetailOpen)
  }
}
