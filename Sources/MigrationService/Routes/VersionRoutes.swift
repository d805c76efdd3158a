import Hummingbird
import Migration
import OMSWire

/// The versions of the API, which clients ask for before they know what else to ask.
struct VersionRoutes: Sendable {
  /// Adds the routes.
  func add(to router: Router<ServiceContext>) {
    router.get("/") { request, _ in
      Response.json(.versions(), ServedVersions.all(at: request.serviceAddress))
    }
    for version in APIGeneration.allCases {
      router.get("\(version.rawValue)") { request, _ in
        Response.json(.version(), ServedVersions.one(version, at: request.serviceAddress))
      }
    }
  }
}

extension Request {
  /// The service's address as the caller wrote it, without a slash at its end.
  var serviceAddress: String { "\(head.scheme ?? "http")://\(head.authority ?? "localhost")" }
}
