import Synchronization
import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore

struct PollingTests {
  private static let polling = Polling(limit: .seconds(600))
  private static let page = APIProblem(.said("a page"), kind: .unreadable, status: 404)
  private static let busy = APIProblem(.said("busy"), kind: .server, status: 503)

  @Test func `others who answer for a moment in the service's place are waited out`() async throws {
    let looks = LookCounter()
    let value = try await Self.polling(on: HurryingClock()) { () throws(APIProblem) in
      let look = looks.next()
      if look < 6 { throw Self.page }
      return look
    }
    #expect(value == 6)
  }

  @Test func `others who go on answering are the answer after half a minute`() async {
    let clock = HurryingClock()
    let problem = await #expect(throws: APIProblem.self) {
      try await Self.polling(on: clock) { () throws(APIProblem) -> Int? in throw Self.page }
    }
    #expect(problem == Self.page)
    #expect((.seconds(30) ... .seconds(40)).contains(clock.now.offset))
  }

  @Test func `a service that is busy is waited for until the time is over`() async throws {
    let clock = HurryingClock()
    let value = try await Self.polling(on: clock) { () throws(APIProblem) -> Int? in
      throw Self.busy
    }
    #expect(value == nil)
    #expect(clock.now.offset >= .seconds(600))
  }
}

/// A clock on which every pause is over at once.
private final class HurryingClock: Clock {
  struct Instant: InstantProtocol {
    var offset = Duration.zero

    func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
    func duration(to other: Instant) -> Duration { other.offset - offset }
    static func < (one: Instant, other: Instant) -> Bool { one.offset < other.offset }
  }

  private let time = Mutex(Instant())

  var now: Instant { time.withLock(\.self) }
  var minimumResolution: Duration { .zero }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    time.withLock { $0 = max($0, deadline) }
  }
}
