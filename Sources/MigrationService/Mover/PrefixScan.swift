import AsyncHTTPClient
import FoundationEssentials
import Migration
import SystemPackage

/// The list of a source whose keys may list only those parts of a bucket that an order means.
///
/// rclone lists a bucket from its root, as from a root inside it names such as `a//b` are lost. Here
/// the parts are asked for by their prefixes, and rclone is given the names. The list is left as a child
/// that lists would have left it, so that a run takes it up like any other.
struct PrefixScan {
  private let order: MoveOrder
  private let bucket: S3Bucket
  private let prefixes: [String]
  private let files: ChildFiles

  /// The scan for `order`; `nil` where it is for rclone to list the source, or to say why it cannot.
  init?(_ order: MoveOrder, client: HTTPClient) {
    guard !order.source.listsAll, order.selection == nil,
      ObjectFilter.namedAlone(by: order) == nil,
      let prefixes = ObjectSelector(order).parts,
      let bucket = S3Bucket(order.source, client: client)
    else { return nil }
    self.order = order
    self.bucket = bucket
    self.prefixes = prefixes
    files = ChildFiles(directory: order.directory, purpose: .scan, attempt: 1)
  }

  /// The file with the names that rclone is given in a run of `order`; `nil` when it lists the source
  /// itself.
  static func names(of order: MoveOrder) -> FilePath? {
    FileManager.default.fileExists(atPath: path(order).string) ? path(order) : nil
  }

  /// Lists the prefixes.
  ///
  /// - Parameter progress: Told now and then how many objects there are so far.
  /// - Throws: ``S3Bucket/Refused`` when these may not be listed either, `Errno` when there is no room
  ///   for the list, `CancellationError`.
  func write(progress: (Int64) async -> Void) async throws {
    try FileManager.default.createDirectory(
      atPath: order.directory.string, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    let selector = ObjectSelector(order)
    let list = try DraftFile(files.output)
    let names = try DraftFile(Self.path(order))
    for prefix in prefixes {
      try await bucket.list(prefix) { objects in
        for object in objects where selector.selects(Array(object.key.utf8)) {
          // A folder object is made beside rclone, which passes it over.
          if object.size == 0, object.key.utf8.last == UInt8(ascii: "/") { continue }
          guard let listed = ListedObject(object) else { continue }
          try list.add(listed.line)
          if !order.isTooOld(listed), ObjectFilter.isFoundByName(listed.name.utf8) {
            try names.add(NameBytes.bytes(listed.name))
          }
        }
        await progress(list.count)
      }
    }
    try names.finish()
    try SmallFile.write(["0"], to: files.status)
    // Last: with this file there has been a child.
    try list.finish()
  }

  private static func path(_ order: MoveOrder) -> FilePath { order.directory.appending("listed") }
}
