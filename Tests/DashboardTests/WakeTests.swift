import Canvas
import FoundationEssentials
import TestSupport
import Testing

@testable import Migration

@testable import Dashboard

/// When the dashboard wants to be told the time: not before something on the screen changes by it.
struct WakeTests {
  private func session(every seconds: Int = 1) -> Session {
    Session(DashboardConfiguration(profile: "prod", refreshInterval: .seconds(seconds)))
  }

  /// The words of the header each time that it is woken, as far as it is.
  private func words(_ session: inout Session, count: Int) -> [String] {
    (0..<count).map { _ in
      session.wake()
      let link = session.state.link
      return link.freshness.label(showsAge: link.showsAge)
    }
  }

  @Test func `what is live without an age is left alone until it is stale`() {
    var session = session()
    #expect(session.alarm == .milliseconds(1501))
    #expect(words(&session, count: 3) == ["STALE 2s", "STALE 3s", "STALE 4s"])
  }

  @Test func `an age that is shown is counted second by second`() {
    var session = session(every: 5)
    #expect(
      words(&session, count: 8) == [
        "LIVE 1s", "LIVE 2s", "LIVE 3s", "LIVE 4s", "LIVE 5s", "LIVE 6s", "STALE 6s", "STALE 7s",
      ])
  }

  @Test func `a countdown is counted to its end, and then nothing happens by itself`() {
    var session = session()
    session.send(.refreshFailed(.unreachable, retryAt: .seconds(2.5)))
    #expect(
      words(&session, count: 3) == ["OFFLINE retry 2s", "OFFLINE retry 1s", "OFFLINE retry 0s"])
    #expect(session.alarm == nil)
  }

  @Test func `while nothing has been answered yet there is nothing to count`() {
    let session = Session(tasks: nil)
    #expect(session.alarm == nil)
  }

  @Test func `a question counts the age of what it was read with, and closes after a minute`() {
    var session = session()
    session.type("z")
    session.openPrompt(.character("s"))
    let opened = session.now
    #expect(session.alarm == opened + .seconds(1))
    session.wake()
    #expect(session.screen.contains("read 1s ago"))
    var wakes = 1
    while session.state.prompt != nil, wakes < 100 {
      session.wake()
      wakes += 1
    }
    #expect(wakes == 60)
    #expect(session.alarm == nil)
  }

  @Test func `each key gives a question another minute`() {
    var session = session()
    session.type("z")
    session.type("s")
    session.press(.character("y"))
    #expect(session.alarm == session.now + .seconds(60))
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `whatever happens, it never wants to be told a time that is over`(seed: UInt64) {
    var random = Generator(seed: seed)
    var session = session(every: [1, 2, 5, 60].randomElement(using: &random) ?? 1)
    for _ in 0..<200 {
      switch Int.random(in: 0..<8, using: &random) {
      case 0: session.press(.down)
      case 1: session.type("s")
      case 2: session.press(.escape)
      case 3: session.type("z")
      case 4:
        let elapsed = session.state.now / .seconds(1)
        let state = [TaskState.failed, .running, .stopped].randomElement(using: &random) ?? .failed
        let task = MigrationTask.sample(Int64.random(in: 1...9, using: &random), state)
        session.send(.tasksLoaded(TaskSnapshot(tasks: [task], at: elapsed)), inHurry: true)
      case 5:
        let pause = Duration.seconds(Double.random(in: 0...9, using: &random))
        session.send(.refreshFailed(.unreachable, retryAt: session.state.now + pause))
      case 6: session.readTargets()
      default: break
      }
      session.wake()
      if let alarm = session.alarm { #expect(alarm > session.state.link.now, "seed \(seed)") }
    }
  }
}
