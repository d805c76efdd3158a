import CNcurses
import CTerminalGuard
package import Canvas
import Glibc

/// The terminal in full-screen mode: nobody else calls ncurses.
///
/// ncurses keeps its state in C globals, so a screen lives on the main actor and only one may be
/// open at a time.
@MainActor
package final class Screen {
  /// What the terminal and the operating system tell while a ``TerminalListener`` listens, for one
  /// reader.
  ///
  /// It ends when the terminal is gone or closed.
  package let events: AsyncStream<TerminalEvent>
  let reports: AsyncStream<TerminalEvent>.Continuation
  /// The terminal's file descriptor.
  let descriptor: Int32
  let palette: Palette
  /// The frame that the terminal shows, as far as is known.
  var shown: Frame?
  /// Whether the terminal is ours; not while the process is stopped as a job.
  var mode = Mode.active
  /// Reads what the user types.
  let keyboard: Keyboard
  /// When the terminal was asked whether all has arrived, until it answers.
  var askedAt: ContinuousClock.Instant?
  /// Whether the terminal can show a frame at once.
  var holding = Holding.unknown
  /// Whether the terminal understands the sequences of ECMA-48, and ignores those that it does not
  /// know; nothing is sent to any other that its description does not name.
  let isStandard: Bool
  /// What stands between here and the terminal, if anything.
  let multiplexer: Multiplexer?

  private let hasColors: Bool
  private let device: UnsafeMutablePointer<FILE>
  private let screen: OpaquePointer

  /// Who has the terminal.
  enum Mode {
    /// It shows our frames. Becomes `.suspended` or `.closed`.
    case active
    /// It is somebody else's for the time being. Becomes `.active` or `.closed`.
    case suspended
    /// It has been given back for good.
    case closed
  }

  /// Takes the terminal over, as soon as this job may have it.
  ///
  /// - Parameter options: Which terminal, and whether to use colour.
  /// - Throws: ``ScreenError`` when there is no terminal or it cannot show a full screen; then
  ///   nothing was sent to it.
  package init(_ options: TerminalOptions) throws(ScreenError) {
    cn_use_utf8()
    let type = try Self.usableType(options.type)
    guard let device = fopen(options.path, "r+e") else {
      throw .cannotOpen(path: options.path, reason: String(cString: strerror(errno)))
    }
    guard Foreground.wait(for: fileno(device)) else {
      fclose(device)
      throw .inBackground
    }
    // ncurses changes the settings of the line as soon as it begins.
    let isTerminal = ctg_remember(fileno(device)) == 0 && ctg_install() == 0
    // ncurses would end the process from inside its own handlers, and not restore on SIGHUP.
    let actions = SignalActions(of: [SIGINT, SIGTERM, SIGTSTP, SIGWINCH])
    let screen = newterm(type, device, device)
    actions.restore()
    guard let screen else {
      ctg_uninstall()
      fclose(device)
      throw .unknownType(type)
    }
    cn_leave_alone()
    (events, reports) = AsyncStream.makeStream()
    self.device = device
    self.screen = screen
    descriptor = fileno(device)
    multiplexer = options.multiplexer
    keyboard = Keyboard(descriptor: descriptor)
    isStandard = Capability.cursorAddress.text?.hasPrefix("\u{1B}[") == true
    let hasColors = options.wantsColor && start_color() == OK && use_default_colors() == OK
    palette = Palette(
      colors: hasColors ? cn_colors() : 0, hasReverse: cn_has_reverse())
    for tone in Tone.allCases {
      if let color = palette.look(tone).color {
        init_extended_pair(Int32(tone.rawValue), color, -1)
      }
    }
    self.hasColors = hasColors
    if isTerminal { setWayBack() }
    cn_configure()
    adoptSize()
    setModes()
    cn_refresh()
  }

  /// The size in cells, at least 1 × 1.
  package var size: Size { Size(rows: Int(cn_rows()), columns: Int(cn_columns())) }

  /// Gives the terminal back; calling it again does nothing.
  package func close() {
    guard mode != .closed else { return }
    if mode == .active, Foreground.has(descriptor) { leaveFullScreen() }
    mode = .closed
    ctg_uninstall()
    delscreen(screen)
    fclose(device)
  }

  /// Adopts the size that the kernel reports.
  ///
  /// - Returns: Whether that changed anything.
  @discardableResult
  func adoptSize() -> Bool {
    var window = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0, window.ws_row > 0, window.ws_col > 0,
      window.ws_row != cn_rows() || window.ws_col != cn_columns()
    else { return false }
    resize_term(Int32(window.ws_row), Int32(window.ws_col))
    // Terminals move what they show about when their size changes, each in its own way.
    cn_send_everything()
    shown = nil
    return true
  }

  /// What to call the terminal: its own type, or the usual one where nobody knows that.
  private static func usableType(_ type: String) throws(ScreenError) -> String {
    if type.isEmpty { throw .noType }
    if let description = TerminalDescription(type: type) {
      guard description.canPlaceCursor else { throw .cannotPlaceCursor(type: type) }
      return type
    }
    guard TerminalOptions.mayBeUsual(type),
      TerminalDescription(type: TerminalOptions.usualType) != nil
    else { throw .unknownType(type) }
    return TerminalOptions.usualType
  }

  /// Says how the terminal is given back when nothing else can: what was set, and no more.
  func setWayBack() {
    var names: [Capability] = [.resetStyle]
    if hasColors { names.append(.resetColors) }
    names += [.showCursor, .leaveKeypad, .leaveScreen]
    let modes = (holding == .available ? Self.release : "") + (isStandard ? Self.pasteOff : "")
    let sequence = modes + names.compactMap(\.text).joined()
    _ = ctg_set_sequence(sequence, sequence.utf8.count)
  }
}
