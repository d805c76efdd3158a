import TestSupport

/// Somebody at a keyboard who does anything, and now and then what a dashboard asks for.
struct Typist {
  private static let words = [
    "summary", "so many", "sudo systemctl stop", "yes", "yyyy", "say y", "sy", "s y", "Dy", "Ry",
    "*s3\r", "vjjs", "aj\r", "/sy\u{1B}", "?q", "jjjj", "gG", " js", "*D", "u", "z", "z", "n",
    "3\r", "2", "31\t", "5\tj", ":stop state:running\r", ":sy\r",
  ]
  /// Whole sequences that terminals send; none of them is an answer.
  private static let sequences = [
    "[A", "[B", "[5~", "[6~", "[3~", "[3;5~", "OA", "[<0;5;5M", "[M yy", "[I", "[O", "[12;40R",
    "[?1;2c", "[99;5u", "[121;3u", "[121;1:3u", "y", "s", "D", "\r", "\u{7F}", "",
    "]11;rgb:dddd/yyyy/ssss\u{07}", "]52;c;eXN5\u{1B}\\", "P>|yterm\u{1B}\\",
    "[200~y\ry3\r\u{1B}[201~", "[200~summary\u{1B}[201~",
  ].map { "\u{1B}" + $0 }

  /// Something that is typed without looking.
  static func something(_ random: inout Generator) -> String {
    if Int.random(in: 0..<3, using: &random) == 0 {
      return sequences.randomElement(using: &random) ?? ""
    }
    return words.randomElement(using: &random) ?? ""
  }

  /// `text` as the link delivers it: in pieces, with pauses between them.
  static func pieces(
    of text: String, _ random: inout Generator
  ) -> [(bytes: [UInt8], pause: Duration)] {
    let pauses: [Duration] = [
      .zero, .milliseconds(5), .milliseconds(24), .milliseconds(60), .milliseconds(120),
      .milliseconds(399), .milliseconds(450), .seconds(1.1),
    ]
    let longest = [1, 1, 3, 100].randomElement(using: &random) ?? 1
    var rest = Array(text.utf8)[...]
    var pieces: [(bytes: [UInt8], pause: Duration)] = []
    while !rest.isEmpty {
      let piece = rest.prefix(Int.random(in: 1...longest, using: &random))
      rest = rest.dropFirst(piece.count)
      pieces.append((Array(piece), pauses.randomElement(using: &random) ?? .zero))
    }
    return pieces
  }
}
