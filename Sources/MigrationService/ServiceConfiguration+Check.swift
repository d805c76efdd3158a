import Migration
import SystemPackage

extension ServiceConfiguration {
  /// Refuses what cannot work or would not be safe.
  ///
  /// - Throws: ``ServiceProblem``.
  func check() throws(ServiceProblem) {
    guard socket.string.utf8.count <= 107 else {
      throw .socketPathTooLong(socket.string)
    }
    if let text = urlHosts.first(where: { !HostBounds.isMeant($0) }) { throw .noHost(text) }
    guard let listener else { return }
    guard !listener.accessKeys.isEmpty else { throw .needsAccessKeys }
    guard listener.tls != nil || HostAndPort.isThisMachine(listener.host) else {
      throw .needsTLS(host: listener.host)
    }
  }
}
