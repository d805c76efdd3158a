import Hummingbird
import Migration
import OMSWire

/// The paths of OMS API v2 that are about providers, regions and buckets.
struct V2StorageRoutes: Sendable {
  private let desk: BucketDesk

  /// Routes to `desk`.
  init(_ desk: BucketDesk) {
    self.desk = desk
  }

  /// Adds the routes to those of a project.
  func add(to project: RouterGroup<ServiceContext>) {
    project.get("objectstorage/cloud-type") { request, context -> Response in
      try providers(request, context)
    }
    project.get("objectstorage/data-center") { _, context -> Response in
      _ = try context.project()
      return .json(.regions, ServedProviders.regions)
    }
    // Whoever runs this service has no statement to agree to.
    project.post("privacy-agreements") { _, context -> Response in
      _ = try context.project()
      return .empty()
    }
    let buckets = project.group("objectstorage/buckets")
    buckets.post { request, context -> Response in
      _ = try context.project()
      let question = try await StorageRequest(body: request.read(), isAboutBucket: false)
      return .json(.texts, try await desk.buckets(question))
    }
    buckets.post("objects") { request, context -> Response in
      Response.json(.objectListing, try await desk.objects(question(request, context)))
    }
    buckets.post("prefix") { request, context -> Response in
      Response.json(.prefixExists, try await desk.hasPrefix(question(request, context)))
    }
    buckets.post("regions") { _, context -> Response in
      _ = try context.project()
      throw ServiceError.notOffered(
        "a bucket is looked for where its location says, and in which region is for its provider to say"
      )
    }
    buckets.post("cdn-info") { _, context -> Response in
      _ = try context.project()
      throw ServiceError.notOffered(
        "sources are read from their own addresses, and never through source_cdn")
    }
    buckets.post("url-source-list-file") { request, context -> Response in
      _ = try context.project()
      try await desk.check(AddressListRequest(body: request.read()))
      return .empty()
    }
  }

  private func question(
    _ request: Request, _ context: ServiceContext
  ) async throws -> StorageRequest {
    _ = try context.project()
    return try await StorageRequest(body: request.read(), isAboutBucket: true)
  }

  private func providers(_ request: Request, _ context: ServiceContext) throws -> Response {
    _ = try context.project()
    let side = request.queryItems.first { $0.name == "type" }?.value
    switch side.flatMap(MigrationSide.init) {
    case .source:
      return .json(.texts, ServedProviders.sources(in: .v2) + [ServedProviders.addresses])
    case .destination: return .json(.texts, ServedProviders.destinations)
    case nil:
      let words = MigrationSide.allCases.map(\.rawValue).joined(separator: " or ")
      throw ServiceError(.parametersInvalid, "type must be \(words)")
    }
  }
}
