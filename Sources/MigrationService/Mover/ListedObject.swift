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
}
