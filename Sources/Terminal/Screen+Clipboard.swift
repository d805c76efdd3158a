import FoundationEssentials

extension Screen {
  /// The most bytes that ``copy(_:)`` takes: what xterm accepts in one piece.
  package static let copyLimit = 74_994

  /// Puts `text` into the clipboard of the user's terminal (OSC 52), which works across SSH.
  ///
  /// Whether the terminal, or what stands before it, allows that cannot be known.
  ///
  /// - Returns: Whether it was sent: not when it is larger than ``copyLimit``, nor while suspended.
  package func copy(_ text: String) -> Bool {
    guard mode == .active, text.utf8.count <= Self.copyLimit else { return false }
    let sequence = "\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{07}"
    send(multiplexer?.passing(sequence) ?? sequence)
    return true
  }
}
