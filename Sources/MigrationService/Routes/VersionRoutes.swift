import Hummingbird

/// The versions of the API, which clients ask for before they know what else to ask.
struct VersionRoutes: Sendable {
  /// Adds the routes.
  func add(to router: Router<ServiceContext>) {
    router.get("/") { request, _ in
      try Response.json(VersionsAnswer(versions: [.first(at: request.serviceAddress)]))
    }
    router.get("v1") { request, _ in
      try Response.json(ServedVersion.first(at: request.serviceAddress))
    }
  }
}

/// The list of versions.
private struct VersionsAnswer: Encodable {
  let versions: [ServedVersion]
}

/// One version of the API.
private struct ServedVersion: Encodable {
  let id: String
  let links: [[String: String]]
  let status: String
  let updated: String

  /// The first version, of a service at `address`.
  static func first(at address: String) -> ServedVersion {
    ServedVersion(
      id: "v1", links: [["href": "\(address)/v1/", "rel": "self"]], status: "CURRENT",
      updated: "2018-03-14T00:00:00Z")
  }
}

extension Request {
  /// The service's address as the caller wrote it, without a slash at its end.
  var serviceAddress: String { "\(head.scheme ?? "http")://\(head.authority ?? "localhost")" }
}
