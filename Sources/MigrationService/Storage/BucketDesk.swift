import Migration
import OMSWire

/// Answers questions about buckets, for callers who may name the places within its bounds.
struct BucketDesk: Sendable {
  private let listing: any StorageListing
  private let bounds: Bounds
  private let gate: QuestionGate
  private let patience: Duration

  /// A desk that has `listing` look.
  ///
  /// - Parameters:
  ///   - listing: What looks.
  ///   - bounds: The places that callers may name.
  ///   - gate: How many questions are answered at once, whoever asks.
  ///   - patience: How long a store may take to answer.
  init(
    _ listing: any StorageListing, within bounds: Bounds, _ gate: QuestionGate = QuestionGate(),
    patience: Duration = .seconds(60)
  ) {
    self.listing = listing
    self.bounds = bounds
    self.gate = gate
    self.patience = patience
  }

  /// The buckets of an account.
  ///
  /// - Throws: ``ServiceError``, or `CancellationError`.
  func buckets(_ request: StorageRequest) async throws -> [String] {
    guard let keys = try request.keys() else {
      throw ServiceError(.valueNotAllowed, "\(request.place.provider) has no list of buckets")
    }
    return try await ask { try await listing.buckets(request.place, keys: keys) }
  }

  /// A page of what a folder holds.
  ///
  /// - Throws: ``ServiceError``, or `CancellationError`.
  func objects(_ request: StorageRequest) async throws -> ObjectListing {
    let page = try request.page()
    return try await folder(
      page.folder, FolderLook(after: page.marker, limit: page.limit), request)
  }

  /// Whether there are objects whose keys begin with what is asked for.
  ///
  /// - Throws: ``ServiceError``, or `CancellationError`.
  func hasPrefix(_ request: StorageRequest) async throws -> Bool {
    let prefix = try request.prefix()
    let folder = prefix.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(prefix[...$0]) }
    let found = try await self.folder(
      folder ?? "", FolderLook(beginning: prefix, limit: 1), request)
    return !found.objects.isEmpty
  }

  /// Checks that a file is a list of addresses.
  ///
  /// - Throws: ``ServiceError`` when it is none, or `CancellationError`.
  func check(_ request: AddressListRequest) async throws {
    let fault = try await ask {
      try await listing.faultOfAddresses(request.key, in: request.place, keys: request.keys)
    }
    if let fault {
      throw ServiceError(.sourceInvalid, fault.hasSuffix(".") ? String(fault.dropLast()) : fault)
    }
  }

  private func folder(
    _ folder: String, _ look: FolderLook, _ request: StorageRequest
  ) async throws -> ObjectListing {
    var place = request.place
    place.keys = folder.isEmpty ? [] : [folder]
    guard bounds.allows(place) else {
      throw ServiceError(.sourceInvalid, "the place is not one that may be used")
    }
    var look = look
    look.roots = bounds.roots
    let keys = try request.keys()
    return try await ask { [look, place] in try await page(place, keys, look) }
  }

  /// A folder that is not there is one that holds nothing; a bucket that is not there is a mistake.
  private func page(
    _ place: StorageLocation, _ keys: StorageKeys?, _ look: FolderLook
  ) async throws -> ObjectListing {
    do {
      return try await listing.page(place, keys: keys, look)
    } catch let problem as MoverProblem where problem.isAbsence && !place.keys.isEmpty {
      var bucket = place
      bucket.keys = []
      do {
        _ = try await listing.page(bucket, keys: keys, FolderLook(limit: 1, roots: look.roots))
      } catch let problem as MoverProblem where !problem.isAbsence {
        // It is there: whoever may not list all of it has asked about a part.
      }
      return ObjectListing(objects: [])
    }
  }

  private func ask<Value: Sendable>(
    _ body: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    do {
      return try await gate.pass { try await inTime(body) }
    } catch let problem as MoverProblem {
      let words = problem.description
      throw ServiceError(
        .sourceUnreadable, words.hasSuffix(".") ? String(words.dropLast()) : words)
    }
  }

  private func inTime<Value: Sendable>(
    _ body: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    try await withThrowingTaskGroup(of: Value?.self) { group in
      defer { group.cancelAll() }
      group.addTask { try await body() }
      group.addTask { [patience] in
        try await Task.sleep(for: patience)
        return nil
      }
      guard let value = try await group.next() ?? nil else {
        throw ServiceError(
          .sourceUnreadable, "it has not answered within \(patience.components.seconds) seconds")
      }
      return value
    }
  }
}
