package import Migration

/// What a service says about the versions of the API, and which one follows from it.
package struct VersionOffer: Equatable, Sendable {
  /// The versions, as the service names them; empty when it keeps no list.
  package var names: [String]
  /// Whether the service keeps a list.
  package var isListed: Bool
  /// The version to speak.
  package var best: APIGeneration

  /// What follows from the service's list; `nil` when it keeps none.
  init(_ versions: APIVersions?) {
    names = versions?.all.map(\.id) ?? []
    isListed = versions != nil
    best = versions?.best ?? .v1
  }

  /// Asks a service.
  ///
  /// - Throws: `APIProblem` when the answer is neither a list nor that there is none.
  static func ask(_ transport: HTTPTransport) async throws(APIProblem) -> VersionOffer {
    do {
      let caller = APICaller(transport: transport, kind: .versions)
      return VersionOffer(try await APIVersions.read(through: caller))
    } catch {
      guard error.status.map(hasNoList) ?? false else { throw error }
      return VersionOffer(nil)
    }
  }

  /// Asks the service at `endpoint`, for whoever has no client yet.
  ///
  /// - Throws: `APIProblem` when the answer is neither a list nor that there is none.
  package static func ask(
    _ endpoint: Endpoint, projectID: String, credentials: any CredentialSource, deadline: Duration
  ) async throws(APIProblem) -> VersionOffer {
    try await ask(
      HTTPTransport(
        endpoint: endpoint, credentials: credentials, projectID: projectID, deadline: deadline))
  }

  /// A page that is no list, a path that is none, or one that is not for this user.
  private static func hasNoList(_ status: Int) -> Bool {
    (200..<300).contains(status) || [400, 403, 404, 405].contains(status)
  }
}

extension APIVersions {
  /// The version to speak of those that are known here: the newest, unless the service calls an older
  /// one alone its current one.
  ///
  /// A service without a list is older than the second version.
  fileprivate var best: APIGeneration {
    let current = all.filter { $0.status == "CURRENT" }.map(\.number)
    return include(2) && current != [1] ? .v2 : .v1
  }
}
