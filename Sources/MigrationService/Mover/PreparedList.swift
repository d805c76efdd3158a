import FoundationEssentials
import Migration
import SystemPackage

/// The list of a source that is made before its run, with the names that rclone is given of it.
///
/// It is left as a child that lists would have left it, so that a run takes it up like any other.
final class PreparedList {
  private let order: MoveOrder
  private let files: ChildFiles
  private let list: DraftFile
  private let names: DraftFile

  /// An empty list for `order`, which is there once it is finished.
  ///
  /// - Throws: `Errno` when there is no room for it.
  init(_ order: MoveOrder) throws {
    self.order = order
    try FileManager.default.createDirectory(
      atPath: order.directory.string, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    files = ChildFiles(directory: order.directory, purpose: .scan, attempt: 1)
    list = try DraftFile(files.output)
    names = try DraftFile(Self.path(order))
  }

  /// The file with the names that rclone is given in a run of `order`; `nil` when no list was prepared.
  static func names(of order: MoveOrder) -> FilePath? {
    FileManager.default.fileExists(atPath: path(order).string) ? path(order) : nil
  }

  /// How many objects there are so far.
  var count: Int64 { list.count }

  /// Adds an object; one that is too old is listed and not named.
  func add(_ object: ListedObject) throws {
    try list.add(object.line)
    if !order.isTooOld(object) { try name(object.name) }
  }

  /// Has rclone be given a name, in its own spelling, be it listed or not.
  func name(_ name: String) throws {
    if ObjectFilter.isFoundByName(name.utf8) { try names.add(NameBytes.bytes(name)) }
  }

  /// Leaves the list, which is whole.
  func finish() throws {
    try names.finish()
    try SmallFile.write(["0"], to: files.status)
    // Last: with this file there has been a child.
    try list.finish()
  }

  private static func path(_ order: MoveOrder) -> FilePath { order.directory.appending("listed") }
}
