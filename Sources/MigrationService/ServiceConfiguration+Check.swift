import SystemPackage

extension ServiceConfiguration {
  /// Refuses what cannot work or would not be safe.
  ///
  /// - Throws: ``ServiceProblem``.
  func check() throws(ServiceProblem) {
    guard socket.string.utf8.count <= 107 else {
      throw .socketPathTooLong(socket.string)
    }
    guard let listener else { return }
    guard !listener.accessKeys.isEmpty else { throw .needsAccessKeys }
    guard listener.tls != nil || Self.isLoopback(listener.host) else {
      throw .needsTLS(host: listener.host)
    }
  }

  private static func isLoopback(_ host: String) -> Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    let isIPv4 = parts.count == 4 && parts.allSatisfy { UInt8($0) != nil } && parts[0] == "127"
    return isIPv4 || host == "localhost" || host == "::1"
  }
}
