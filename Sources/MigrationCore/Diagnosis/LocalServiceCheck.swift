package import Migration
import OMSClient

/// Looks at the local service, without starting it.
package enum LocalServiceCheck {
  /// Whether it runs, and what is wrong with it.
  ///
  /// - Parameter endpoint: Its Unix socket.
  /// - Returns: What was found; a service that does not run is as it should be.
  package static func finding(
    at endpoint: Endpoint
  ) async -> (finding: Finding, isRunning: Bool) {
    let health = await ServiceHealth.probe(endpoint, within: .seconds(5))
    guard let status = health.status else {
      return health.isThere ? (.silentLocalService(endpoint), true) : (.noLocalService, false)
    }
    if status == 200 { return (.localService(endpoint), true) }
    return (.ailingLocalService(endpoint, status: status, complaints: health.complaints), true)
  }
}
