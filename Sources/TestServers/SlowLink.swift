import NIOCore
import NIOPosix

/// A link to a server on loopback that is slow and far, and that can be cut: what goes over it, either
/// way, takes the time that it takes.
package actor SlowLink {
  private let rate: Int
  private let delay: Duration
  private var isCut = false

  private init(rate: Int, delay: Duration) {
    self.rate = rate
    self.delay = delay
  }

  /// Has a link lead to a server while `body` runs, which gets the port at this end.
  ///
  /// - Parameters:
  ///   - port: The server's port on loopback.
  ///   - rate: The most bytes a second, either way.
  ///   - delay: How long a byte is under way.
  ///   - body: What is done meanwhile.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` throws.
  package static func serving<Value: Sendable>(
    to port: Int, rate: Int, delay: Duration,
    _ body: @escaping @Sendable (SlowLink, Int) async throws -> Value
  ) async throws -> Value {
    let link = SlowLink(rate: rate, delay: delay)
    let listener = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .bind(host: "127.0.0.1", port: 0) { Self.end(of: $0) }
    let near = listener.channel.localAddress?.port ?? 0
    return try await listener.executeThenClose { inbound in
      try await withThrowingTaskGroup(of: Value?.self) { group in
        group.addTask {
          try await withThrowingDiscardingTaskGroup { connections in
            for try await connection in inbound {
              connections.addTask { await link.join(connection, port) }
            }
          }
          return nil
        }
        group.addTask { try await body(link, near) }
        defer { group.cancelAll() }
        while let ended = try await group.next() {
          if let ended { return ended }
        }
        throw CancellationError()
      }
    }
  }

  /// Lets nothing through any more, without a word to either end.
  package func cut() { isCut = true }

  private func join(_ near: NIOAsyncChannel<ByteBuffer, ByteBuffer>, _ port: Int) async {
    // An end that closes is no fault of the test's.
    try? await near.executeThenClose { fromNear, toNear in
      let far = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
        .connect(host: "127.0.0.1", port: port) { Self.end(of: $0) }
      try await far.executeThenClose { fromFar, toFar in
        try await withThrowingTaskGroup { group in
          group.addTask { try await self.carry(fromNear, to: toFar) }
          group.addTask { try await self.carry(fromFar, to: toNear) }
          try await group.next()
          group.cancelAll()
        }
      }
    }
  }

  /// Carries bytes one way, as long as the link holds.
  private func carry(
    _ inbound: NIOAsyncChannelInboundStream<ByteBuffer>,
    to outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
  ) async throws {
    let (arrivals, arrival) = AsyncStream.makeStream(
      of: (bytes: ByteBuffer, at: ContinuousClock.Instant).self)
    try await withThrowingTaskGroup { group in
      group.addTask {
        defer { arrival.finish() }
        var free = ContinuousClock.now
        for try await bytes in inbound {
          free = max(free, .now) + .seconds(1) * bytes.readableBytes / self.rate
          // What does not fit on the line waits at its beginning.
          try await Task.sleep(until: free)
          arrival.yield((bytes, free + self.delay))
        }
      }
      group.addTask {
        for await (bytes, instant) in arrivals {
          try await Task.sleep(until: instant)
          if await self.isCut { continue }
          try await outbound.write(bytes)
        }
      }
      try await group.waitForAll()
    }
  }

  private static func end(
    of channel: any Channel
  ) -> EventLoopFuture<NIOAsyncChannel<ByteBuffer, ByteBuffer>> {
    channel.eventLoop.makeCompletedFuture {
      try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
    }
  }
}
