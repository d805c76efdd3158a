import Canvas
import Testing
import Words

@testable import Migration

@testable import Dashboard

/// A start whose keys, or some of them, are found without asking.
extension StartPromptTests {
  /// A session with the prompt of a start open, once these keys were found.
  private func prompt(
    _ tasks: [MigrationTask], found: Result<[TaskID: TransferKeys], ConfigurationError>
  ) -> Session {
    var session = Session(DashboardConfiguration(profile: "prod"))
    session.send(.tasksLoaded(TaskSnapshot(tasks: tasks)))
    session.type("*")
    session.press(.character("R"))
    session.readTargets(from: tasks, keys: found)
    session.showPrompt()
    return session
  }

  @Test func `keys that were found are not asked for, and leave with the start`() {
    let found = [MigrationTask.stopped.id: TransferKeys.samples]
    var session = prompt([.stopped], found: .success(found))
    #expect(session.state.prompt?.form == nil && session.screen.contains("y Start"))
    session.type("y")
    #expect(
      session.acts
        == .acting(
          .start(failedOnly: false), on: [.stopped], keys: .samples, request: 2, profile: "prod"))
  }

  @Test func `only the side that was not found is asked for, and each task gets its own`() {
    let found = TransferKeys(destination: TransferKeys.samples.destination)
    var session = prompt([.stopped], found: .success([MigrationTask.stopped.id: found]))
    #expect(session.state.prompt?.form?.fields == [.sourceAccess, .sourceSecret])
    session.typeKeys()
    session.type("y")
    #expect(
      session.acts
        == .acting(
          .start(failedOnly: false), on: [.stopped], keys: .samples, request: 3, profile: "prod"))
  }

  @Test func `a store that does not give its keys closes the prompt with the reason`() {
    let error = ConfigurationError.keys(
      .store(match: "aws://photos"), .command(.exited(status: 3)))
    var session = prompt([.stopped], found: .failure(error))
    #expect(session.state.layer == nil)
    #expect(session.state.notice?.text.contains("aws://photos") == true)
    session.type("y")
    #expect(session.acts.isEmpty)
  }

  @Test func `one pair of keys is not asked for where the stores are several`() {
    let elsewhere = MigrationTask.sample(8, .stopped) { $0.source.provider = "Aliyun" }
    var session = prompt([.stopped, elsewhere], found: .success([:]))
    #expect(session.state.layer == nil)
    #expect(session.state.notice?.text.contains("2 stores") == true)
    session = prompt(
      [.stopped, elsewhere], found: .success([elsewhere.id: TransferKeys.samples]))
    #expect(session.state.prompt?.form?.fields.count == 4)
  }
}
