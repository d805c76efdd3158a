import Migration
import MigrationCore
import MigrationService

/// Who looks into buckets for a command: the service where it can (API v2), or this machine for the
/// local service, which moves objects with what this machine has.
enum StorageDesk {
  case service(any StorageBackend)
  case here

  /// Who looks into buckets for the users of a service.
  ///
  /// - Throws: `APIProblem` when nobody does: API v1 has no calls for it, and what another machine
  ///   reaches cannot be seen from here.
  init(_ connection: Connection) async throws(APIProblem) {
    do throws(APIProblem) {
      self = .service(try await connection.backend.storage())
    } catch {
      guard error.fact == .noStorageQuestions, connection.endpoint.isOnThisMachine else {
        throw error
      }
      self = .here
    }
  }

  /// What a folder holds.
  ///
  /// - Throws: `APIProblem` or ``Failure``.
  func folder(_ place: StorageLocation, keys: StorageKeys?) async throws -> [ListedObject] {
    switch self {
    case .service(let storage):
      let access = StorageAccess(provider: place.provider, keys: keys)
      return try await BucketWalk(storage, bucket: place, access: access)
        .folder(place.keys.first ?? "")
    case .here:
      return try await Self.listing(place.text ?? place.shortName) {
        try await $0.folder(place, keys: keys)
      }
    }
  }

  /// The buckets of an account.
  ///
  /// - Throws: `APIProblem` or ``Failure``.
  func buckets(_ account: StorageLocation, keys: StorageKeys) async throws -> [String] {
    switch self {
    case .service(let storage):
      return try await storage.buckets(
        of: StorageAccess(provider: account.provider, keys: keys))
    case .here:
      return try await Self.listing(account.provider) { try await $0.buckets(account, keys: keys) }
    }
  }

  /// The providers and regions that there are to choose from.
  ///
  /// - Throws: `APIProblem`.
  func choice() async throws(APIProblem) -> StorageChoice {
    switch self {
    case .service(let storage):
      return StorageChoice(
        sources: try await storage.providers(for: .source),
        destinations: try await storage.providers(for: .destination),
        regions: try await storage.regions())
    case .here:
      return StorageChoice(
        sources: ServedProviders.sources, destinations: ServedProviders.destinations, regions: [])
    }
  }

  private static func listing<Value>(
    _ name: String, _ body: (SourceListing) async throws -> Value
  ) async throws -> Value {
    do {
      return try await body(SourceListing(program: try await RcloneProgram.find()))
    } catch let problem as MoverProblem {
      throw Failure(listing: name, problem)
    }
  }
}
