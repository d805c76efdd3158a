import AsyncHTTPClient
import FoundationEssentials
import Migration
import SystemPackage

/// Makes folder objects at a destination: objects of no bytes whose keys end with a slash, which
/// rclone passes over.
struct FolderObjects {
  /// What became of one.
  enum Made: Equatable, Sendable {
    case arrived, thereAlready
    case failed(String)
  }

  private enum Place {
    case directory(FilePath)
    case bucket(S3Bucket, folder: String, isSeen: Bool)
    case elsewhere
  }

  private let place: Place
  private let width: Int

  /// The folder objects at the destination of `order`.
  init(_ order: MoveOrder, client: HTTPClient) {
    let location = order.destination.location
    let folder = (location.keys.first ?? "").unicodeScalars.split(separator: "/")
      .map { String($0) + "/" }.joined()
    if location.provider == "Local" {
      place = .directory(FilePath(location.bucket).appending(folder))
      // One that lies in another would make that one too, and it would seem to have been there.
      width = 1
    } else if let bucket = S3Bucket(order.destination, client: client) {
      place = .bucket(bucket, folder: folder, isSeen: order.destination.seesObjects)
      width = Swift.max(1, order.transfers)
    } else {
      place = .elsewhere
      width = 1
    }
  }

  /// Makes those that are missing, several at a time in a bucket, one after the other in a directory.
  ///
  /// - Returns: What became of each, in the order of `keys`.
  /// - Throws: `CancellationError`.
  func make(_ keys: [String]) async throws -> [Made] {
    var made: [Made] = []
    while made.count < keys.count {
      try Task.checkCancellation()
      let some = keys[made.count...].prefix(width)
      made += await withTaskGroup { group in
        for (index, key) in some.enumerated() { group.addTask { (index, await make(key)) } }
        return await group.reduce(into: [Int: Made]()) { $0[$1.0] = $1.1 }
          .sorted { $0.key < $1.key }.map(\.value)
      }
    }
    return made
  }

  private func make(_ key: String) async -> Made {
    do {
      switch place {
      case .directory(let directory): return try Self.makeDirectory(key, in: directory)
      case .bucket(let bucket, let folder, let isSeen):
        guard isSeen else {
          return .failed("The keys for the destination may not look whether the folder is there.")
        }
        guard try await !bucket.has(folder + key) else { return .thereAlready }
        try await bucket.putEmpty(folder + key)
        return .arrived
      case .elsewhere:
        return .failed("It is a folder of no bytes, which cannot be made at this destination.")
      }
    } catch let refused as S3Bucket.Refused {
      return .failed("The destination refuses the folder, with status \(refused.status).")
    } catch {
      return .failed("The folder could not be made: \(error)")
    }
  }

  private static func makeDirectory(_ key: String, in directory: FilePath) throws -> Made {
    let names = key.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    guard names.allSatisfy({ !["", ".", ".."].contains($0) }) else {
      return .failed("Its name is none that a directory can have.")
    }
    let path = directory.appending(key).string
    var isDirectory = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) {
      return isDirectory ? .thereAlready : .failed("There is a file of that name.")
    }
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return .arrived
  }
}
