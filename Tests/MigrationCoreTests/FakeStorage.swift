import Synchronization

@testable import Migration

/// Buckets in memory, listed folder by folder as a service of v2 does.
final class FakeStorage: StorageBackend {
  /// The sizes of the objects by their keys.
  let contents: [String: Int64]
  let bucketRegion: BucketRegion
  /// Whether a folder is among what it holds.
  let listsItself: Bool
  /// Whether the marker of a page leads back to the same page.
  let goesInCircles: Bool
  /// What every call fails with; `nil` when it does not.
  let problem: APIProblem?
  private let asked = Mutex<[String]>([])

  /// The folders that were asked for, in order, each page.
  var folders: [String] { asked.withLock(\.self) }

  init(
    _ contents: [String: Int64] = [:],
    region: BucketRegion = BucketRegion(
      region: StorageRegion(id: "r", name: "R"), isSupported: true),
    listsItself: Bool = false, goesInCircles: Bool = false, problem: APIProblem? = nil
  ) {
    self.contents = contents
    bucketRegion = region
    self.listsItself = listsItself
    self.goesInCircles = goesInCircles
    self.problem = problem
  }

  func providers(for side: MigrationSide) async throws(APIProblem) -> [String] { ["AWS"] }
  func regions() async throws(APIProblem) -> [ProviderRegions] { [] }
  func buckets(of access: StorageAccess) async throws(APIProblem) -> [String] { ["b"] }

  func region(
    of bucket: String, access: StorageAccess
  ) async throws(APIProblem) -> BucketRegion {
    if let problem { throw problem }
    return bucketRegion
  }

  func objects(
    in folder: String, of bucket: String, region: String, access: StorageAccess,
    after marker: String, limit: Int
  ) async throws(APIProblem) -> ObjectListing {
    if let problem { throw problem }
    asked.withLock { $0.append(folder) }
    var entries: [String: ByteCount?] = [:]
    if listsItself, !folder.isEmpty { entries[folder] = .some(nil) }
    for (key, size) in contents where key.hasPrefix(folder) {
      let rest = key.dropFirst(folder.count)
      if let slash = rest.firstIndex(of: "/") {
        entries[folder + rest[...slash]] = .some(nil)
      } else {
        entries[key] = ByteCount(rawValue: size)
      }
    }
    let rest = entries.keys.sorted().filter { goesInCircles || $0 > marker }
    let page = rest.prefix(goesInCircles ? 1 : limit)
    let objects = page.map { ListedObject(key: $0, size: entries[$0] ?? nil) }
    return ObjectListing(
      objects: objects, nextMarker: rest.count > page.count ? page.last : nil)
  }

  func checkURLList(
    _ file: ListFile, region: String, keys: StorageKeys
  ) async throws(APIProblem) {
    if let problem { throw problem }
  }
}
