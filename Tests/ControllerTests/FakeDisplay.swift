import Canvas
import Controller
import Dashboard
import Terminal

/// A terminal in memory: shows frames to the test and takes keys from it.
@MainActor
final class FakeDisplay: Display {
  var size = Size(rows: 24, columns: 80)
  let events: AsyncStream<TerminalEvent>
  private(set) var shown: Frame?
  private(set) var repaints = 0
  private(set) var suspensions = 0
  private(set) var resumptions = 0
  private(set) var copied: [String] = []
  /// What ``copy(_:)`` answers.
  var takesCopies = true
  /// What becomes of a question whether all has arrived.
  var answering = Answering.atOnce
  private(set) var questions = 0
  /// How many frames differed from the one before.
  private(set) var frames = 0

  enum Answering {
    case atOnce, whenTold, never
  }

  private let report: AsyncStream<TerminalEvent>.Continuation
  private var watchers: [(condition: (Frame) -> Bool, wake: CheckedContinuation<Void, Never>)] = []

  init() {
    (events, report) = AsyncStream.makeStream()
  }

  func press(_ keys: Key...) {
    for key in keys { report.yield(.key(key)) }
  }

  func tell(_ event: TerminalEvent) { report.yield(event) }

  func hangUp() { report.finish() }

  /// Waits until a frame is shown for which `condition` holds.
  func waitForFrame(_ condition: @escaping (Frame) -> Bool) async {
    if let shown, condition(shown) { return }
    await withCheckedContinuation { watchers.append((condition, $0)) }
  }

  /// Waits until a frame shows `text`.
  func waitFor(_ text: String) async {
    await waitForFrame { $0.description.contains(text) }
  }

  func note(_ event: Event, before state: State) {}

  func keys(of line: String?, in state: State) -> [Key] { state.keys(of: line) }

  func present(_ state: State) -> Bool {
    let frame = render(state)
    let isNew = frame != shown
    shown = frame
    frames += isNew ? 1 : 0
    defer { tellWatchers(of: frame) }
    return isNew
  }

  private func tellWatchers(of frame: Frame) {
    let ready = watchers.filter { $0.condition(frame) }
    watchers.removeAll { $0.condition(frame) }
    for watcher in ready { watcher.wake.resume() }
  }

  func askForArrival() -> Bool {
    guard answering != .never else { return false }
    questions += 1
    if answering == .atOnce { report.yield(.arrived) }
    return true
  }

  func repaint() { repaints += 1 }
  func suspend() { suspensions += 1 }
  func resume() { resumptions += 1 }

  func copy(_ text: String) -> Bool {
    copied.append(text)
    return takesCopies
  }
}
