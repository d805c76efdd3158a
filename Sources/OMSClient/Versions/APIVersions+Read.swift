package import Migration
import OMSWire

extension APIVersions {
  /// Asks a service which versions it speaks: `GET /`.
  ///
  /// The credentials are sent along, as some gateways want them even here.
  ///
  /// - Parameters:
  ///   - endpoint: Where the service listens.
  ///   - projectID: The project that a signature names; may be empty.
  ///   - credentials: What lets the caller in.
  ///   - deadline: How long the call may take.
  /// - Returns: What the service lists.
  /// - Throws: `APIProblem`; one of kind `APIProblem.Kind.notFound` or
  ///   `APIProblem.Kind.unreadable` comes from a service that keeps no such list.
  package static func read(
    from endpoint: Endpoint, projectID: String, credentials: any CredentialSource,
    deadline: Duration = .seconds(20)
  ) async throws(APIProblem) -> APIVersions {
    let transport = HTTPTransport(
      endpoint: endpoint, credentials: credentials, projectID: projectID, deadline: deadline)
    return try await read(through: APICaller(transport: transport, kind: .versions))
  }

  /// The same, through a caller that exists already.
  static func read(through caller: APICaller) async throws(APIProblem) -> APIVersions {
    try await caller.get(.versions(), "/")
  }
}
