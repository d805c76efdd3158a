package import Migration

/// Goes through a bucket folder by folder, as a service lists it.
package struct BucketWalk: Sendable {
  private let storage: any StorageBackend
  private let bucket: StorageLocation
  private let access: StorageAccess

  /// As many as the documents of the call show.
  private static let pageSize = 100

  /// A walk.
  ///
  /// - Parameters:
  ///   - storage: The service that lists.
  ///   - bucket: The bucket; its keys say nothing here.
  ///   - access: What opens it.
  package init(_ storage: any StorageBackend, bucket: StorageLocation, access: StorageAccess) {
    self.storage = storage
    self.bucket = bucket
    self.access = access
  }

  /// Counts the objects that `task` would move, which is one of type `object` or `prefix`.
  ///
  /// - Parameters:
  ///   - task: The task.
  ///   - progress: Called with the sums so far, after each page.
  /// - Returns: The sums of the whole source.
  /// - Throws: ``APIProblem``.
  package func count(
    _ task: NewTask, progress: (SourceTally) -> Void
  ) async throws(APIProblem) -> SourceTally {
    var tally = SourceTally()
    let choice = Choice(of: task)
    for (bytes, names) in choice.folders.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let folder = String(decoding: bytes, as: UTF8.self)
      var awaited = names.singles
      try await eachPage(of: folder) { objects throws(APIProblem) in
        for object in objects {
          let isWanted =
            awaited.remove(Array(object.key.utf8)) != nil
            || names.starts.contains { object.key.utf8.starts(with: $0.utf8) }
          guard isWanted else { continue }
          if let size = object.size {
            tally.add(size.rawValue)
          } else {
            try await self.add(folder: object.key, to: &tally, progress: progress)
          }
        }
        progress(tally)
      }
      tally.missing += awaited.map { String(decoding: $0, as: UTF8.self) }.sorted()
    }
    return tally
  }

  /// The objects and folders of one folder, which ends in `/`; empty means the bucket itself.
  package func folder(_ folder: String) async throws(APIProblem) -> [ListedObject] {
    var all: [ListedObject] = []
    try await eachPage(of: folder) { objects throws(APIProblem) in all += objects }
    return all
  }

  private func add(
    folder: String, to tally: inout SourceTally, progress: (SourceTally) -> Void
  ) async throws(APIProblem) {
    var open = [folder]
    while let folder = open.popLast() {
      try await eachPage(of: folder) { objects throws(APIProblem) in
        for object in objects {
          if let size = object.size {
            tally.add(size.rawValue)
          } else {
            open.append(object.key)
          }
        }
        progress(tally)
      }
    }
  }

  private func eachPage(
    of folder: String, _ body: ([ListedObject]) async throws(APIProblem) -> Void
  ) async throws(APIProblem) {
    var marker = ""
    var seen: Set<[UInt8]> = [[]]
    while true {
      let page = try await storage.objects(
        in: folder, of: bucket.bucket, region: bucket.region, access: access, after: marker,
        limit: Self.pageSize)
      // A folder that lists itself is not gone into again.
      try await body(page.objects.filter { $0.size != nil || $0.key != folder })
      guard let next = page.nextMarker else { return }
      guard seen.insert(Array(next.utf8)).inserted else {
        throw APIProblem(.restlessList, kind: .unreadable)
      }
      marker = next
    }
  }
}

/// What of a bucket a task means, by the folders that have to be listed for it.
///
/// Keys are bytes here: two forms of one letter are two keys to a bucket, and one text to Swift.
private struct Choice {
  /// What is wanted of one folder.
  struct Names {
    /// Objects.
    var singles: Set<[UInt8]> = []
    /// Beginnings of keys of objects and folders.
    var starts: [String] = []
  }

  private(set) var folders: [[UInt8]: Names] = [:]

  init(of task: NewTask) {
    let keys = task.source.keys.filter { $0 != "/" }
    let isWhole = keys.isEmpty || keys.contains("")
    let isStart = { (key: String) in task.kind == .prefix || key.hasSuffix("/") }
    // What begins as something does that is wanted already is no choice of its own.
    var starts: [String] = []
    for key in isWhole ? [""] : keys.filter(isStart).sorted(by: { $0.utf8.count < $1.utf8.count })
    where !starts.contains(where: { key.utf8.starts(with: $0.utf8) }) {
      starts.append(key)
    }
    for start in starts { folders[Self.folder(of: start), default: Names()].starts.append(start) }
    for key in keys
    where !isStart(key) && !starts.contains(where: { key.utf8.starts(with: $0.utf8) }) {
      folders[Self.folder(of: key), default: Names()].singles.insert(Array(key.utf8))
    }
  }

  /// The folder that has the object `key`, or those whose keys begin so.
  private static func folder(of key: String) -> [UInt8] {
    key.utf8.lastIndex(of: UInt8(ascii: "/")).map { Array(key.utf8[...$0]) } ?? []
  }
}
