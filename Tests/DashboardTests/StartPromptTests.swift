import Canvas
import Testing

@testable import Migration

@testable import Dashboard

/// The question that comes before a start, once its keys are there.
struct StartPromptTests {
  func session(
    on task: MigrationTask = .stopped,
    _ configuration: DashboardConfiguration = DashboardConfiguration(profile: "prod")
  ) -> Session {
    var session = Session(configuration)
    session.send(.tasksLoaded(TaskSnapshot(tasks: [task])))
    session.select(task)
    return session
  }

  /// A stopped task of which one side or both need no keys.
  static func task(source: String, destination: String) -> MigrationTask {
    .sample(5, .stopped) {
      $0.source.provider = source
      $0.destination.provider = destination
    }
  }

  /// A failed task with a list of failed objects, or without one.
  static func failed(objects: Int64, canRetry: Bool?) -> MigrationTask {
    .sample(4, .failed) {
      $0.objects.failed = objects
      $0.outcome.failedObjects = canRetry.map { FailedObjectList(canRetry: $0, key: "failed.list") }
    }
  }

  @Test func `a start leaves with the keys after its own question was answered`() {
    var session = session()
    session.openPrompt(.character("R"))
    session.typeKeys()
    #expect(session.screen.contains("y Start"))
    #expect(session.acts.isEmpty)
    session.type("y")
    #expect(
      session.acts
        == .acting(
          .start(failedOnly: false), on: [.stopped], keys: .samples, request: 3, profile: "prod"))
    #expect(session.state.layer == nil)
  }

  @Test func `the question after the keys is drawn before it can be answered`() {
    var session = session()
    session.openPrompt(.character("R"))
    for _ in 0..<4 {
      session.type("k")
      session.press(.enter)
    }
    #expect(session.effects.last == .reportShown(request: 2))
    session.type("y")
    session.send(.shown(request: 1))
    session.type("y")
    #expect(session.acts.isEmpty)
    session.showPrompt()
    session.type("y")
    #expect(session.acts.count == 1)
  }

  @Test(arguments: ["Local", "Rclone"])
  func `tasks that need no keys are asked about at once`(provider: String) {
    let task = Self.task(source: provider, destination: provider)
    var session = session(on: task)
    session.openPrompt(.character("R"), tasks: [task])
    let sent = session.type("y")
    #expect(sent == .acting(.start(failedOnly: false), on: [task], request: 2, profile: "prod"))
  }

  @Test(arguments: [("Local", "S3"), ("S3", "Local")])
  func `only the side that needs keys is asked for`(source: String, destination: String) {
    let task = Self.task(source: source, destination: destination)
    var session = session(on: task)
    session.openPrompt(.character("R"), tasks: [task])
    session.typeKeys()
    session.type("y")
    var keys = TransferKeys.samples
    if source == "Local" { keys.source = nil } else { keys.destination = nil }
    #expect(
      session.acts
        == .acting(
          .start(failedOnly: false), on: [task], keys: keys, request: 3, profile: "prod"))
  }

  @Test(arguments: [Key.enter, .escape, .character("n"), .character("q"), .control("c")])
  func `a harmless key cancels a start and its keys`(key: Key) {
    var session = session()
    session.openPrompt(.character("R"))
    session.typeKeys()
    session.press(key)
    #expect(session.state.layer == nil)
    session.openPrompt(.character("R"))
    #expect(session.state.prompt?.form?.keys == nil)
    #expect(session.acts.isEmpty)
  }

  @Test func `the key that opened the prompt never confirms it`() {
    let task = Self.task(source: "Local", destination: "Local")
    var session = session(on: task)
    session.openPrompt(.character("R"), tasks: [task])
    session.type("RRR")
    #expect(session.acts.isEmpty)
  }

  @Test func `a running task cannot be started, which is said instead of asking for keys`() {
    var session = session(on: .running)
    session.openPrompt(.character("R"))
    #expect(session.screen.contains("Not possible: it is running; only a stopped or failed task"))
    #expect(session.state.prompt?.form == nil)
    session.type("y")
    #expect(session.acts.isEmpty)
  }

  @Test func `a read-only profile is not asked for keys`() {
    var session = session(DashboardConfiguration(profile: "prod", isReadOnly: true))
    session.openPrompt(.character("R"))
    #expect(session.screen.contains("read-only: nothing can be changed"))
    #expect(session.state.prompt?.form == nil)
    session.type("y")
    #expect(session.acts.isEmpty)
  }

  func session(_ configuration: DashboardConfiguration) -> Session {
    session(on: .stopped, configuration)
  }

  @Test func `several tasks share their keys and want their number typed`() {
    var session = session()
    session.type("*")
    session.openPrompt(.character("R"))
    #expect(session.screen.contains("The same keys go to all of the tasks that"))
    session.typeKeys()
    session.type("3")
    session.press(.backspace)
    session.type("2")
    session.press(.enter)
    #expect(
      session.acts
        == .acting(
          .start(failedOnly: false), on: [.stopped, .failed], keys: .samples, request: 3,
          profile: "prod"))
  }

  @Test func `a protected profile wants its answer typed after the keys`() {
    var session = session(DashboardConfiguration(profile: "prod", isProtected: true))
    session.openPrompt(.character("R"))
    session.typeKeys()
    session.type("pu")
    session.press(.backspace)
    #expect(session.acts.isEmpty)
    session.type("rod")
    session.press(.enter)
    #expect(session.acts.count == 1)
  }
}
