import Migration

/// Tells by its name alone whether an object is one that an order means: what the filter rules tell
/// rclone, said another way.
struct ObjectSelector {
  private let keys: [[UInt8]]
  private let kind: TaskKind

  /// The selector of an order.
  init(_ order: MoveOrder) {
    kind = order.kind
    let isLocal = order.source.location.provider == "Local"
    let keys = order.source.location.keys.filter { $0 != "/" }
    self.keys =
      keys.contains("")
      ? [] : keys.map { Array(isLocal ? String($0.drop { $0 == "/" }).utf8 : $0.utf8) }
  }

  /// Whether the object with this name is meant.
  func selects(_ name: [UInt8]) -> Bool {
    keys.isEmpty
      || keys.contains { key in
        kind == .object && key.last != UInt8(ascii: "/") ? name == key : name.starts(with: key)
      }
  }
}
