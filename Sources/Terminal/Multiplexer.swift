/// A program that shows others in a terminal, and passes not all on that they send.
///
/// The raw value is its name.
package enum Multiplexer: String, CaseIterable, Sendable {
  /// Passes a clipboard on where it is told to (`set-clipboard on`).
  case tmux
  /// Passes on what is marked for it, in pieces.
  case screen = "GNU screen"

  /// What `environment` says that the program runs in; the inner one of two.
  init?(environment: [String: String]) {
    if environment["TMUX"].map({ !$0.isEmpty }) ?? false {
      self = .tmux
    } else if environment["STY"].map({ !$0.isEmpty }) ?? false {
      self = .screen
    } else {
      return nil
    }
  }

  /// The most bytes of a piece; GNU screen keeps 768 and shows the rest.
  private static let largestPiece = 500

  /// `sequence`, so that the terminal behind gets it.
  func passing(_ sequence: String) -> String {
    switch self {
    case .tmux:
      // It takes the one for itself, or passes the other on, or does neither.
      sequence + "\u{1B}Ptmux;" + sequence.replacing("\u{1B}", with: "\u{1B}\u{1B}") + "\u{1B}\\"
    case .screen: sequence.pieces(of: Self.largestPiece).map { "\u{1B}P\($0)\u{1B}\\" }.joined()
    }
  }
}

extension String {
  /// The text in pieces of at most `size` bytes; it is ASCII.
  fileprivate func pieces(of size: Int) -> [Substring] {
    let bytes = utf8
    var pieces: [Substring] = []
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes.index(start, offsetBy: size, limitedBy: bytes.endIndex) ?? bytes.endIndex
      pieces.append(self[start..<end])
      start = end
    }
    return pieces
  }
}
