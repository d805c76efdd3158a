import Canvas
import FoundationEssentials
import Testing

@testable import Migration

@testable import Dashboard

struct PromptTests {
  private func session(on task: MigrationTask = .running, isReadOnly: Bool = false) -> Session {
    var session = Session(
      DashboardConfiguration(profile: "nightly", isReadOnly: isReadOnly))
    session.select(task)
    return session
  }

  @Test func `opening a prompt reads its target again`() {
    var session = session()
    #expect(session.type("s") == [.read([MigrationTask.running.id], request: 1)])
    #expect(session.screen.contains("reading it again"))
  }

  @Test func `a prompt that was read is drawn before it can be answered`() {
    var session = session()
    session.type("s")
    session.readTargets()
    #expect(session.effects.last == .reportShown(request: 1))
    session.type("y")
    #expect(session.acts.isEmpty)
    #expect(session.state.prompt != nil)
  }

  @Test func `y confirms one task`() {
    var session = session()
    session.openPrompt(.character("s"))
    let sent = session.type("y")
    #expect(sent == .acting(.stop, on: [.running], request: 2))
    #expect(session.state.layer == nil)
  }

  @Test(arguments: ["н", "ｙ", "υ"])
  func `the key of y confirms on another keyboard layout`(key: String) {
    var session = session()
    session.openPrompt(.character("s"))
    session.type(key)
    #expect(session.acts.count == 1)
  }

  @Test(arguments: [
    Key.enter, .escape, .character("n"), .character("q"), .control("c"), .character("т"),
    .character("ｑ"),
  ])
  func `a harmless key cancels`(key: Key) {
    var session = session()
    session.openPrompt(.character("s"))
    session.press(key)
    #expect(session.state.layer == nil)
    #expect(session.acts.isEmpty)
    #expect(!session.screen.contains("that key is no answer"))
  }

  @Test(arguments: [
    Key.character("s"), .character("Y"), .character(" "), .paste("y"), .paste("y\n"), .tab, .left,
    .delete, .function(1), .up, .with(.alt, .character("y")), .control("y"), .control("l"),
  ])
  func `a key that is no part of an answer cancels and is said to`(key: Key) {
    var session = session()
    session.openPrompt(.character("s"))
    session.press(key)
    #expect(session.state.prompt == nil)
    #expect(session.acts.isEmpty)
    #expect(session.screen.contains("Cancelled, as that key is no answer; nothing was sent."))
  }

  @Test(arguments: [Key.character("D"), .delete, .character("s")])
  func `the key that opened a prompt never confirms it`(key: Key) {
    var session = session(on: key == .character("s") ? .running : .stopped)
    session.openPrompt(key)
    session.press(key, key, key)
    #expect(session.acts.isEmpty)
  }

  @Test func `y before the answer of the service does nothing`() {
    var session = session()
    session.type("sy")
    session.readTargets()
    session.showPrompt()
    #expect(session.acts.isEmpty)
  }

  @Test(arguments: [Key.escape, .character("n"), .character("т"), .character("ｎ")])
  func `cancelling while the target is being read gives the reading up`(key: Key) {
    var session = session()
    session.type("s")
    #expect(session.press(key) == [.cancel(request: 1)])
  }

  @Test func `an answer to an earlier prompt is dropped`() {
    var session = session()
    session.type("s")
    session.press(.escape)
    session.type("s")
    let late = TargetReading(id: MigrationTask.running.id, outcome: .success(.running))
    session.send(.targetsRead([late], request: 1))
    session.send(.shown(request: 1))
    #expect(session.state.prompt?.stage == .reading)
  }

  @Test func `a report that an earlier prompt was seen does not open this one`() {
    var session = session()
    session.type("s")
    session.press(.escape)
    session.type("s")
    session.readTargets()
    session.send(.shown(request: 1))
    session.type("y")
    #expect(session.acts.isEmpty)
  }

  @Test(
    arguments: [
      (MigrationTask.succeeded, Character("s"), "it has succeeded; there is nothing to stop"),
      (.stopped, "s", "it is stopped already"),
      (.samples[3], "s", "it is stopping already"),
      (.samples[7], "D", "its state 42 is not one"),
    ] as [(MigrationTask, Character, String)])
  func `a state that does not allow the action is explained`(
    task: MigrationTask, key: Character, reason: String
  ) {
    var session = session(on: task)
    session.openPrompt(.character(key))
    #expect(session.screen.contains(reason))
    session.type("y")
    #expect(session.acts.isEmpty)
  }

  @Test func `deleting a running task is a plan of three steps`() {
    var session = session()
    session.openPrompt(.character("D"))
    #expect(session.screen.contains("1 stop it, 2 wait until it has"))
    let sent = session.type("y")
    #expect(sent == .acting(.stopThenDelete, on: [.running], request: 2))
  }

  @Test func `a task that cannot be read cannot be acted on`() {
    var session = session()
    session.type("s")
    session.readTargets(problem: .unreachable)
    session.showPrompt()
    session.type("y")
    #expect(session.acts.isEmpty)
  }

  @Test func `a read-only profile has nothing to confirm`() {
    var session = session(isReadOnly: true)
    session.openPrompt(.character("D"))
    #expect(session.screen.contains("read-only: nothing can be changed"))
    session.type("y")
    session.press(.enter)
    #expect(session.acts.isEmpty)
  }

  @Test func `targets that the filter hides are told`() {
    var session = session()
    session.type("*/photos")
    session.press(.enter)
    session.openPrompt(.character("s"))
    #expect(session.screen.contains("9 marked, 8 hidden by the filter."))
  }

  @Test func `without a task there is nothing to ask`() {
    var session = Session(tasks: [])
    #expect(session.type("sDa").isEmpty)
    #expect(session.state.layer == nil)
  }

  @Test func `rows that come and go do not change the target`() {
    var session = session()
    session.type("s")
    let newer = (100..<120).map { MigrationTask.sample($0, .running) }
    session.send(.tasksLoaded(TaskSnapshot(tasks: newer)))
    session.readTargets()
    session.showPrompt()
    session.type("y")
    #expect(session.acts == .acting(.stop, on: [.running], request: 2))
  }

  @Test func `the actions menu opens a prompt and sends nothing`() {
    var session = session()
    session.type("aj")
    #expect(session.press(.enter) == [.read([MigrationTask.running.id], request: 1)])
    #expect(session.state.prompt?.action == .delete)
  }
}
