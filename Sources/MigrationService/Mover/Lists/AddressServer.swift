import AsyncHTTPClient
import FoundationEssentials
import HTTPTypes
import Hummingbird
import Logging
import Migration
import NIOCore
import NIOHTTP1
import Synchronization
import SystemPackage

/// Lets rclone see the addresses of a list as the objects of one place: a server on this machine that says
/// what lies at each, and sends whoever wants to read it there.
///
/// What is read goes past it, but for tasks whose hosts are bounded: rclone would look these up again and
/// follow them anywhere, so that what they read goes through this server. It answers to whoever knows its
/// path alone, which is made up for each run.
struct AddressServer: Sendable {
  private let book: AddressBook
  private let reader: AddressReader
  private let refused: Refusals
  private let path = "/" + UUID().uuidString.lowercased() + "/"

  /// A server for the list of `order`, which has been fetched.
  ///
  /// - Throws: When the list cannot be read, or there is no room.
  init(_ order: MoveOrder, _ reader: AddressReader) throws {
    book = try AddressBook(
      ListFetch.listed(in: order.directory), in: order.directory.appending("addresses.db"))
    refused = Refusals(ListFetch.refused(in: order.directory).path)
    self.reader = reader
  }

  /// Serves while `body` runs, which gets the address.
  ///
  /// - Throws: What `body` throws, or what keeps it from serving.
  func serving<Value: Sendable>(
    _ body: @escaping @Sendable (String) async throws -> Value
  ) async throws -> Value {
    let (ports, port) = AsyncStream.makeStream(of: Int.self)
    let application = Application(
      responder: CallbackResponder { (request: Request, _: BasicRequestContext) in
        try await answer(request)
      },
      configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { channel in port.yield(channel.localAddress?.port ?? 0) },
      logger: Logger(label: "ferry.addresses") { _ in SwiftLogNoOpLogHandler() })
    return try await withThrowingTaskGroup(of: Value?.self) { group in
      defer { group.cancelAll() }
      group.addTask {
        try await application.run()
        return nil
      }
      group.addTask {
        for await port in ports { return try await body("http://127.0.0.1:\(port)\(path)") }
        throw CancellationError()
      }
      while let value = try await group.next() {
        if let value { return value }
      }
      throw CancellationError()
    }
  }

  private func answer(_ request: Request) async throws -> Response {
    let asked = PercentEncoding.decoded(request.uri.path)
    guard asked.hasPrefix(path) else { return Response(status: .notFound) }
    let name = String(asked.dropFirst(path.count))
    guard let address = try await book.address(of: name) else { return Response(status: .notFound) }
    switch request.method {
    case .head: return try await tell(name, address)
    case .get where reader.hosts == nil:
      return Response(status: .found, headers: [.location: address])
    case .get: return try await pass(name, address, range: request.headers[.range])
    default: return Response(status: .methodNotAllowed)
    }
  }

  /// Says what lies at an address; of what cannot be read it says that it is not there, as any other word
  /// would end the run for all others.
  private func tell(_ name: String, _ address: String) async throws -> Response {
    do {
      let head = try await AddressHead.ask(address, reader)
      var response = Response(status: .ok)
      response.headers[.contentLength] = head.size.map { String($0) }
      response.headers[.lastModified] = head.modified
      return response
    } catch let refusal as AddressRefusal {
      try refused.add(name, refusal.reason)
      return Response(status: .notFound)
    }
  }

  /// Passes on what lies at an address, as the server there sends it.
  private func pass(_ name: String, _ address: String, range: String?) async throws -> Response {
    do {
      let answer = try await reader.send(.GET, address, range: range)
      var response = Response(
        status: HTTPResponse.Status(code: Int(answer.response.status.code)),
        body: ResponseBody { writer in
          for try await part in answer.response.body { try await writer.write(part) }
          try await writer.finish(nil)
        })
      for header in Self.passed {
        response.headers[header] = answer.response.headers.first(name: header.rawName)
      }
      return response
    } catch let refusal as AddressRefusal {
      try refused.add(name, refusal.reason)
      return Response(status: refusal.isPassing ? .badGateway : .notFound)
    } catch {
      try Task.checkCancellation()
      return Response(status: .badGateway)
    }
  }

  private static let passed: [HTTPField.Name] = [
    .contentLength, .contentRange, .contentEncoding, .acceptRanges, .lastModified, .eTag,
  ]
}

/// Writes down why addresses could not be read, whoever asks.
private final class Refusals: Sendable {
  private let path: FilePath
  private let turn = Mutex(())

  init(_ path: FilePath) {
    self.path = path
  }

  func add(_ name: String, _ reason: String) throws {
    try turn.withLock { _ in try UnmovedFile(path).append(name, reason) }
  }
}
