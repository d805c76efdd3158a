extension String {
  /// Whether `other` occurs in this text, whatever the case of its letters.
  ///
  /// ASCII, which nearly all names are, is compared in place: a filter looks at every task.
  func contains(ignoringCase other: String) -> Bool {
    guard utf8.allSatisfy({ $0 < 0x80 }), other.utf8.allSatisfy({ $0 < 0x80 }) else {
      return lowercased().contains(other.lowercased())
    }
    var rest = utf8[...]
    while rest.count >= other.utf8.count {
      if rest.starts(with: other.utf8, by: { Self.lower($0) == Self.lower($1) }) { return true }
      guard rest.popFirst() != nil else { return false }
    }
    return false
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    (65...90).contains(byte) ? byte | 0x20 : byte
  }
}
