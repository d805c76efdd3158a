import AsyncHTTPClient
import FoundationEssentials
import Migration
import SystemPackage

/// Holds a run against a listing of the source that was made another way: what the copy does not see,
/// its own list does not have either.
final class SourceAudit {
  /// What is no object and so was left out, with the reason.
  let leftOut: UnmovedLog
  /// Objects of the source that nothing has become of.
  let missed: UnmovedLog
  /// Folder objects, which have no bytes and which rclone passes over.
  let folders: UnmovedLog

  /// The status with which the bucket refused to be listed again; `nil` when it did not.
  private(set) var refusal: UInt?

  /// How many entries are looked at before others may have the thread.
  private static let stride = 1000

  private let order: MoveOrder

  /// Nothing has been looked through yet.
  ///
  /// - Throws: `Errno` when there is no room for what will be found.
  init(_ order: MoveOrder) throws {
    self.order = order
    leftOut = try UnmovedLog("found-left-out", in: order.directory)
    missed = try UnmovedLog("found-missed", in: order.directory)
    folders = try UnmovedLog("found-folders", in: order.directory)
  }

  /// Looks through a source that is a directory or a bucket that can be asked without rclone; any
  /// other one is taken as it was listed, and so is a bucket that does not answer.
  ///
  /// - Parameters:
  ///   - client: Asks the bucket.
  ///   - fate: What has become of an object, by its name in rclone's spelling.
  /// - Throws: `CancellationError`, or `Errno` when there is no room for what is found.
  func look(client: HTTPClient, fate: (String) throws -> ObjectFate?) async throws {
    guard order.selection == nil else { return }
    if order.source.location.provider == "Local" {
      try await lookThroughDirectory(fate)
    } else if let bucket = S3Bucket(order.source, client: client) {
      do {
        try await lookThrough(bucket, fate)
      } catch let refused as S3Bucket.Refused {
        refusal = refused.status
      }
    }
  }

  private func lookThroughDirectory(
    _ fate: (String) throws -> ObjectFate?
  ) async throws {
    let selector = ObjectSelector(order)
    let walk = DirectoryWalk(FilePath(order.source.location.bucket))
    var count = 0
    while let entry = walk.next() {
      count += 1
      if count.isMultiple(of: Self.stride) {
        try Task.checkCancellation()
        await Task.yield()
      }
      guard selector.selects(entry.name) else { continue }
      let name = ObjectName.spell(NameBytes.text(entry.name[...]))
      switch entry.kind {
      case .directory: break
      case .unreadable:
        try leftOut.add(name + "/", "The directory cannot be read.")
      case .link:
        try leftOut.add(name, "It is a symbolic link, which is not followed.")
      case .special:
        try leftOut.add(name, "It is a socket, a pipe or a device, which has nothing to copy.")
      // What came after the run had begun is no part of it.
      case .file where entry.changed < order.began: try note(name, fate)
      case .file: break
      }
    }
  }

  private func lookThrough(
    _ bucket: S3Bucket, _ fate: (String) throws -> ObjectFate?
  ) async throws {
    let selector = ObjectSelector(order)
    let began = Self.text(order.began)
    let since = order.changedSince.map(Self.text)
    for prefix in selector.prefixes {
      try await bucket.list(prefix) { objects in
        for object in objects
        where object.modified <= began && since.map({ object.modified >= $0 }) ?? true
          && selector.selects(Array(object.key.utf8))
        {
          if object.size == 0, object.key.utf8.last == UInt8(ascii: "/") {
            try folders.add(ObjectName.spell(object.key))
          } else {
            try note(ObjectName.spell(object.key), fate)
          }
        }
        await Task.yield()
      }
    }
  }

  private func note(_ name: String, _ fate: (String) throws -> ObjectFate?) throws {
    switch try fate(name) {
    case nil, .heard: try missed.add(name)
    case .pending, .setOut, .failed, .skipped, .before, .arrived: break
    }
  }

  /// `2025-01-01T00:00:00`, in UTC.
  private static func text(_ date: Date) -> String {
    String(date.formatted(.iso8601).prefix(19))
  }
}
