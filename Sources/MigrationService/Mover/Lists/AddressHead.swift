import AsyncHTTPClient
import FoundationEssentials
import NIOHTTP1

/// What a server says of what lies at an address, before it is read.
struct AddressHead: Equatable, Sendable {
  /// In bytes; `nil` when the server does not say.
  var size: Int64?
  /// When it was last changed, as HTTP writes it; `nil` when the server does not say.
  var modified: String?

  private static let mostTries = 3
  /// From when on it is not asked again: rclone waits for five minutes, and takes a longer silence for
  /// one of the whole list.
  private static let patience = Duration.seconds(100)

  /// Asks the server, over redirects, and again where that may help.
  ///
  /// - Throws: ``AddressRefusal``, or `CancellationError`.
  static func ask(_ address: String, _ reader: AddressReader) async throws -> AddressHead {
    var tries = 0
    let end = ContinuousClock.now + patience
    while true {
      tries += 1
      do {
        return try await askOnce(address, reader)
      } catch let refusal as AddressRefusal {
        guard refusal.isPassing, tries < mostTries, .now < end else { throw refusal }
      }
      try await Task.sleep(for: .milliseconds(200 << tries))
    }
  }

  /// Some servers answer no HEAD, and some addresses are signed for a GET alone: the first byte is asked
  /// for then.
  private static func askOnce(
    _ address: String, _ reader: AddressReader
  ) async throws -> AddressHead {
    if let head = try? await send(.HEAD, address, reader) { return head }
    do {
      return try await send(.GET, address, reader)
    } catch let refusal as AddressRefusal {
      throw refusal
    } catch let error as HTTPClientError where endless.contains(error) {
      throw AddressRefusal.endless
    } catch {
      try Task.checkCancellation()
      throw AddressRefusal(reason: "The address does not answer.", isPassing: true)
    }
  }

  private static let endless: [HTTPClientError] = [.redirectCycleDetected, .redirectLimitReached]

  private static func send(
    _ method: HTTPMethod, _ address: String, _ reader: AddressReader
  ) async throws -> AddressHead {
    let answer = try await reader.send(
      method, address, range: method == .GET ? "bytes=0-0" : nil
    ).response
    // An object without bytes has no first one.
    guard (200..<300).contains(answer.status.code) || answer.status.code == 416 else {
      let status = answer.status.code
      throw AddressRefusal(
        reason: "The address answers with status \(status).",
        isPassing: status == 429 || status >= 500)
    }
    let range = answer.headers.first(name: "Content-Range")?.split(separator: "/").last
    let length = answer.headers.first(name: "Content-Length").flatMap(Int64.init)
    let isPart = [206, 416].contains(answer.status.code)
    return AddressHead(
      size: isPart ? range.flatMap { Int64($0) } : length,
      modified: answer.headers.first(name: "Last-Modified"))
  }
}
