import Canvas
import FoundationEssentials
import Testing

@testable import Dashboard

struct LinkTests {
  private func label(_ session: Session) -> String { session.state.link.freshness.label }

  @Test(arguments: [(0, "LIVE"), (5, "LIVE"), (6, "STALE 6s"), (100, "STALE 100s"), (-50, "LIVE")])
  func `an answer is live for three intervals and two seconds`(age: Double, word: String) {
    var session = Session()
    session.send(.tick(noon.addingTimeInterval(age)))
    #expect(label(session) == word)
  }

  @Test func `a failed try counts down to the next one`() {
    var session = Session()
    session.send(.refreshFailed(.unreachable, retryAt: noon.addingTimeInterval(8)))
    #expect(label(session) == "OFFLINE retry 8s")
    session.send(.tick(noon.addingTimeInterval(3)))
    #expect(label(session) == "OFFLINE retry 5s")
    session.send(.tick(noon.addingTimeInterval(30)))
    #expect(label(session) == "OFFLINE retry 0s")
  }

  @Test func `an answer ends being offline`() {
    var session = Session()
    session.send(.refreshFailed(.unreachable, retryAt: noon))
    session.send(.tasksLoaded(.samples))
    #expect(label(session) == "LIVE")
  }

  @Test func `offline the rows stay, muted`() {
    var session = Session()
    session.send(.refreshFailed(.unreachable, retryAt: noon))
    let row = render(session.state).rows[3]
    #expect(row.contains { $0.character == "t" })
    #expect(row.filter { $0.character != " " }.allSatisfy { $0.style.tone == .muted })
  }

  @Test func `pausing stops polling and the clock, resuming starts both`() {
    var session = Session()
    #expect(session.type("z") == [.poll(every: nil), .clock(isOn: false)])
    #expect(label(session) == "PAUSED")
    #expect(
      session.type("z") == [.poll(every: .seconds(1)), .refresh, .clock(isOn: true)])
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
    session.send(.tick(Date(timeIntervalSince1970: seconds)))
    session.send(.refreshFailed(.unreachable, retryAt: Date(timeIntervalSince1970: seconds)))
    #expect(session.screen.contains("OFFLINE retry"))
  }

  @Test func `the first effects ask for the tasks and start the clock`() {
    let state = State(
      configuration: DashboardConfiguration(profile: "prod", refreshInterval: .seconds(5)),
      size: .classic)
    #expect(
      state.startEffects == [.poll(every: .seconds(5)), .refresh, .clock(isOn: true)])
  }
}
