import Canvas
import Testing

@testable import Migration

@testable import Dashboard

/// What becomes of a question while the world around it changes.
struct PromptChangeTests {
  private func session() -> Session {
    var session = Session(DashboardConfiguration(profile: "nightly"))
    session.select(.running)
    return session
  }

  @Test func `a target whose state changes cancels the prompt`() {
    var session = session()
    session.openPrompt(.character("s"))
    var changed = MigrationTask.running
    changed.state = .succeeded
    session.send(.tasksLoaded(TaskSnapshot(tasks: [changed])))
    #expect(session.state.layer == nil)
    #expect(session.screen.contains("is succeeded now; nothing was sent"))
  }

  @Test func `a target that only makes progress leaves the prompt open`() {
    var session = session()
    session.openPrompt(.character("s"))
    var changed = MigrationTask.running
    changed.progress = 0.9
    session.send(.tasksLoaded(TaskSnapshot(tasks: [changed])))
    session.type("y")
    #expect(session.acts.count == 1)
  }

  @Test func `a target that vanishes cancels the prompt`() {
    var session = session()
    session.openPrompt(.character("s"))
    session.send(
      .tasksLoaded(
        TaskSnapshot(
          tasks: [], removed: [MigrationTask.running.id])))
    #expect(session.state.layer == nil)
  }

  @Test(arguments: [
    Size(rows: 6, columns: 80), Size(rows: 24, columns: 19), Size(rows: 0, columns: 0),
  ])
  func `a resize that hides the prompt cancels it`(size: Size) {
    var session = session()
    session.openPrompt(.character("s"))
    session.send(.resized(size))
    #expect(session.state.layer == nil)
  }

  @Test func `a resize that leaves room keeps the prompt`() {
    var session = session()
    session.openPrompt(.character("s"))
    session.send(.resized(Size(rows: 12, columns: 40)))
    #expect(session.state.prompt != nil)
  }

  @Test func `a window without room for the question is told so`() {
    var session = Session(size: Size(rows: 5, columns: 20))
    #expect(session.type("s").isEmpty)
    #expect(session.state.notice?.kind == .error)
  }
}
