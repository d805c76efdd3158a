import FoundationEssentials
import Testing

@testable import Migration
@testable import MigrationCore

struct EventFeedTests {
  private static let unreachable = APIProblem(
    .call(Endpoint(socket: "/s"), .connectionLost), kind: .unreachable)
  private static let refused = APIProblem(
    .refused(.serviceRefusedCredentials), kind: .credentials, code: "APIGW.0301", status: 401)

  private static func task(_ state: TaskState, _ name: String = "photos") -> MigrationTask {
    MigrationTask(id: TaskID(rawValue: 1), name: name, state: state)
  }

  private static func delta(
    _ happened: [(TaskHappening, MigrationTask)] = [], outage: APIProblem? = nil,
    isLoaded: Bool = true
  ) -> TaskDelta {
    var delta = TaskDelta()
    delta.happened = happened.map { Happened(task: $1, what: $0, askedAt: .zero) }
    delta.freshness.isLoaded = isLoaded
    delta.freshness.outage = outage.map {
      Outage(problem: $0, began: .zero, retryAt: .zero, failures: 1)
    }
    return delta
  }

  private static func date(_ seconds: Double) -> Date { Date(timeIntervalSince1970: seconds) }

  /// The words of what is told of these deltas, a second after each other.
  private static func told(
    _ deltas: [TaskDelta], filter: String = "", words: [String] = WatchEvent.words
  ) throws -> [String] {
    var feed = EventFeed(filter: try TaskFilter(filter), words: Set(words), profile: "p")
    return try deltas.enumerated().flatMap { try feed.take($1, at: date(Double($0))) }
      .map(\.word)
  }

  @Test(arguments: TaskHappening.allCases)
  func `what happened to a task is told by its word`(happening: TaskHappening) throws {
    let delta = Self.delta([(happening, Self.task(.running))])
    #expect(try Self.told([delta]) == [happening.rawValue])
  }

  @Test func `an outage is told once when it begins and once when it is over`() throws {
    let deltas = [
      Self.delta(), Self.delta(outage: Self.unreachable), Self.delta(outage: Self.unreachable),
      Self.delta(), Self.delta(),
    ]
    #expect(try Self.told(deltas) == ["offline", "online"])
  }

  @Test func `what was seen before an outage is told before it, and what is seen after it, after`()
    throws
  {
    let end = [(TaskHappening.finished, Self.task(.succeeded))]
    let deltas = [
      Self.delta(end, outage: Self.unreachable),
      Self.delta([(.gone, Self.task(.succeeded))]),
    ]
    #expect(try Self.told(deltas) == ["finished", "offline", "online", "gone"])
  }

  @Test func `how long an outage was is told at its end`() throws {
    var feed = EventFeed(filter: .everything, words: ["online"], profile: "p")
    #expect(try feed.take(Self.delta(outage: Self.unreachable), at: Self.date(10)) == [])
    #expect(
      try feed.take(Self.delta(), at: Self.date(50)) == [
        WatchEvent(.online(after: .seconds(40)), at: Self.date(50), profile: "p")
      ])
  }

  @Test func `a service that is not there yet is waited for`() throws {
    let deltas = [
      Self.delta(outage: Self.unreachable, isLoaded: false), Self.delta(isLoaded: false),
    ]
    #expect(try Self.told(deltas) == ["offline", "online"])
  }

  @Test func `credentials that never held end the watch`() {
    #expect(throws: Self.refused) {
      try Self.told([Self.delta(outage: Self.refused, isLoaded: false)])
    }
  }

  @Test func `credentials that hold no longer are an outage`() throws {
    #expect(try Self.told([Self.delta(), Self.delta(outage: Self.refused)]) == ["offline"])
  }

  @Test func `a filter is about the task as it is then, and never hides the service`() throws {
    let delta = Self.delta(
      [(.failed, Self.task(.failed)), (.finished, Self.task(.succeeded))],
      outage: Self.unreachable)
    #expect(try Self.told([delta], filter: "state:failed") == ["failed", "offline"])
    #expect(try Self.told([delta], filter: "videos") == ["offline"])
  }

  @Test func `only the events that were asked for are told`() throws {
    let delta = Self.delta(
      [(.started, Self.task(.running)), (.failed, Self.task(.failed))], outage: Self.unreachable)
    #expect(try Self.told([delta], words: ["failed", "gone"]) == ["failed"])
  }
}
