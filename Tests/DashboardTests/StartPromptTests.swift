import Canvas
import Testing

@testable import Migration

@testable import Dashboard

/// The question that comes before a start, once its keys are there.
struct StartPromptTests {
  private func session(
    on task: MigrationTask = .stopped,
    _ configuration: DashboardConfiguration = DashboardConfiguration(profile: "prod")
  ) -> Session {
    var session = Session(configuration)
    session.send(.tasksLoaded(TaskSnapshot(tasks: [task])))
    session.select(task)
    return session
  }

  /// A stopped task of which one side or both need no keys.
  private static func task(source: String, destination: String) -> MigrationTask {
    .sample(5, .stopped) {
      $0.source.provider = source
      $0.destination.provider = destination
    }
  }

  /// A failed task with a list of failed objects, or without one.
  private static func failed(objects: Int64, canRetry: Bool?) -> MigrationTask {
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
    #expect(session.state.overlay == nil)
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
    #expect(session.state.overlay == nil)
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

  private func session(_ configuration: DashboardConfiguration) -> Session {
    session(on: .stopped, configuration)
  }

  @Test func `several tasks share their keys and want their number typed`() {
    var session = session()
    session.type("*")
    session.openPrompt(.character("R"))
    #expect(session.screen.contains("The same keys go to all of the tasks."))
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

  @Test(arguments: [("f", true), ("ff", false), ("а", true), ("ｆ", true)])
  func `f chooses the objects that failed, and all of them again`(keys: String, only: Bool) {
    var session = session(on: .failed)
    session.openPrompt(.character("R"))
    session.typeKeys()
    session.type(keys + "y")
    #expect(
      session.acts
        == .acting(
          .start(failedOnly: only), on: [.failed], keys: .samples, request: 3, profile: "prod"))
  }

  @Test(
    arguments: [
      (MigrationTask.stopped, false), (failed(objects: 0, canRetry: nil), false),
      (failed(objects: 12, canRetry: false), false), (failed(objects: 12, canRetry: nil), true),
      (failed(objects: 0, canRetry: true), true),
    ] as [(MigrationTask, Bool)])
  func `the objects that failed can be chosen where they can be retried`(
    task: MigrationTask, isOffered: Bool
  ) {
    var session = session(on: task)
    session.openPrompt(.character("R"), tasks: [task])
    session.typeKeys()
    #expect(session.screen.contains("f only the failed objects") == isOffered)
    session.type("f")
    #expect(session.state.prompt?.review?.action == (isOffered ? .start(failedOnly: true) : nil))
  }

  @Test func `Tab chooses the objects where f begins the profile's name`() {
    var session = session(
      on: .failed, DashboardConfiguration(profile: "farm", isProtected: true))
    session.openPrompt(.character("R"))
    session.typeKeys()
    #expect(session.screen.contains("Tab only the failed objects"))
    session.press(.tab)
    session.type("farm")
    session.press(.enter)
    #expect(
      session.acts
        == .acting(
          .start(failedOnly: true), on: [.failed], keys: .samples, request: 3, profile: "farm",
          isProtected: true))
  }

  @Test func `retrying a failed start asks for the keys again`() {
    var session = session()
    session.type("*")
    session.openPrompt(.character("R"))
    session.typeKeys()
    session.type("2")
    session.press(.enter)
    for task in [MigrationTask.stopped, .failed] {
      let outcome: ActionOutcome = task == .failed ? .failed : .done
      session.send(
        .actionEnded(ActionResult(id: task.id, name: task.name, outcome: outcome), request: 3))
    }
    #expect(session.type("r") == [.read([MigrationTask.failed.id], request: 4)])
    session.readTargets()
    session.showPrompt()
    #expect(session.state.prompt?.form?.fields.count == 4)
    #expect(session.state.prompt?.form?.keys == nil)
    #expect(session.acts.count == 1)
  }

  @Test func `the actions menu opens the prompt, or says why a start is not possible`() {
    var session = session()
    session.type("a")
    #expect(session.type("R") == [.read([MigrationTask.stopped.id], request: 1)])
    session.press(.escape)
    session.select(.succeeded)
    session.type("a")
    #expect(session.screen.contains("create a new task to move what changed"))
    session.type("jj")
    session.press(.enter)
    #expect(session.state.prompt?.action == .start(failedOnly: false))
  }
}
