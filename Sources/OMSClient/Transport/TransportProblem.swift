import AsyncHTTPClient
import Migration
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import OMSWire
import SystemPackage

/// Puts the failures of the network into words.
struct TransportProblem {
  package let endpoint: Endpoint

  /// What `error` means for a call that came as far as `arrival`.
  func failure(from error: any Error, arrival: CallFailure.Arrival) -> CallFailure {
    if error is CancellationError || (error as? HTTPClientError) == .cancelled || Task.isCancelled {
      return .cancelled(endpoint, arrival: arrival)
    }
    switch error {
    case is NIOTooManyBytesError:
      return failure(
        .unreadable,
        "the answer of \(endpoint) is larger than "
          + "\(HTTPTransport.largestAnswer >> 20) MiB; it was not read", .answered)
    case let error as HTTPClientError: return failure(from: error, arrival)
    case let error as HTTPParserError: return failure(from: error, arrival)
    case is ChannelError: return lost(arrival)
    case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError:
      let words = TLSProblem.words(for: error, endpoint: endpoint)
      return failure(.unreachable, "\(endpoint) \(words)", arrival)
    default:
      return failure(
        .unreachable, "\(endpoint) is not reachable (\(Self.words(for: error))); \(advice)",
        arrival, .wait)
    }
  }

  private func failure(
    from error: HTTPClientError, _ arrival: CallFailure.Arrival
  ) -> CallFailure {
    switch error {
    case .connectTimeout, .readTimeout, .deadlineExceeded, .writeTimeout, .tlsHandshakeTimeout,
      .getConnectionFromPoolTimeout:
      return failure(
        .unreachable,
        "\(endpoint) did not answer in time (\(error.shortDescription)); "
          + "check the network and try again", arrival, .wait)
    case .remoteConnectionClosed: return lost(arrival)
    default:
      return failure(
        .unreachable, "\(endpoint) could not be asked (\(error.shortDescription)); \(advice)",
        arrival)
    }
  }

  private func failure(
    from error: HTTPParserError, _ arrival: CallFailure.Arrival
  ) -> CallFailure {
    if error == .invalidEOFState || error == .closedConnection { return lost(arrival) }
    return failure(
      .unreadable,
      "\(endpoint) answered with something that is not HTTP "
        + "(\(Self.bounded(error))); \(advice)", arrival)
  }

  private func lost(_ arrival: CallFailure.Arrival) -> CallFailure {
    failure(
      .unreachable, "\(endpoint) closed the connection before it had answered; try again",
      arrival, .wait)
  }

  private func failure(
    _ kind: APIProblem.Kind, _ sentence: String, _ arrival: CallFailure.Arrival,
    _ advice: ErrorCatalogue.Repeat = .no
  ) -> CallFailure {
    CallFailure(
      problem: APIProblem(kind: kind, sentence: sentence), arrival: arrival, advice: advice)
  }

  private var advice: String {
    switch endpoint.place {
    case .web: "check the address and the network"
    case .socket: "start the service with 'ferry serve'"
    }
  }

  private static func words(for error: any Error) -> String {
    switch error {
    case let error as IOError: return words(errno: error.errnoCode)
    case let error as NIOConnectionError:
      let first = error.connectionErrors.first?.error as? IOError
      return first.map { words(errno: $0.errnoCode) } ?? "no address of it answers"
    default: return bounded(error)
    }
  }

  private static func words(errno code: CInt) -> String {
    String(describing: Errno(rawValue: code)).lowercased()
  }

  private static func bounded(_ error: any Error) -> String {
    String(String(describing: error).prefix(120))
  }
}
