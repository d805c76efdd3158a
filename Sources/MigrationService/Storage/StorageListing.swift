package import Migration

/// What looks into buckets for callers.
package protocol StorageListing: Sendable {
  /// A part of what one folder holds.
  ///
  /// - Parameters:
  ///   - place: The bucket, and the folder in it as its key, or no key.
  ///   - keys: What opens it; `nil` where nothing is needed.
  ///   - look: Which part.
  /// - Returns: The first objects and folders of that part in the order of their names, their keys as the
  ///   bucket has them.
  /// - Throws: ``MoverProblem`` when it cannot be listed, or `CancellationError`.
  func page(
    _ place: StorageLocation, keys: StorageKeys?, _ look: FolderLook
  ) async throws -> ObjectListing

  /// The buckets of an account.
  ///
  /// - Parameters:
  ///   - account: The provider, and its region or address; the bucket says nothing.
  ///   - keys: What opens it.
  /// - Returns: The names in their order.
  /// - Throws: ``MoverProblem`` when they cannot be listed, or `CancellationError`.
  func buckets(_ account: StorageLocation, keys: StorageKeys) async throws -> [String]

  /// What is wrong with a list of addresses, or `nil`.
  ///
  /// - Parameters:
  ///   - key: The key of the list.
  ///   - place: The bucket that it is in.
  ///   - keys: What opens it; `nil` where nothing is needed.
  /// - Returns: The place of the first line that is none of such a list, and why.
  /// - Throws: ``MoverProblem`` when it cannot be read, or `CancellationError`.
  func faultOfAddresses(
    _ key: String, in place: StorageLocation, keys: StorageKeys?
  ) async throws -> String?
}

extension SourceListing: StorageListing {}
