import Canvas
import Testing

@testable import Migration

@testable import Dashboard

struct ActionTests {
  private let running = MigrationTask.running

  /// A session in which the running sample is being stopped or deleted as request 2.
  private func session(_ key: Character = "s") -> Session {
    var session = Session()
    session.select(running)
    session.openPrompt(.character(key))
    session.type("y")
    return session
  }

  private func result(
    _ task: MigrationTask, _ outcome: ActionOutcome, problem: APIProblem? = nil
  ) -> Event {
    .actionEnded(
      ActionResult(id: task.id, name: task.name, outcome: outcome, problem: problem), request: 2)
  }

  private func word(_ session: Session) -> String? {
    session.state.list.table.task(running.id)?.state.word
  }

  @Test func `a stop that was sent shows as stopping while the service says running`() {
    var session = session()
    session.send(.actionStep(running.id, .stopping, request: 2))
    session.send(.tasksLoaded(.samples))
    #expect(word(session) == "stopping")
    #expect(session.state.list.table.counts[.stopping] == 2)
  }

  @Test func `stopping ends with the service's final state`() {
    var session = session()
    session.send(result(running, .accepted))
    var stopped = running
    stopped.state = .stopped
    session.send(.tasksLoaded(TaskSnapshot(tasks: [stopped])))
    #expect(word(session) == "stopped")
    session.send(.tasksLoaded(.samples))
    #expect(word(session) == "running")
  }

  /// What a refresh brings that was asked for so long after the stop was accepted.
  private func refresh(_ tasks: [MigrationTask], after seconds: Double, of session: Session)
    -> Event
  {
    let now = session.now / .seconds(1) + seconds
    return .tasksLoaded(TaskSnapshot(tasks: tasks, at: now))
  }

  @Test func `a stop that the service has lost is no longer shown, and can be sent again`() {
    var session = session()
    session.send(result(running, .accepted))
    session.send(refresh([], after: 29, of: session))
    #expect(word(session) == "stopping")
    session.send(refresh([], after: 31, of: session))
    #expect(word(session) == "running")
    session.openPrompt(.character("s"))
    #expect(session.screen.contains("y Stop"))
  }

  @Test func `a task that was started again since its stop is not stopping`() {
    var session = session()
    session.send(result(running, .accepted))
    var again = running
    again.startedAt = noon
    session.send(refresh([again], after: 2, of: session))
    #expect(word(session) == "running")
  }

  @Test func `while a stop is being waited for it stays one`() {
    var session = session("D")
    session.send(.actionStep(running.id, .waitingUntilStopped, request: 2))
    session.send(refresh([running], after: 100, of: session))
    #expect(word(session) == "stopping")
  }

  @Test func `a service that itself says stopping is believed`() {
    var session = session()
    session.send(result(running, .accepted))
    var stopping = running
    stopping.state = .stopping
    session.send(refresh([stopping], after: 2, of: session))
    session.send(refresh([], after: 100, of: session))
    #expect(word(session) == "stopping")
  }

  @Test func `a stop that failed shows the task as it was`() {
    var session = session()
    session.send(.actionStep(running.id, .stopping, request: 2))
    session.send(result(running, .failed, problem: .denied))
    #expect(word(session) == "running")
    #expect(session.screen.contains("the request was refused"))
  }

  @Test func `an action that is over is followed by a refresh`() {
    var session = session()
    #expect(session.send(result(running, .accepted)) == [.refresh])
    #expect(session.state.actions.isEmpty)
  }

  @Test func `a deleted task is gone, until the service has it after all`() {
    var session = session("D")
    session.send(result(running, .done))
    #expect(session.state.list.table.task(running.id) == nil)
    session.send(.tasksLoaded(TaskSnapshot(tasks: [running])))
    #expect(session.state.list.table.task(running.id) == running)
  }

  @Test func `while paused nothing moves but what the user does`() {
    var session = Session()
    session.type("z")
    session.select(running)
    var changed = MigrationTask.samples
    changed[0].state = .failed
    changed[1].progress = 0.9
    let before = session.state.list.table
    session.press(.character("s"))
    session.readTargets(from: changed)
    #expect(session.state.list.table == before)
    session.showPrompt()
    session.type("y")
    #expect(session.send(result(running, .accepted)) == [])
    #expect(word(session) == "stopping")
    #expect(session.state.list.table.counts[.waiting] == 1)
  }

  @Test func `answers of an unknown request are dropped`() {
    var session = session()
    let before = session.state
    session.send(.actionStep(running.id, .stopping, request: 7))
    session.send(
      .actionEnded(ActionResult(id: running.id, name: "", outcome: .done), request: 7))
    #expect(session.state == before)
  }

  @Test func `a second result for the same task is dropped`() {
    var session = session("D")
    session.send(result(running, .failed, problem: .denied))
    session.send(result(running, .done))
    #expect(session.state.list.table.task(running.id) != nil)
  }

  @Test func `a task that an action is under way on is not acted on again`() {
    var session = session()
    session.openPrompt(.character("s"))
    #expect(session.screen.contains("an action on it is under way"))
    session.type("y")
    #expect(session.acts.count == 1)
  }

  @Test func `retrying asks again for the failed targets only`() {
    var session = Session()
    Screen.sheetOver.open(&session)
    #expect(session.type("r") == [.read([running.id], request: 3)])
    #expect(session.acts.count == 1)
  }

  @Test func `marks stay on failures`() {
    var session = Session()
    Screen.sheetOver.open(&session)
    #expect(session.state.list.marks.contains(running.id))
    #expect(!session.state.list.marks.contains(MigrationTask.samples[2].id))
  }

  @Test func `results that nobody looks at are told in a line`() {
    var session = Session()
    Screen.sheetRunning.open(&session)
    session.press(.escape)
    session.send(result(running, .failed, problem: .denied))
    session.send(result(.samples[8], .done))
    #expect(session.state.notice?.text == "stop: 4 of 9 done; see the marks for the rest.")
  }

  @Test func `^C gives up what is under way and then quits`() {
    var session = session()
    #expect(session.press(.control("c")) == [.cancel(request: 2)])
    #expect(session.press(.control("c")) == [.quit])
  }

  @Test func `q warns once while an action is under way`() {
    var session = session()
    #expect(session.type("q").isEmpty)
    #expect(session.type("j").isEmpty)
    #expect(session.type("q").isEmpty)
    #expect(session.type("q") == [.quit])
  }
}
