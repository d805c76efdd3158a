import ArgumentParser
import Foundation
import Migration
import NIOCore
import NIOHTTP1
import NIOPosix
import OMSWire
import Synchronization

/// Asks a service of API v1 over TCP for pages of its list, as many clients at once, each signed and
/// each somewhere else in the list.
struct Pages: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Ask for pages of a list, many at once.")

  @Argument(help: "The service's port on this machine.")
  var port: Int

  @Option(help: "The file with the service's access keys, of which the first is used.")
  var accessKeys: String

  @Option(help: "How many tasks there are.")
  var tasks = 100_000

  @Option(help: "Only those in this state, a number of v1.")
  var state: Int?

  @Option(help: "How many ask at once.")
  var clients = 50

  @Option(help: "How long, in seconds.")
  var seconds = 5

  @Flag(help: "Ask only for what has changed since the page was read last.")
  var known = false

  func run() async throws {
    let order = try PageOrder(self)
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let tally = PageTally(end: .now + .seconds(seconds))
    let channels = try await withThrowingTaskGroup(of: (any Channel).self) { tasks in
      for _ in 0..<clients {
        tasks.addTask {
          try await ClientBootstrap(group: group).channelInitializer { channel in
            channel.eventLoop.makeCompletedFuture {
              try channel.pipeline.syncOperations.addHTTPClientHandlers()
              try channel.pipeline.syncOperations.addHandler(PageClient(order, tally))
            }
          }.connect(host: "127.0.0.1", port: order.port).get()
        }
      }
      return try await tasks.reduce(into: []) { $0.append($1) }
    }
    for channel in channels { try await channel.closeFuture.get() }
    let latencies = tally.latencies
    guard !latencies.isEmpty, tally.failures == 0 else {
      throw ValidationError("\(tally.failures) of \(latencies.count) pages were refused")
    }
    try CoreBench.print([
      "pages_per_second": [Double(latencies.count) / Double(seconds)],
      "ms": latencies.sorted(),
    ])
    try await group.shutdownGracefully()
  }
}

/// What the clients ask for.
private struct PageOrder: Sendable {
  let port: Int
  let isKnown: Bool
  private let path: String
  private let tasks: Int
  private let state: Int?
  private let signer: RequestSigner

  init(_ command: Pages) throws {
    let line = try String(contentsOfFile: command.accessKeys, encoding: .utf8)
    let parts = line.prefix { !$0.isNewline }.split(separator: ":").map(String.init)
    guard parts.count == 3 else { throw ValidationError("the file has no access key") }
    port = command.port
    isKnown = command.known
    tasks = command.tasks
    state = command.state
    path = "/v1/\(parts[2])/objectstorage/task"
    signer = RequestSigner(
      keys: StorageKeys(accessKey: parts[0], secretKey: Secret(parts[1])), projectID: parts[2])
  }

  /// A signed request for a page; the one with `tag` when that is known.
  func request(start: Int, tag: String?) -> HTTPRequestHead {
    var query = [("start", "\(start)"), ("limit", "100")]
    if let state { query.append(("state", "\(state)")) }
    let text = query.map { "\($0.0)=\($0.1)" }.joined(separator: "&")
    let unsigned = UnsignedRequest(
      method: "GET", host: "127.0.0.1:\(port)", path: path, query: query,
      headers: [("Content-Type", "application/json")])
    var headers = HTTPHeaders(signer.signedHeaders(of: unsigned, at: Date()).map { ($0.0, $0.1) })
    if let tag { headers.add(name: "If-None-Match", value: tag) }
    return HTTPRequestHead(
      version: .http1_1, method: .GET, uri: "\(path)?\(text)", headers: headers)
  }

  /// Somewhere in the list.
  func start() -> Int { isKnown ? 0 : Int.random(in: 0...max(0, tasks - 100)) }
}

/// What all clients have seen.
private final class PageTally: Sendable {
  let end: ContinuousClock.Instant
  private let seen = Mutex((latencies: [Double](), failures: 0))

  var latencies: [Double] { seen.withLock { $0.latencies } }
  var failures: Int { seen.withLock { $0.failures } }

  init(end: ContinuousClock.Instant) {
    self.end = end
  }

  func note(_ latency: Duration, isGood: Bool) {
    seen.withLock { seen in
      seen.latencies.append(latency / .milliseconds(1))
      seen.failures += isGood ? 0 : 1
    }
  }
}

/// One client: it asks again as soon as it is answered.
private final class PageClient: ChannelInboundHandler {
  typealias InboundIn = HTTPClientResponsePart
  typealias OutboundOut = HTTPClientRequestPart

  private let order: PageOrder
  private let tally: PageTally
  private var began = ContinuousClock.now
  private var isGood = false
  private var tag: String?

  init(_ order: PageOrder, _ tally: PageTally) {
    self.order = order
    self.tally = tally
  }

  func channelActive(context: ChannelHandlerContext) { ask(context) }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      isGood = [.ok, .notModified].contains(head.status)
      if order.isKnown { tag = head.headers.first(name: "ETag") ?? tag }
    case .body: break
    case .end:
      tally.note(.now - began, isGood: isGood)
      if .now < tally.end { ask(context) } else { context.close(promise: nil) }
    }
  }

  private func ask(_ context: ChannelHandlerContext) {
    began = .now
    let head = order.request(start: order.start(), tag: tag)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
  }
}
