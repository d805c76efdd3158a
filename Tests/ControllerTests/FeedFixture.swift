import Controller
import Dashboard
import FoundationEssentials
import TestSupport
import Testing

@testable import Migration

/// A feed on a service in memory, with time in the hands of the test.
final class FeedFixture: Sendable {
  static let date = Date(timeIntervalSince1970: 1_700_000_000)

  let backend: FakeBackend
  let clock = ManualClock()
  let events: AsyncStream<Event>
  private let report: AsyncStream<Event>.Continuation
  private let commands: AsyncStream<TaskFeed<ManualClock>.Command>
  private let command: AsyncStream<TaskFeed<ManualClock>.Command>.Continuation

  init(_ tasks: [MigrationTask]) {
    backend = FakeBackend(tasks: tasks)
    (events, report) = AsyncStream.makeStream()
    (commands, command) = AsyncStream.makeStream()
  }

  func ask(_ command: TaskFeed<ManualClock>.Command) { self.command.yield(command) }

  /// Runs the feed for as long as `body` takes.
  func run(_ body: (inout EventReader) async throws -> Void) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      let feed = TaskFeed(backend: backend, clock: clock, now: { Self.date }) { [report] in
        report.yield($0)
      }
      group.addTask { [commands] in await feed.run(commands) }
      var reader = EventReader(events: events)
      do {
        try await body(&reader)
        group.cancelAll()
      } catch {
        group.cancelAll()
        throw error
      }
    }
  }
}

/// Reads what a feed tells, one event after the other.
struct EventReader {
  private var iterator: AsyncStream<Event>.AsyncIterator

  init(events: AsyncStream<Event>) {
    iterator = events.makeAsyncIterator()
  }

  mutating func next() async -> Event? { await iterator.next(isolation: #isolation) }

  /// The next snapshot; any other event is a failure.
  mutating func snapshot() async throws -> TaskSnapshot {
    guard case .tasksLoaded(let snapshot) = await next() else {
      throw UnexpectedEvent()
    }
    return snapshot
  }

  /// The snapshots of a first load, up to the one that completes it.
  mutating func load() async throws -> [TaskSnapshot] {
    var snapshots = [try await snapshot()]
    while snapshots.last?.isLoading == true { snapshots.append(try await snapshot()) }
    return snapshots
  }

  struct UnexpectedEvent: Error {}
}
