import Migration

/// Which objects of a bucket an order means, as rclone's filter rules.
///
/// The rules are relative to the bucket itself: from a root inside the bucket rclone loses names
/// such as `a//b` without a word.
enum ObjectFilter {
  /// The lines of a `--filter-from` file; empty when the whole bucket is meant.
  static func rules(for order: MoveOrder) -> [String] {
    let keys = order.source.location.keys.filter { $0 != "/" }
    let isWhole = keys.isEmpty || keys.contains("")
    guard !isWhole else { return [] }
    let rules = keys.map { "+ " + rule(for: $0, kind: order.kind, in: order.source.location) }
    return rules + ["- /**"]
  }

  /// The names of the single objects that an order selects, in rclone's spelling.
  static func singleObjects(of order: MoveOrder) -> [String] {
    guard order.kind == .object, order.selection == nil else { return [] }
    let keys = order.source.location.keys
    guard !keys.contains("/"), !keys.contains("") else { return [] }
    return keys.filter { !$0.hasSuffix("/") }
      .map { ObjectName.spell(relative($0, in: order.source.location)) }
  }

  /// The names of the objects of a store that an order means, when it means few by their names alone:
  /// these are asked for one by one, and nobody needs to be allowed to list what lies beside them.
  ///
  /// - Returns: The lines of a `--files-from-raw` file; `nil` when the source is to be listed.
  static func namedAlone(by order: MoveOrder) -> [String]? {
    let names = singleObjects(of: order)
    // Who looks into a directory needs no right to, and finds out about links; how old an object is stands
    // in a list.
    guard order.changedSince == nil, order.source.location.provider != "Local",
      (1...mostNamed).contains(names.count), names.count == order.source.location.keys.count,
      names.allSatisfy({ isFoundByName($0.utf8) })
    else { return nil }
    return names
  }

  /// More are found sooner by a list.
  private static let mostNamed = 1000

  /// Whether rclone finds an object by this name, in its own spelling: it passes over names with empty
  /// parts, or takes another one, and a line has to hold one.
  static func isFoundByName(_ name: some Sequence<UInt8>) -> Bool {
    let slash = UInt8(ascii: "/")
    var previous = slash
    for byte in name {
      if byte == slash && previous == slash || byte == 0x0A || byte == 0x0D { return false }
      previous = byte
    }
    return previous != slash
  }

  private static func rule(
    for key: String, kind: TaskKind, in location: CheckedLocation
  ) -> String {
    let name = "/" + escaped(ObjectName.spell(relative(key, in: location)))
    let isOneObject = kind == .object && !key.hasSuffix("/")
    return isOneObject ? guarded(name) : name + "**"
  }

  private static func relative(_ key: String, in location: CheckedLocation) -> String {
    location.provider == "Local" ? String(key.drop { $0 == "/" }) : key
  }

  private static func escaped(_ name: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      if "*?[]{}\\".unicodeScalars.contains(scalar) { escaped.append("\\") }
      escaped.append(scalar)
    }
    return String(escaped)
  }

  /// rclone trims the lines of a filter file, so a blank at the end becomes a set of one blank.
  private static func guarded(_ rule: String) -> String {
    guard let last = rule.unicodeScalars.last, last.properties.isWhitespace else { return rule }
    return String(String.UnicodeScalarView(rule.unicodeScalars.dropLast())) + "[\(last)]"
  }
}
