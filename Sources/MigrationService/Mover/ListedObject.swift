import FoundationEssentials

/// A line of the list of the source: `size;seconds;name`.
struct ListedObject: Equatable {
  /// In bytes; 0 when the source does not say.
  let size: Int64
  /// Seconds since 1970.
  let modified: Int64
  /// In rclone's spelling.
  let name: String

  /// Reads a line; `nil` when it is none of the list.
  init?(_ line: ArraySlice<UInt8>) {
    let parts = line.split(
      separator: UInt8(ascii: ";"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let size = Int64(String(decoding: parts[0], as: UTF8.self)),
      let modified = Int64(String(decoding: parts[1], as: UTF8.self)), !parts[2].isEmpty
    else { return nil }
    self.size = max(0, size)
    self.modified = modified
    name = NameBytes.text(parts[2])
  }

  /// An object of the list of a store; `nil` when it says no time.
  init?(_ object: S3ListPage.Object) {
    guard let modified = try? Date(object.modified + "Z", strategy: .iso8601) else { return nil }
    size = max(0, object.size)
    self.modified = Int64(saturating: modified.timeIntervalSince1970)
    name = ObjectName.spell(object.key)
  }

  /// The line of the list.
  var line: [UInt8] { Array("\(size);\(modified);".utf8) + NameBytes.bytes(name) }
}

extension MoveOrder {
  /// Whether an object has not changed since the moment from which on objects are to be moved.
  func isTooOld(_ object: ListedObject) -> Bool {
    changedSince.map {
      object.modified < Int64(saturating: $0.timeIntervalSince1970.rounded(.down))
    } ?? false
  }
}
