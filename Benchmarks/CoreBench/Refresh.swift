import ArgumentParser
import Foundation
import Migration
import MigrationCore
import OMSClient

/// Knows all tasks of a service and refreshes them every second, as below the dashboard.
///
/// It prints one JSON object when it knows all of them, and another at the end.
struct Refresh: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Keep knowing all tasks of a service.")

  @Argument(help: "The address of the service, which speaks v2.")
  var address: String

  @Option(help: "How many seconds to go on once all tasks are known.")
  var seconds = 10

  func run() async throws {
    let client = try SampleClient.client(of: address)
    let clock = ContinuousClock()
    let start = clock.now
    let news = Mailbox<TaskDelta> { $0.merge($1) }
    let watch = TaskWatch(backend: client, clock: clock, start: start, news: news)
    let (commands, command) = AsyncStream.makeStream(of: TaskWatch<ContinuousClock>.Command.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { await watch.run(commands) }
      command.yield(.poll(every: .seconds(1)))
      command.yield(.refresh)
      while let delta = await news.next(), !delta.freshness.isLoaded {}
      try report(since: start)
      try await clock.sleep(for: .seconds(seconds))
      try report(since: start)
      group.cancelAll()
    }
  }

  private func report(since start: ContinuousClock.Instant) throws {
    let memory = try ProcessMemory.now
    try CoreBench.print([
      "ms": [(ContinuousClock.now - start) / .milliseconds(1)], "resident_mb": [memory.resident],
      "peak_mb": [memory.peak],
    ])
  }
}

/// How the benchmarks call a service.
enum SampleClient {
  /// A client of a Unix socket (v1), or of an address whose service wants signed calls (v2).
  static func client(of service: String) throws -> any MigrationBackend {
    guard service.contains("://") else {
      return V1Client(
        endpoint: Endpoint(socket: service), projectID: "local", credentials: .none)
    }
    let keys = StorageKeys(accessKey: "EXAMPLE", secretKey: Secret("example"))
    return V2Client(
      endpoint: try Endpoint(service), projectID: "0f0e0d0c0b0a09080706050403020100",
      credentials: .keys(keys, securityToken: nil))
  }
}
