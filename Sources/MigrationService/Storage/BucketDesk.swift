import Migration
import OMSWire

/// Answers questions about buckets, for callers who may name the places within its bounds.
struct BucketDesk: Sendable {
  private let listing: any StorageListing
  private let bounds: Bounds

  /// A desk that has `listing` look.
  init(_ listing: any StorageListing, within bounds: Bounds) {
    self.listing = listing
    self.bounds = bounds
  }

  /// The buckets of an account.
  ///
  /// - Throws: ``ServiceError``, or `CancellationError`.
  func buckets(_ request: StorageRequest) async throws -> [String] {
    guard let keys = try request.keys() else {
      throw ServiceError(.valueNotAllowed, "\(request.place.provider) has no list of buckets")
    }
    return try await look { try await listing.buckets(request.place, keys: keys) }
  }

  /// A page of what a folder holds.
  ///
  /// - Throws: ``ServiceError``, or `CancellationError`.
  func objects(_ request: StorageRequest) async throws -> ObjectListing {
    let page = try request.page()
    let all = try await folder(page.folder, request)
    let rest = all.drop {
      !page.marker.isEmpty && !page.marker.utf8.lexicographicallyPrecedes($0.key.utf8)
    }
    let objects = Array(rest.prefix(page.limit))
    return ObjectListing(
      objects: objects, nextMarker: rest.count > objects.count ? objects.last?.key : nil)
  }

  /// Whether there are objects whose keys begin with what is asked for.
  ///
  /// - Throws: ``ServiceError``, or `CancellationError`.
  func hasPrefix(_ request: StorageRequest) async throws -> Bool {
    let prefix = try request.prefix()
    let folder = prefix.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(prefix[...$0]) }
    return try await self.folder(folder ?? "", request).contains {
      $0.key.utf8.starts(with: prefix.utf8)
    }
  }

  private func folder(
    _ folder: String, _ request: StorageRequest
  ) async throws -> [Migration.ListedObject] {
    var place = request.place
    place.keys = folder.isEmpty ? [] : [folder]
    guard bounds.allows(place) else {
      throw ServiceError(.sourceInvalid, "the place is not one that may be used")
    }
    let keys = try request.keys()
    return try await look { try await listing.folder(place, keys: keys) }
  }

  private func look<Value>(_ body: () async throws -> Value) async throws -> Value {
    do {
      return try await body()
    } catch let problem as MoverProblem {
      let words = problem.description
      throw ServiceError(
        .sourceUnreadable, words.hasSuffix(".") ? String(words.dropLast()) : words)
    }
  }
}
