/// Whether a service is there at all.
package enum ServiceHealth {
  /// Whether `GET /healthz` is answered, with whatever status.
  ///
  /// - Parameters:
  ///   - endpoint: Where the service listens.
  ///   - deadline: How long to wait for the answer.
  /// - Returns: `false` when nobody answers in time.
  package static func isAnswering(
    _ endpoint: Endpoint, within deadline: Duration = .seconds(2)
  ) async -> Bool {
    let transport = HTTPTransport(
      endpoint: endpoint, credentials: Credentials.none, projectID: "", deadline: deadline)
    return (try? await transport.send("GET", "/healthz")) != nil
  }
}
