import AsyncHTTPClient
import NIOCore
import NIOPosix
import SystemPackage

/// Puts the failures of the network into words.
enum TransportProblem {
  static func problem(
    from error: any Error, endpoint: Endpoint, deadline: Duration
  ) -> APIProblem {
    if error is CancellationError || (error as? HTTPClientError) == .cancelled || Task.isCancelled {
      return APIProblem(kind: .cancelled, sentence: "the call to \(endpoint) was called off")
    }
    if error is NIOTooManyBytesError {
      return APIProblem(
        kind: .unreadable,
        sentence: "the answer of \(endpoint) is larger than "
          + "\(HTTPTransport.largestAnswer >> 20) MiB; it was not read")
    }
    return APIProblem(
      kind: .unreachable, sentence: "\(endpoint) \(reason(for: error, endpoint, deadline))")
  }

  private static func reason(
    for error: any Error, _ endpoint: Endpoint, _ deadline: Duration
  ) -> String {
    switch error as? HTTPClientError {
    case .some(.connectTimeout), .some(.readTimeout), .some(.deadlineExceeded),
      .some(.writeTimeout):
      return
        "did not answer within \(deadline.components.seconds) s; check the network and try again"
    case .some(.remoteConnectionClosed):
      return "closed the connection before it answered; try again"
    case .some(let error):
      return "could not be asked (\(error.shortDescription)); check the address"
    case nil: break
    }
    if let error = error as? IOError {
      return "is not reachable (\(words(errno: error.errnoCode))); \(advice(for: endpoint))"
    }
    if let error = error as? NIOConnectionError {
      let first = error.connectionErrors.first?.error as? IOError
      let words = first.map { Self.words(errno: $0.errnoCode) } ?? "no address of it answers"
      return "is not reachable (\(words)); \(advice(for: endpoint))"
    }
    return "is not reachable (\(String(describing: error).prefix(120))); \(advice(for: endpoint))"
  }

  private static func advice(for endpoint: Endpoint) -> String {
    switch endpoint.place {
    case .web: "check the address and the network"
    case .socket: "start the service with 'ferry serve'"
    }
  }

  private static func words(errno code: CInt) -> String {
    String(describing: Errno(rawValue: code)).lowercased()
  }
}
