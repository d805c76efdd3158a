import CNcurses
import Canvas

/// A terminal may hold back what it shows until all of a frame is there (synchronised output, mode 2026),
/// so that nobody sees a half of one.
extension Screen {
  /// Whether the terminal can.
  enum Holding {
    /// Nobody has asked. Becomes `.asked`.
    case unknown
    /// The question is under way. Becomes `.available` or, with whatever is answered next, `.unavailable`.
    case asked
    /// It has said so.
    case available
    /// It has not.
    case unavailable
  }

  private static let hold = "\u{1B}[?2026h"
  static let release = "\u{1B}[?2026l"

  /// Asks the terminal, once.
  ///
  /// What it answers comes before the answer to a question that is asked behind this one.
  func askForHolding() {
    guard holding == .unknown else { return }
    holding = .asked
    // A terminal that does not know such questions may show the last letter: at the beginning of the first
    // row, which is sent again, and to which the cursor goes back.
    cn_go_home()
    send("\u{1B}[?2026$p\r")
    cn_send_row(0)
    place(shown?.cursor)
    cn_refresh()
  }

  /// Takes in that the terminal can, unless nobody has asked.
  func learnHolding() {
    guard holding == .asked else { return }
    holding = .available
    setWayBack()
  }

  /// Has the terminal show all that `body` sends at once, if it can.
  func atOnce(_ body: () -> Void) {
    let isHeld = holding == .available
    if isHeld { send(Self.hold) }
    body()
    if isHeld { send(Self.release) }
  }
}
