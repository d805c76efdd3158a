import Canvas
import FoundationEssentials
import Testing

@testable import Migration

@testable import Dashboard

struct LinkTests {
  private func label(_ session: Session) -> String {
    let link = session.state.link
    return link.freshness.label(showsAge: link.showsAge)
  }

  @Test(
    arguments: [
      (0, "LIVE"), (1.5, "LIVE"), (1.6, "STALE 2s"), (100, "STALE 100s"), (-50, "LIVE"),
    ])
  func `an answer is live for a second and a half`(age: Double, word: String) {
    var session = Session()
    session.send(.tick(Moment(age)))
    #expect(label(session) == word)
  }

  @Test(arguments: [(1, "LIVE 1s"), (9, "LIVE 9s"), (10.5, "LIVE 11s"), (11, "STALE 11s")])
  func `a long interval is live for as long, and says its age`(age: Double, word: String) {
    let configuration = DashboardConfiguration(profile: "prod", refreshInterval: .seconds(10))
    var session = Session(configuration)
    session.send(.tick(Moment(age)))
    #expect(label(session) == word)
  }

  @Test func `before the first answer it is connecting`() {
    var session = Session(tasks: nil)
    #expect(label(session) == "CONNECTING")
    session.send(.tick(Moment(100)))
    #expect(label(session) == "CONNECTING")
  }

  @Test func `the first page of a long list is shown, with how many have come so far`() {
    var session = Session(tasks: nil)
    var page = TaskSnapshot.samples
    page.isLoading = true
    session.send(.tasksLoaded(page))
    #expect(session.screen.contains("9 so far…"))
    #expect(session.screen.contains("photos-8/2025/ → "))
    session.send(.tasksLoaded(TaskSnapshot(tasks: [])))
    #expect(!session.screen.contains("so far…"))
  }

  @Test func `a clock on the wall that is set changes no age`() {
    var session = Session()
    session.send(.tick(Moment(date: .distantFuture, elapsed: .seconds(1))))
    #expect(label(session) == "LIVE")
    session.send(.tick(Moment(date: .distantPast, elapsed: .seconds(2))))
    #expect(label(session) == "STALE 2s")
  }

  @Test func `what is shown is as old as what it was asked for after`() {
    var session = Session()
    var late = TaskSnapshot(tasks: MigrationTask.samples, at: 20)
    late.asOf = .seconds(8)
    session.send(.tasksLoaded(late))
    #expect(label(session) == "STALE 12s")
  }

  @Test func `what could not be read is told until it can be`() {
    var session = Session()
    var partly = TaskSnapshot.samples
    partly.missing = TaskSnapshot.Missing(count: 2, reason: "entry 4: no id")
    session.send(.tasksLoaded(partly))
    session.type("j")
    #expect(session.screen.contains("2 tasks could not be read: entry 4: no id"))
    session.send(.tasksLoaded(.samples))
    #expect(!session.screen.contains("could not be read"))
  }

  @Test func `a failed try counts down to the next one`() {
    var session = Session()
    session.send(.refreshFailed(.unreachable, retryAt: .seconds(8)))
    #expect(label(session) == "OFFLINE retry 8s")
    session.send(.tick(Moment(3)))
    #expect(label(session) == "OFFLINE retry 5s")
    session.send(.tick(Moment(30)))
    #expect(label(session) == "OFFLINE retry 0s")
  }

  @Test func `an answer ends being offline`() {
    var session = Session()
    session.send(.refreshFailed(.unreachable, retryAt: .zero))
    session.send(.tasksLoaded(.samples))
    #expect(label(session) == "LIVE")
  }

  @Test func `offline the rows stay, muted`() {
    var session = Session()
    session.send(.refreshFailed(.unreachable, retryAt: .zero))
    let row = render(session.state).rows[5]
    #expect(row.contains { $0.character == "→" })
    #expect(row.filter { $0.character != " " }.allSatisfy { $0.style.tone == .muted })
  }

  @Test func `pausing stops polling and the clock, resuming starts both`() {
    var session = Session()
    #expect(session.type("z") == [.poll(every: nil)])
    #expect(session.alarm == nil)
    #expect(label(session) == "PAUSED")
    #expect(session.type("z") == [.poll(every: .seconds(1)), .refresh])
    #expect(session.alarm != nil)
  }

  @Test func `the interval goes up and down in steps and not below a second`() {
    var session = Session()
    #expect(session.type("+") == [.poll(every: .seconds(2))])
    #expect(session.type("-") == [.poll(every: .seconds(1))])
    #expect(session.type("-").isEmpty)
  }

  @Test(arguments: [.infinity, -.infinity, .nan, 1e300] as [Double])
  func `a moment that no clock shows does no harm`(seconds: Double) {
    var session = Session()
    let date = Date(timeIntervalSince1970: seconds)
    session.send(.tick(Moment(date: date, elapsed: .seconds(1))))
    #expect(session.screen.contains("LIVE"))
  }

  @Test func `the first effects ask for the tasks and the profiles`() {
    let state = State(
      configuration: DashboardConfiguration(profile: "prod", refreshInterval: .seconds(5)),
      size: .classic)
    #expect(
      state.startEffects == [.poll(every: .seconds(5)), .refresh, .readProfiles])
  }
}
