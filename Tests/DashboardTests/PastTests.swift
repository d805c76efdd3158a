import Canvas
import FoundationEssentials
import TestSupport
import Testing
import Words

@testable import Migration

@testable import Dashboard

/// What happened while nobody looked.
struct PastTests {
  private static let look = LastLook(
    at: noon.addingTimeInterval(-3600),
    open: [
      MigrationTask.sample(3, .running), .sample(4, .running), .sample(5, .waiting),
      .sample(8, .running), .sample(30, .waiting),
    ].map { task in
      var task = task
      task.startedAt = task.state == .waiting ? nil : MigrationTask.running.startedAt
      return task
    })

  private static func event(
    _ happening: TaskHappening, _ task: MigrationTask, at seconds: Double?, by doer: Doer? = nil
  ) -> PastEvent {
    PastEvent(
      at: seconds.map(noon.addingTimeInterval), happening,
      TaskTarget(id: task.id, name: task.name), by: doer)
  }

  private static let events: [PastEvent] = [
    event(.gone, .sample(30, .waiting, name: "was here"), at: nil),
    event(.finished, .succeeded, at: -1800), event(.failed, .failed, at: -1200),
    event(.stopped, .stopped, at: -600, by: .another), event(.started, .running, at: -60),
  ]

  /// A session that begins an hour after somebody looked.
  private func session(
    _ configuration: DashboardConfiguration = DashboardConfiguration(profile: "prod"),
    size: Size = .classic
  ) -> Session {
    var session = Session(configuration, size: size, tasks: nil)
    session.send(.lookedLast(Self.look))
    session.send(.tasksLoaded(.samples))
    return session
  }

  private func recalls(_ session: Session) -> [(since: Date, unseen: [UnseenEvent], request: Int)] {
    session.effects.compactMap {
      if case .recall(let date, let unseen, let request) = $0 {
        (date, unseen, request)
      } else {
        nil
      }
    }
  }

  private func answer(_ recollection: Recollection, _ session: inout Session) {
    session.send(.recalled(recollection, request: recalls(session).last?.request ?? 0))
  }

  @Test func `at the start it is asked for once, with what two looks show`() throws {
    var session = session()
    let recall = try #require(recalls(session).first)
    #expect(recall.since == Self.look.at)
    let unseen = recall.unseen.map { "\($0.task.id.rawValue % 1000) \($0.happening.rawValue)" }
    #expect(unseen == ["3 finished", "4 failed", "5 started", "5 stopped", "30 gone"])
    session.send(.tasksLoaded(TaskSnapshot(tasks: [], at: 1)))
    #expect(recalls(session).count == 1)
  }

  @Test func `a task that began and ended meanwhile is told, one that had begun before is not`() {
    var session = Session(tasks: nil)
    session.send(.lookedLast(LastLook(at: Self.look.at, open: [])))
    let new = MigrationTask.sample(40, .succeeded) {
      $0.startedAt = noon.addingTimeInterval(-1000)
    }
    session.send(.tasksLoaded(TaskSnapshot(tasks: MigrationTask.samples + [new])))
    let unseen = recalls(session).first?.unseen ?? []
    #expect(unseen == [UnseenEvent(.started, new), UnseenEvent(.finished, new)])
  }

  @Test func `it is said once how many came to which end`() {
    var session = session()
    answer(.events(Self.events), &session)
    #expect(
      session.state.notice?.text
        == "since 01:40: 1 finished, 1 failed, 1 stopped by another, 1 gone (E)")
    session.press(.down)
    #expect(session.state.notice == nil)
    session.type("e")
    #expect(session.screen.contains("1 finished, 1 failed, 1 stopped by"))
  }

  @Test func `it does not take the place of what went wrong`() {
    var session = session()
    session.send(.notice(Notice(.error, "cut off: it may have been done")))
    answer(.events(Self.events), &session)
    #expect(session.state.notice?.text == "cut off: it may have been done")
    session.type("e")
    #expect(session.screen.contains("1 finished, 1 failed"))
  }

  @Test func `where nothing happened nothing is said, and E says so`() {
    var session = session()
    answer(.events([]), &session)
    #expect(session.state.notice == nil)
    session.type("E")
    #expect(session.screen.contains("Nothing was seen to happen since 01:40."))
  }

  @Test func `what two looks show is in the list too, though no record has it`() {
    var session = session()
    let unseen = recalls(session).first?.unseen
    answer(.events(Self.events), &session)
    session.type("E")
    #expect(recalls(session).last?.unseen == unseen && unseen?.isEmpty == false)
  }

  @Test func `whoever looks for the first time is told nothing, and E begins with that`() {
    var session = Session()
    #expect(recalls(session).isEmpty)
    session.type("E")
    #expect(recalls(session).first?.since == noon)
    answer(.events(Self.events), &session)
    #expect(session.state.notice == nil && session.screen.contains("failed: "))
  }

  @Test func `before the service has told anything E says so`() {
    var session = Session(tasks: nil)
    session.type("E")
    #expect(recalls(session).isEmpty && session.screen.contains("Nothing was told"))
    session.press(.escape)
    #expect(session.state.layers.isEmpty)
  }

  @Test func `a history that cannot be read is told`() {
    var session = session()
    session.type("E")
    answer(.unread("Permission denied"), &session)
    #expect(session.screen.contains("could not be read: Permission denied"))
  }

  @Test func `an answer that another was asked for meanwhile says nothing, and the news stays`() {
    var session = session()
    let first = recalls(session).first?.request ?? 0
    session.type("E")
    session.send(.recalled(.events([]), request: first))
    #expect(session.screen.contains("reading…"))
    answer(.events(Self.events), &session)
    #expect(session.state.notice?.text.hasPrefix("since 01:40") == true)
  }

  @Test(arguments: [(30.0, 0), (90, 1)])
  func `after a time without an answer it is asked for since the last, unless that is short`(
    seconds: Double, count: Int
  ) {
    var session = Session()
    session.send(.refreshFailed(.unreachable, retryAt: .seconds(8)))
    session.send(.tasksLoaded(TaskSnapshot(tasks: [], at: seconds)))
    #expect(recalls(session).map(\.since) == Array(repeating: noon, count: count))
  }

  @Test func `after a suspension it is asked for once the service has told what is so now`() {
    var session = Session()
    session.press(.control("z"))
    session.send(.resumed)
    #expect(recalls(session).isEmpty)
    session.send(.tasksLoaded(TaskSnapshot(tasks: [], at: 900)))
    #expect(recalls(session).map(\.since) == [noon])
  }

  @Test func `a look at another profile is none at this one`() {
    var session = Session(tasks: nil)
    session.send(.lookedLast(Self.look, generation: 7))
    session.send(.tasksLoaded(.samples))
    #expect(recalls(session).isEmpty)
  }

  @Test func `what is kept of a look is its time and what was not over`() {
    var session = Session(tasks: nil)
    #expect(session.state.lastLook == nil)
    session.send(.refreshFailed(.unreachable, retryAt: .seconds(8)))
    #expect(session.state.lastLook == nil)
    session.send(.tasksLoaded(.samples))
    let look = session.state.lastLook
    #expect(look?.at == noon)
    let open = MigrationTask.samples.filter { !$0.state.isFinished }
    #expect(Set(look?.open.map(\.id) ?? []) == Set(open.map(\.id)))
  }

  @Test func `whoever goes to another profile has the look at this one kept`() {
    var session = Session()
    session.type(":profile other")
    session.press(.enter)
    guard case .open(_, let request)? = session.effects.last else {
      Issue.record("nothing was opened")
      return
    }
    let look = session.state.lastLook
    let effects = session.send(.opened(DashboardConfiguration(profile: "other"), request: request))
    #expect(look.map { effects.contains(.keepLook($0)) } == true)
  }

  @Test(arguments: ScreenTests.sizes, [Language.english, .chinese])
  func `it looks as approved at every size`(size: Size, language: Language) throws {
    var session = session(DashboardConfiguration(profile: "prod", language: language), size: size)
    answer(.events(Self.events), &session)
    var screens = [session.screen]
    session.type("E")
    answer(.events(Self.events), &session)
    screens.append(session.screen)
    let name = "past-\(size.columns)x\(size.rows)-\(language)"
    #expect(try Snapshot(name).difference(from: screens.joined(separator: "\n====\n")) == nil)
  }
}
