package import Migration

/// An address that takes events by `POST`, each a JSON object.
///
/// What stands behind its host may be a secret, so no problem ever tells more than the host.
package struct Webhook: Sendable {
  private let transport: HTTPTransport
  /// The path and the query.
  private let target: String
  private let pauses: [Duration]

  /// Half a minute altogether, for a receiver that is started again.
  package static let usualPauses: [Duration] = [.seconds(1), .seconds(5), .seconds(25)]

  /// The webhook at `address`; `nil` when that is no address of `http` or `https`.
  ///
  /// - Parameters:
  ///   - address: Where it is, with a path and a query if need be.
  ///   - deadline: How long one request may take.
  ///   - pauses: The pauses before a request is sent again that brought no answer, or one that tells
  ///     of trouble which may pass.
  ///   - way: How its host is reached.
  /// - Throws: What `way` throws.
  package init?(
    _ address: String, deadline: Duration = .seconds(15), pauses: [Duration] = Self.usualPauses,
    way: (Endpoint) throws(ConfigurationError) -> NetworkWay = { _ in NetworkWay() }
  ) throws(ConfigurationError) {
    guard let place = WebhookAddress(address) else { return nil }
    target = place.target
    var endpoint = place.endpoint
    endpoint.way = try way(endpoint)
    transport = HTTPTransport(
      endpoint: endpoint, credentials: Credentials.none, projectID: "", deadline: deadline)
    self.pauses = pauses
  }

  /// Sends `body`, and sends it again a few times where that may help.
  ///
  /// - Parameters:
  ///   - body: JSON.
  ///   - clock: What the pauses are measured with.
  /// - Throws: ``DeliveryTrouble`` of the last request.
  package func post(
    _ body: [UInt8], clock: some Clock<Duration> = ContinuousClock()
  ) async throws(DeliveryTrouble) {
    for pause in pauses {
      do {
        return try await postOnce(body)
      } catch {
        guard error.mayPass, (try? await clock.sleep(for: pause)) != nil else { throw error }
      }
    }
    try await postOnce(body)
  }

  private func postOnce(_ body: [UInt8]) async throws(DeliveryTrouble) {
    let answer: HTTPAnswer
    do {
      answer = try await transport.send("POST", target, body: body)
    } catch {
      throw .unreached(error)
    }
    guard WebhookAddress.isTaken(answer.status) else {
      throw .refused(transport.endpoint, status: answer.status)
    }
  }
}

extension DeliveryTrouble {
  /// Whether the same request may be taken a moment later.
  fileprivate var mayPass: Bool {
    switch self {
    case .unreached(let problem): problem.kind == .unreachable
    case .refused(_, let status): WebhookAddress.mayPass(status)
    case .command, .crowded, .ended: false
    }
  }
}
