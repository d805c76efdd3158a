import FoundationEssentials
import NIOHTTP1
import OMSWire

/// What a service answered.
package struct HTTPAnswer: Sendable {
  /// The HTTP status.
  package var status: Int
  /// The headers.
  var headers: HTTPHeaders
  /// The body.
  package var body: [UInt8]

  /// The value of `X-Request-Id`, which support asks for.
  var requestID: String? { headers.first(name: "X-Request-Id") }
  /// The value of `Content-Type`.
  var contentType: String? { headers.first(name: "Content-Type") }
  /// How long to wait, in seconds or as a date.
  var retryAfter: String? { headers.first(name: "Retry-After") }
  /// Where a redirect points to.
  var location: String? { headers.first(name: "Location") }

  /// How far the service's clock is ahead of `date`, to the second; `nil` when it does not say.
  func clockDifference(from date: Date) -> Duration? {
    headers.first(name: "Date").flatMap(HTTPDate.date).map {
      .seconds($0.timeIntervalSince(date))
    }
  }
}
