import CTerminalGuard
import Canvas
import Dispatch
import Glibc

/// A terminal that lines are read from and written to, whatever else it can do.
///
/// The kernel has the keys until Enter, so that only whole lines are told of.
@MainActor
package final class LineTerminal {
  /// What the user types and the operating system tells, for one reader; it ends when the terminal is
  /// gone or closed.
  package let events: AsyncStream<TerminalEvent>

  private let reports: AsyncStream<TerminalEvent>.Continuation
  private let descriptor: Int32
  private let actions = SignalActions(of: ending + [SIGINT, SIGCONT])
  private let endWatch: EndWatch
  private let sources: [any DispatchSourceProtocol]
  /// What was typed of a line that is longer than the kernel hands out at once.
  private var begun: [UInt8] = []
  private var settings = termios()
  private var isClosed = false

  private static let ending = [SIGHUP, SIGTERM]

  /// Whether what is typed is shown.
  private enum Visibility {
    case shown, hidden
    /// Not before the end of the line that is being typed, which is not told of.
    case hiddenToEndOfLine
  }

  private var visibility = Visibility.shown {
    didSet { if visibility != oldValue { applyVisibility() } }
  }
  /// Whether it is listened to; not while it is another job's.
  private var isReading = true

  /// How often a job without the terminal looks for it.
  private static let glance = DispatchTimeInterval.milliseconds(500)

  /// Opens the terminal, as soon as this job may have it.
  ///
  /// - Throws: ``ScreenError`` when there is none, or it is another job's.
  package init(_ options: TerminalOptions) throws(ScreenError) {
    let descriptor = open(options.path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0, tcgetattr(descriptor, &settings) == 0 else {
      throw .cannotOpen(path: options.path, reason: String(cString: strerror(errno)))
    }
    guard Foreground.wait(for: descriptor) else {
      Glibc.close(descriptor)
      throw .inBackground
    }
    self.descriptor = descriptor
    _ = ctg_remember(descriptor) == 0 && ctg_install() == 0
    (events, reports) = AsyncStream.makeStream()
    endWatch = EndWatch(Self.ending) { [reports] in reports.yield($0) }
    let input = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: .main)
    let interrupt = DispatchSource.makeSignalSource(signal: SIGINT, queue: .main)
    let `continue` = DispatchSource.makeSignalSource(signal: SIGCONT, queue: .main)
    sources = [input, interrupt, `continue`]
    input.setCancelHandler { @Sendable in _ = Glibc.close(descriptor) }
    watch(input) { $0.read() }
    // The key for it never arrives as one.
    watch(interrupt) { $0.interrupt() }
    watch(`continue`) { $0.goOn() }
  }

  /// Writes lines; a terminal that is gone loses them.
  package func say(_ lines: [String]) {
    var rest = Array(lines.map { $0 + "\n" }.joined().utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { return }
      rest = rest.dropFirst(max(count, 0))
    }
  }

  /// Shows nothing of what is typed from now on.
  package func hideInput() { visibility = .hidden }

  /// Shows what is typed again.
  ///
  /// - Parameter isLater: Whether a line may be in the middle of being typed that was not to be seen; the
  ///   rest of it is not shown then, and nothing of it told of.
  package func showInput(afterLine isLater: Bool) {
    guard visibility == .hidden else { return }
    visibility = isLater ? .hiddenToEndOfLine : .shown
  }

  /// Stops the process as a job of the shell.
  package func suspend() { kill(0, SIGTSTP) }

  /// Ends the events, gives the terminal back and puts the signals back; calling it again does nothing.
  package func close() {
    guard !isClosed else { return }
    isClosed = true
    giveBack()
    endWatch.cancel()
    ctg_uninstall()
    actions.restore()
    for source in sources { source.cancel() }
    setReading(true)  // A source that is suspended would never let go.
    endWatch.close()
    reports.finish()
  }

  private func read() {
    guard Foreground.has(descriptor) else { return awaitForeground() }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR || errno == EAGAIN { return }
    var current = termios()
    guard count > 0 || count == 0 && tcgetattr(descriptor, &current) == 0 else {
      // Signals are still wanted: the one that tells of the hang-up may come later.
      sources.first?.cancel()
      return reports.finish()
    }
    // The key that ends the input, at the beginning of a line.
    if count == 0 {
      reports.yield(.line(nil))
      return
    }
    begun += bytes[..<count]
    while let end = begun.firstIndex(of: UInt8(ascii: "\n")) {
      yield(Array(begun[..<end]))
      begun.removeSubrange(...end)
    }
  }

  private func yield(_ bytes: [UInt8]) {
    if visibility == .hiddenToEndOfLine {
      visibility = .shown
      return
    }
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    if scalars.contains("\u{1B}") {
      reports.yield(.key(.escape))
      return
    }
    let text = scalars.filter { $0 == "\t" || $0.properties.generalCategory != .control }
    reports.yield(.line(String(String.UnicodeScalarView(text))))
  }

  /// The kernel has dropped what was typed of a line.
  private func interrupt() {
    begun = []
    if visibility == .hiddenToEndOfLine {
      visibility = .shown
    } else {
      reports.yield(.key(.control("c")))
    }
  }

  private func goOn() {
    begun = []
    ctg_set_active(1)
    applyVisibility()
    reports.yield(.resumed)
  }

  /// Stops as a job does that reads from another's terminal; where nobody could continue it, looks now
  /// and then whether the terminal has come back.
  private func awaitForeground() {
    Foreground.stop()
    guard !Foreground.has(descriptor) else { return }
    setReading(false)
    DispatchQueue.main.asyncAfter(deadline: .now() + Self.glance) { [weak self] in
      MainActor.assumeIsolated { self?.setReading(true) }
    }
  }

  private func setReading(_ isWanted: Bool) {
    guard isWanted != isReading else { return }
    isReading = isWanted
    if isWanted { sources.first?.resume() } else { sources.first?.suspend() }
  }

  private func applyVisibility() {
    var wanted = settings
    if visibility != .shown { wanted.c_lflag &= ~tcflag_t(ECHO) }
    guard Foreground.has(descriptor) else { return }
    tcsetattr(descriptor, TCSADRAIN, &wanted)
  }

  /// Nothing of a secret is left for whoever reads next.
  private func giveBack() {
    guard visibility != .shown, Foreground.has(descriptor) else { return }
    tcsetattr(descriptor, TCSAFLUSH, &settings)
  }

  private func watch(
    _ source: any DispatchSourceProtocol, _ handler: @escaping @MainActor (LineTerminal) -> Void
  ) {
    source.setEventHandler { @Sendable [weak self] in
      MainActor.assumeIsolated {
        guard let self else { return }
        handler(self)
      }
    }
    source.activate()
  }
}
