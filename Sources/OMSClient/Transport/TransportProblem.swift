import AsyncHTTPClient
import Glibc
import Migration
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import OMSWire
import SystemPackage

/// Tells the failures of the network apart.
struct TransportProblem {
  let endpoint: Endpoint

  /// What `error` means for a call that came as far as `arrival`.
  func failure(from error: any Error, arrival: CallFailure.Arrival) -> CallFailure {
    var failure = told(error, arrival)
    failure.isSilence = arrival == .perhaps && Self.isSilence(error)
    return failure
  }

  /// Whether that happens on a connection that is dead; not where none was had yet, and not where
  /// somebody was there and talked.
  private static func isSilence(_ error: any Error) -> Bool {
    switch error {
    case let error as HTTPClientError:
      [
        .cancelled, .readTimeout, .writeTimeout, .deadlineExceeded, .remoteConnectionClosed,
      ].contains(error)
    case let error as HTTPParserError: isEnd(error)
    case is ChannelError: true
    // So answers whoever has forgotten the connection.
    case let error as IOError:
      [ECONNRESET, EPIPE, ETIMEDOUT, ECONNABORTED].contains(error.errnoCode)
    default: error is CancellationError || Task.isCancelled
    }
  }

  private func told(_ error: any Error, _ arrival: CallFailure.Arrival) -> CallFailure {
    if error is CancellationError || (error as? HTTPClientError) == .cancelled || Task.isCancelled {
      return .cancelled(endpoint, arrival: arrival)
    }
    switch error {
    case is NIOTooManyBytesError:
      let limit = ByteCount(rawValue: Int64(HTTPTransport.largestAnswer))
      return failure(.unreadable, .answerTooLarge(limit: limit), .answered)
    case let error as HTTPClientError: return failure(from: error, arrival)
    case let error as HTTPParserError: return failure(from: error, arrival)
    case is ChannelError: return lost(arrival)
    case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError:
      return failure(.unreachable, .insecure(TLSProblem.fault(in: error)), arrival)
    default:
      let reason = Self.words(for: error)
      let fault =
        endpoint.way.proxy.map { CallFault.proxyUnreachable($0, reason: reason) }
        ?? .unreachable(reason: reason)
      return failure(.unreachable, fault, arrival, .wait)
    }
  }

  private func failure(
    from error: HTTPClientError, _ arrival: CallFailure.Arrival
  ) -> CallFailure {
    if let proxy = endpoint.way.proxy, let fault = fault(of: proxy, from: error) {
      // It was asked for a way, and nothing was sent on it.
      return failure(.unreachable, fault, .never)
    }
    switch error {
    case .connectTimeout, .readTimeout, .deadlineExceeded, .writeTimeout, .tlsHandshakeTimeout,
      .getConnectionFromPoolTimeout:
      return failure(.unreachable, .late(step: error.shortDescription), arrival, .wait)
    case .remoteConnectionClosed: return lost(arrival)
    default: return failure(.unreachable, .unasked(reason: error.shortDescription), arrival)
    }
  }

  private func fault(of proxy: Proxy, from error: HTTPClientError) -> CallFault? {
    switch error {
    case .proxyAuthenticationRequired: .proxyWantsLogin(proxy)
    case .invalidProxyResponse, .httpProxyHandshakeTimeout, .socksHandshakeTimeout:
      .proxyRefused(proxy)
    default: nil
    }
  }

  private func failure(
    from error: HTTPParserError, _ arrival: CallFailure.Arrival
  ) -> CallFailure {
    if Self.isEnd(error) { return lost(arrival) }
    return failure(.unreadable, .notHTTP(reason: Self.bounded(error)), arrival)
  }

  private static func isEnd(_ error: HTTPParserError) -> Bool {
    error == .invalidEOFState || error == .closedConnection
  }

  private func lost(_ arrival: CallFailure.Arrival) -> CallFailure {
    failure(.unreachable, .connectionLost, arrival, .wait)
  }

  private func failure(
    _ kind: APIProblem.Kind, _ fault: CallFault, _ arrival: CallFailure.Arrival,
    _ advice: ErrorCatalogue.Repeat = .no
  ) -> CallFailure {
    CallFailure(
      problem: APIProblem(.call(endpoint, fault), kind: kind), arrival: arrival, advice: advice)
  }

  private static func words(for error: any Error) -> String {
    switch error {
    case let error as IOError: return words(errno: error.errnoCode)
    case let error as NIOConnectionError:
      let first = error.connectionErrors.first?.error as? IOError
      return first.map { words(errno: $0.errnoCode) } ?? "no address of it answers"
    case SocketAddressError.unixDomainSocketPathTooLong:
      return "the path is too long for a Unix socket"
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
