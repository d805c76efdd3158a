import ArgumentParser
import Foundation
import Migration
import MigrationCore
import OMSClient
import Terminal
import UnixSignals
import Words

/// `ferry watch`: tells what happens to tasks as it happens.
struct WatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: .of(.watch),
    discussion: .of(
      .watch,
      example: #"ferry watch --on failed,stalled,late --exec 'mail -s "$FERRY_EVENT_LINE" me'"#))

  @OptionGroup var connection: ConnectionOptions

  @Option(help: .of(.filter), completion: Completions.filters)
  var filter: String?

  @Option(
    help: .of(.events(list: EventWords.list)),
    completion: EventWords.completion)
  var on: [String] = []

  @Option(
    help: .of(.exec))
  var exec: String?

  @Option(help: .of(.webhook))
  var webhook: String?

  @Option(help: .of(.formatOfEvents))
  var output: EventTeller.Format = .line

  func validate() throws {
    _ = try EventWords.read(on)
    if let webhook, try Webhook(webhook) == nil {
      throw ValidationError(.notAnAddress)
    }
  }

  private var hook: Webhook? {
    get throws(ConfigurationError) {
      guard let webhook else { return nil }
      let network = NetworkSettings(environment: Environment.current)
      return try Webhook(webhook) { endpoint throws(ConfigurationError) in
        try network.way(to: endpoint)
      }
    }
  }

  func run() async throws {
    let filter = try FilterText.read(filter ?? "")
    let words = try EventWords.read(on)
    let service = try await connection.resolve()
    let feed = EventFeed(filter: filter, words: words, profile: service.profile)
    let signals = await UnixSignalsSequence(trapping: EndSignals.heeded)
    let deliveries = try deliveries
    let end = try await withThrowingTaskGroup(of: Int32?.self) { group in
      for delivery in deliveries {
        group.addTask {
          await delivery.run()
          return nil
        }
      }
      group.addTask {
        for await signal in signals { return signal.rawValue }
        return nil
      }
      group.addTask {
        try await Self.watch(service, feed, EventTeller(format: output, deliveries: deliveries))
        return SIGPIPE
      }
      defer { group.cancelAll() }
      return try await group.first { $0 != nil } ?? nil
    }
    if let end { endProcess(by: end) }
  }

  private var deliveries: [Delivery] {
    get throws(ConfigurationError) { try [command, post].compactMap(\.self) }
  }

  private var command: Delivery? {
    exec.map { text in
      Delivery("--exec") { parcel throws(DeliveryTrouble) in
        try await HookCommand(text: text).run(for: parcel)
      }
    }
  }

  private var post: Delivery? {
    get throws(ConfigurationError) {
      try hook.map { hook in
        Delivery("--webhook") { parcel throws(DeliveryTrouble) in
          try await hook.post(Array(parcel.json.utf8))
        }
      }
    }
  }

  /// Watches until it is called off, or nobody reads any more.
  private static func watch(
    _ service: Connection, _ feed: EventFeed, _ teller: EventTeller
  ) async throws {
    var (feed, teller) = (feed, teller)
    let seen = SeenLog.own
    try await service.backend.watch(every: service.refresh) { delta in
      guard Console.isRead else { return false }
      guard let delta else { return true }
      let now = Date()
      // A record that cannot be written is no reason to be silent.
      _ = try? seen.note(
        delta.happened.map { SeenLog.Sight($0.what, $0.task) }, at: now, on: service.profile)
      teller.tell(delta.freshness.unread)
      for var event in try feed.take(delta, at: now) {
        if case .task(.stopped, let task) = event.kind {
          event.by = seen.doer(ofStop: task, on: service.profile)
        }
        try teller.tell(event)
      }
      return true
    }
  }
}

extension EventTeller.Format: ExpressibleByArgument {}
