import Glibc
import NIOCore
import NIOPosix
import NIOSSL

/// A real TCP server on loopback that answers with whatever bytes a test wants, or not at all, and
/// keeps a log of all it was asked.
package actor MisbehavingServer {
  /// What it does about a request, step by step.
  package enum Step: Sendable {
    /// Sends these bytes.
    case send(String)
    /// Sends bytes that are no text.
    case bytes([UInt8])
    /// Sends this again and again, for as long as anybody listens.
    case flood(String)
    /// Sends this bit by bit, for as long as anybody listens.
    case drip(String)
    /// Says nothing until the client gives up.
    case hang
    /// Says nothing until the test says so.
    case wait
    /// Ends the connection.
    case close
    /// Cuts the connection.
    case reset
  }

  /// A request as it came.
  package struct Request: Sendable {
    package var method: String
    package var target: String
    package var headers: [String: String]
    package var body: String
    /// Its place in the log, from 0.
    package var number: Int
  }

  /// All requests that came whole, in order.
  package private(set) var log: [Request] = []
  /// The connections that were opened.
  package private(set) var connections = 0
  /// The bytes that a flood brought out.
  package private(set) var flooded = 0
  /// The most requests that were waited with at the same time.
  package private(set) var mostWaiting = 0

  private var waiting: [CheckedContinuation<Void, Never>] = []
  private var isOpen = false
  private var watchers: [(count: Int, wake: CheckedContinuation<Void, Never>)] = []

  /// Serves on a port of the kernel's choice while `body` runs.
  ///
  /// - Parameters:
  ///   - certificate: What it shows; `nil` for a server that speaks no TLS.
  ///   - greeting: What it says before it was asked.
  ///   - answer: What it does about each request.
  ///   - body: Given the server and its port.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` throws.
  package static func serving<Value: Sendable>(
    certificate: ServerCertificate? = nil, greeting: String = "",
    _ answer: @escaping @Sendable (Request) async -> [Step],
    _ body: @escaping @Sendable (MisbehavingServer, Int) async throws -> Value
  ) async throws -> Value {
    let server = MisbehavingServer()
    let context = try certificate.map { try $0.context() }
    let listener = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .bind(host: "127.0.0.1", port: 0) { channel in
        channel.eventLoop.makeCompletedFuture {
          if let context {
            try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
          }
          return try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    let port = listener.channel.localAddress?.port ?? 0
    return try await listener.executeThenClose { inbound in
      try await withThrowingTaskGroup(of: Value?.self) { group in
        group.addTask {
          try await withThrowingDiscardingTaskGroup { connections in
            for try await connection in inbound {
              connections.addTask { await server.serve(connection, greeting, answer) }
            }
          }
          return nil
        }
        group.addTask { try await body(server, port) }
        defer { group.cancelAll() }
        while let ended = try await group.next() {
          if let ended { return ended }
        }
        throw CancellationError()
      }
    }
  }

  /// Waits until so many requests have come.
  package func waitForRequests(_ count: Int) async {
    guard log.count < count else { return }
    await withCheckedContinuation { watchers.append((count, $0)) }
  }

  /// Lets all go on that wait, and those that come.
  package func open() {
    isOpen = true
    for waiter in waiting { waiter.resume() }
    waiting = []
  }

  private func serve(
    _ connection: NIOAsyncChannel<ByteBuffer, ByteBuffer>, _ greeting: String,
    _ answer: @Sendable (Request) async -> [Step]
  ) async {
    connections += 1
    // A client that has had enough cuts the connection, which is no fault of the test's.
    try? await connection.executeThenClose { inbound, outbound in
      if !greeting.isEmpty { try await outbound.write(ByteBuffer(string: greeting)) }
      var reader = RequestReader(inbound.makeAsyncIterator())
      while var request = try await reader.next() {
        request.number = log.count
        log.append(request)
        wakeWatchers()
        for step in await answer(request) {
          switch step {
          case .send(let text): try await outbound.write(ByteBuffer(string: text))
          case .bytes(let bytes): try await outbound.write(ByteBuffer(bytes: bytes))
          case .flood(let text):
            while true {
              try await outbound.write(ByteBuffer(string: text))
              flooded += text.utf8.count
            }
          case .drip(let text):
            for byte in text.utf8 {
              try await outbound.write(ByteBuffer(bytes: [byte]))
              try await Task.sleep(for: .milliseconds(20))
            }
          case .hang: _ = try await reader.next()
          case .wait: await hold()
          case .close: return
          case .reset:
            let cut = linger(l_onoff: 1, l_linger: 0)
            try await (connection.channel as? any SocketOptionProvider)?.setSoLinger(cut).get()
            return try await connection.channel.close()
          }
        }
      }
    }
  }

  private func hold() async {
    guard !isOpen else { return }
    await withCheckedContinuation { continuation in
      waiting.append(continuation)
      mostWaiting = max(mostWaiting, waiting.count)
    }
  }

  private func wakeWatchers() {
    for watcher in watchers where watcher.count <= log.count { watcher.wake.resume() }
    watchers.removeAll { $0.count <= log.count }
  }
}

/// Finds requests in bytes.
private struct RequestReader {
  private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
  private var rest: [UInt8] = []

  package init(_ inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator) {
    self.inbound = inbound
  }

  /// The next request, or `nil` once the client has gone.
  package mutating func next() async throws -> MisbehavingServer.Request? {
    while true {
      if let request = take() { return request }
      guard let more = try await inbound.next(isolation: #isolation) else { return nil }
      rest += more.readableBytesView
    }
  }

  private mutating func take() -> MisbehavingServer.Request? {
    guard let end = rest.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
    let lines = String(decoding: rest[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
    let words = lines[0].split(separator: " ")
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ": ", maxSplits: 1)
      headers[parts[0].lowercased()] = parts.count > 1 ? String(parts[1]) : ""
    }
    let length = headers["content-length"].flatMap { Int($0) } ?? 0
    guard rest.count >= end.upperBound + length else { return nil }
    let body = String(decoding: rest[end.upperBound...].prefix(length), as: UTF8.self)
    rest.removeFirst(end.upperBound + length)
    return MisbehavingServer.Request(
      method: String(words[0]), target: String(words[1]), headers: headers, body: body, number: 0)
  }
}
