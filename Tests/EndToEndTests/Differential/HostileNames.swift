import TestSupport

/// Names of objects that somebody has trouble with, drawn from a seed.
struct HostileNames {
  /// Pieces that have been trouble for somebody.
  private static let pieces: [[UInt8]] =
    [
      "a", "B", "b", "0", " ", "  ", ".", "..", "...", ".hidden", "-rf", "--", "~", "#", "?", "*",
      "[x]", "{a,b}", "\\", "\\n", "'", "\"", "`", "$HOME", "%2F", "%", "+", "&", "=", ";", ":",
      "|",
      "<b>", "\t", "\n", "\r", "\u{1B}[31m", "\u{7F}", "\u{1}", "é", "e\u{301}", "한", "ﬁ", "ß", "İ",
      "👩‍🚀", "\u{202E}", "\u{200B}", "\u{FEFF}", "\u{FFFD}", "\u{10FFFD}", "␀", "␊", "‛", "．", "／",
      ".1a2b3c4d.ferry-part", ".partial", "con", "aux.txt", "oms", "中文", "tail ", "tail.",
    ].map { Array($0.utf8) }

  /// Bytes that are no UTF-8.
  private static let broken: [[UInt8]] = [
    [0xFF], [0xC3], [0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4],
  ]

  private var random: Generator

  /// The names of `seed`.
  init(seed: UInt64) {
    random = Generator(seed: seed)
  }

  /// Keys of a store: any text of at most 1,024 bytes.
  mutating func keys(_ count: Int) -> [[UInt8]] {
    let special = [
      "a//b", "./c", "../d", "e/./f", "g/../h", "/i", "//j", "k/", "l//", "m/n/", ".", "..",
      String(repeating: "o", count: 1024), "p/" + String(repeating: "é", count: 511),
    ]
    var keys = Set(special.map { Array($0.utf8) })
    while keys.count < count {
      var key: [UInt8] = []
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        // Other control characters cannot stand in the list of a store that is XML.
        let piece = Self.pieces.randomElement(using: &random) ?? []
        key += piece.filter { $0 > 31 || $0 == 9 || $0 == 10 || $0 == 13 }
        if Int.random(in: 0..<3, using: &random) == 0 { key.append(UInt8(ascii: "/")) }
      }
      if !key.isEmpty { keys.insert(key) }
    }
    return keys.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Names of files: any bytes, in parts of at most 255; none is the folder of another.
  mutating func files(_ count: Int) -> [[UInt8]] {
    let long = String(repeating: "x", count: 255)
    let deep = repeatElement(String(repeating: "y", count: 200), count: 6).joined(separator: "/")
    var files: Set = [Array(long.utf8), Array(deep.utf8)]
    while files.count < count {
      var parts: [[UInt8]] = []
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        var part: [UInt8] = []
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          let isBroken = Int.random(in: 0..<6, using: &random) == 0
          part += (isBroken ? Self.broken : Self.pieces).randomElement(using: &random) ?? []
        }
        parts.append(part)
      }
      guard !parts.contains(where: { $0.count > 255 || $0 == [46] || $0 == [46, 46] }) else {
        continue
      }
      // A folder never has the name of a file.
      let folders = parts.dropLast().map { Array("d".utf8) + $0 }
      files.insert(Array((folders + parts.suffix(1)).joined(separator: [UInt8(ascii: "/")])))
    }
    return files.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
