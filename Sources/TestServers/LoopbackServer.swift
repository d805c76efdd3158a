import FoundationEssentials
package import Hummingbird
import Logging
import NIOCore

package import Migration

/// An HTTP server on loopback, on a port that the kernel picks.
package enum LoopbackServer {
  /// Has `responder` answer while `body` runs, which gets the address.
  ///
  /// - Parameters:
  ///   - responder: What answers.
  ///   - body: What is done meanwhile; the server ends with it.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` throws, or what keeps the server from running.
  package static func serving<Responder: HTTPResponder, Value: Sendable>(
    _ responder: Responder, _ body: @Sendable @escaping (Endpoint) async throws -> Value
  ) async throws -> Value where Responder.Context == BasicRequestContext {
    let (ports, port) = AsyncStream.makeStream(of: Int.self)
    let application = Application(
      responder: responder, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { channel in port.yield(channel.localAddress?.port ?? 0) },
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    return try await withThrowingTaskGroup(of: Value?.self) { group in
      group.addTask {
        try await application.run()
        return nil
      }
      group.addTask {
        var iterator = ports.makeAsyncIterator()
        let port = await iterator.next() ?? 0
        return try await body(try Endpoint("http://127.0.0.1:\(port)"))
      }
      while let value = try await group.next() {
        if let value {
          group.cancelAll()
          return value
        }
      }
      throw CancellationError()
    }
  }
}
