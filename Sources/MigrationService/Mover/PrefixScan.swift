import AsyncHTTPClient
import Migration

/// The list of a source whose keys may list only those parts of a bucket that an order means.
///
/// rclone lists a bucket from its root, as from a root inside it names such as `a//b` are lost. Here
/// the parts are asked for by their prefixes, and rclone is given the names.
struct PrefixScan {
  private let order: MoveOrder
  private let bucket: S3Bucket
  private let prefixes: [String]

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
  }

  /// Lists the prefixes.
  ///
  /// - Parameter progress: Told now and then how many objects there are so far.
  /// - Throws: ``S3Bucket/Refused`` when these may not be listed either, `Errno` when there is no room
  ///   for the list, `CancellationError`.
  func write(progress: (Int64) async -> Void) async throws {
    let selector = ObjectSelector(order)
    let list = try PreparedList(order)
    for prefix in prefixes {
      try await bucket.list(prefix) { objects in
        for object in objects where selector.selects(Array(object.key.utf8)) {
          // A folder object is made beside rclone, which passes it over.
          if object.size == 0, object.key.utf8.last == UInt8(ascii: "/") { continue }
          if let listed = ListedObject(object) { try list.add(listed) }
        }
        await progress(list.count)
      }
    }
    try list.finish()
  }
}
