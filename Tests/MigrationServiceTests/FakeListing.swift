import MigrationService

@testable import Migration

/// A listing of buckets that a test fills.
struct FakeListing: StorageListing {
  /// What is in each folder, by its key; a folder that is not here cannot be listed.
  var folders: [String: [Migration.ListedObject]] = [:]
  /// The buckets of the account of this access key.
  var accounts: [String: [String]] = [:]

  func folder(
    _ place: StorageLocation, keys: StorageKeys?
  ) async throws -> [Migration.ListedObject] {
    guard let objects = folders[place.keys.first ?? ""] else {
      throw MoverProblem("The folder cannot be read: no right.", code: "TRF.0152")
    }
    return objects
  }

  func buckets(_ account: StorageLocation, keys: StorageKeys) async throws -> [String] {
    guard let buckets = accounts[keys.accessKey] else {
      throw MoverProblem("The account is not known.", code: "TRF.0151")
    }
    return buckets
  }
}
