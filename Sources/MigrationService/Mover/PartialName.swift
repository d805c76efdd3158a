/// The names that rclone gives to files on their way, until they are complete: `NAME.1a2b3c4d.ferry-part`.
enum PartialName {
  /// What rclone is told to let them end with; no name of a user's ends so.
  static let suffix = ".ferry-part"

  /// rclone cuts the last part of a name that is longer than this, in bytes, before it adds to it.
  private static let longest = 100

  /// The name of the object that `name` is on its way to be, or `nil` when it is no such name.
  static func original(_ name: String) -> String? {
    guard name.hasSuffix(suffix) else { return nil }
    let stem = name.dropLast(suffix.count)
    let hash = stem.suffix(8)
    guard hash.count == 8, hash.allSatisfy(\.isHexDigit), stem.dropLast(8).last == "." else {
      return nil
    }
    return String(stem.dropLast(9))
  }

  /// Whether rclone may have cut `original`, so that it is only how the name begins.
  static func mayBeCut(_ original: String) -> Bool {
    (original.utf8.split(separator: UInt8(ascii: "/")).last?.count ?? 0) > longest - 4
  }
}
