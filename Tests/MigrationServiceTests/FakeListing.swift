@testable import Migration

@testable import MigrationService

/// A listing of buckets that a test fills.
struct FakeListing: StorageListing {
  /// What is in each folder, by its key; a folder that is not here cannot be listed.
  var folders: [String: [Migration.ListedObject]] = [:]
  /// The folders that are not there.
  var missing: Set<String> = []
  /// Whether nothing is ever answered.
  var isSilent = false
  /// Files of every bucket, by their keys.
  var lists: [String: String] = [:]
  /// The buckets of the account of this access key.
  var accounts: [String: [String]] = [:]

  func page(
    _ place: StorageLocation, keys: StorageKeys?, _ look: FolderLook
  ) async throws -> ObjectListing {
    if isSilent { try await Task.sleep(for: .seconds(1_000_000)) }
    let folder = place.keys.first ?? ""
    guard !missing.contains(folder) else {
      var problem = MoverProblem("There is no such folder.", code: "TRF.0155")
      problem.isAbsence = true
      throw problem
    }
    guard let objects = folders[folder] else {
      throw MoverProblem("The folder cannot be read: no right.", code: "TRF.0152")
    }
    let wanted = objects.filter { $0.key.hasPrefix(look.beginning) && $0.key > look.after }
    let part = Array(wanted.prefix(look.limit))
    return ObjectListing(
      objects: part, nextMarker: part.count < wanted.count ? part.last?.key : nil)
  }

  func faultOfAddresses(
    _ key: String, in place: StorageLocation, keys: StorageKeys?
  ) async throws -> String? {
    guard let text = lists[key] else { throw MoverProblem("There is no such object.") }
    var check = AddressListCheck()
    for line in text.utf8.split(separator: 10, omittingEmptySubsequences: false) {
      check.take(Array(line)[...])
    }
    return check.verdict
  }

  func buckets(_ account: StorageLocation, keys: StorageKeys) async throws -> [String] {
    guard let buckets = accounts[keys.accessKey] else {
      throw MoverProblem("The account is not known.", code: "TRF.0151")
    }
    return buckets
  }
}
