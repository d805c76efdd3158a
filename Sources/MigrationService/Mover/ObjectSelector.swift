import Migration

/// Tells by its name alone whether an object is one that an order means: what the filter rules tell
/// rclone, said another way.
///
/// A name costs the same however many keys there are.
struct ObjectSelector {
  private let isWhole: Bool
  private let singles: Set<[UInt8]>
  private let starts: Set<[UInt8]>
  private let lengths: [Int]

  /// Above this many, a list of the whole bucket is shorter than one for each.
  private static let mostLists = 100

  /// The selector of an order.
  init(_ order: MoveOrder) {
    let isLocal = order.source.location.provider == "Local"
    let keys = order.source.location.keys.filter { $0 != "/" }
    isWhole = keys.isEmpty || keys.contains("")
    let names = keys.map { Array(isLocal ? String($0.drop { $0 == "/" }).utf8 : $0.utf8) }
    let isStart = { (name: [UInt8]) in order.kind != .object || name.last == UInt8(ascii: "/") }
    singles = Set(names.filter { !isStart($0) })
    starts = Set(names.filter(isStart))
    lengths = Set(starts.map(\.count)).sorted()
  }

  /// What the names begin with of all objects that are meant and are not single ones.
  var prefixes: [String] {
    isWhole || starts.count > Self.mostLists
      ? [""] : starts.map { String(decoding: $0, as: UTF8.self) }
  }

  /// What the names begin with of all objects that are meant, in order and none within another; `nil`
  /// when that is nothing in particular.
  var parts: [String]? {
    guard !isWhole else { return nil }
    var parts: [[UInt8]] = []
    for part in starts.union(singles).sorted(by: { $0.lexicographicallyPrecedes($1) })
    where !(parts.last.map { part.starts(with: $0) && starts.contains($0) } ?? false) {
      parts.append(part)
    }
    return parts.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether the object with this name is meant.
  func selects(_ name: [UInt8]) -> Bool {
    isWhole || singles.contains(name)
      || lengths.contains { $0 <= name.count && starts.contains(Array(name.prefix($0))) }
  }
}
