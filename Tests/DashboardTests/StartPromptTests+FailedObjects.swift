import Canvas
import Testing

@testable import Migration
@testable import Dashboard

extension StartPromptTests {
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

  @Test(arguments: ["farm", "staff", "архив"])
  func `Tab chooses the objects where a name is typed, which may have an f`(profile: String) {
    var session = session(
      on: .failed, DashboardConfiguration(profile: profile, isProtected: true))
    session.openPrompt(.character("R"))
    session.typeKeys()
    #expect(session.screen.contains("Tab only the failed objects"))
    session.press(.tab)
    session.type(profile)
    session.press(.enter)
    #expect(
      session.acts
        == .acting(
          .start(failedOnly: true), on: [.failed], keys: .samples, request: 3, profile: profile,
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
    #expect(session.type("r") == [.read([MigrationTask.failed.id], findsKeys: true, request: 4)])
    session.readTargets()
    session.showPrompt()
    #expect(session.state.prompt?.form?.fields.count == 4)
    #expect(session.state.prompt?.form?.keys == nil)
    #expect(session.acts.count == 1)
  }

  @Test func `the actions menu opens the prompt, or says why a start is not possible`() {
    var session = session()
    session.type("a")
    #expect(session.type("R") == [.read([MigrationTask.stopped.id], findsKeys: true, request: 1)])
    session.press(.escape)
    session.select(.succeeded)
    session.type("a")
    #expect(session.screen.contains("create a new task to move what changed"))
    // It opens on what is possible, which is to delete.
    session.type("j")
    session.press(.enter)
    #expect(session.state.prompt?.action == .start(failedOnly: false))
  }
}
