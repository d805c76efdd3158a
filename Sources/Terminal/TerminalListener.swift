import Canvas
import Dispatch
import Glibc

/// Hears keys, resizes and signals, and reports them in ``Screen/events``.
@MainActor
package final class TerminalListener {
  private let screen: Screen
  private let actions = SignalActions(of: terminating + [SIGWINCH, SIGCONT])
  private let input: any DispatchSourceRead
  private let escapeTimer: any DispatchSourceTimer
  /// Looks whether another job has given the terminal back, where no signal tells.
  private let foregroundTimer: any DispatchSourceTimer
  private var isReading = true
  private var sources: [any DispatchSourceProtocol] = []
  private let endWatch: EndWatch

  private static let terminating = [SIGHUP, SIGINT, SIGTERM]
  /// How long a lone Escape may be the beginning of something longer.
  private static let escapeDelay = DispatchTimeInterval.milliseconds(25)
  /// How often a job without the terminal looks for it.
  private static let glance = DispatchTimeInterval.milliseconds(500)

  /// Starts to listen to the terminal of `screen` and to signals.
  package init(_ screen: Screen) {
    self.screen = screen
    // A copy, because the descriptor has to stay open until libdispatch has let go of it.
    let copy = dup(screen.descriptor)
    input = DispatchSource.makeReadSource(fileDescriptor: copy, queue: .main)
    input.setCancelHandler { @Sendable in _ = Glibc.close(copy) }
    escapeTimer = DispatchSource.makeTimerSource(queue: .main)
    foregroundTimer = DispatchSource.makeTimerSource(queue: .main)
    endWatch = EndWatch(Self.terminating) { [reports = screen.reports] in reports.yield($0) }
    watch(input) { $0.read() }
    watch(escapeTimer) { $0.yield($0.screen.keyboard.timeIsUp()) }
    watch(foregroundTimer) { $0.goOn() }
    watch(DispatchSource.makeSignalSource(signal: SIGWINCH, queue: .main)) { $0.adoptSize() }
    watch(DispatchSource.makeSignalSource(signal: SIGCONT, queue: .main)) { $0.goOn() }
  }

  /// Ends the events, gives the terminal back and puts the signals back.
  package func close() {
    for source in sources { source.cancel() }
    endWatch.cancel()
    setReading(true)  // A source that is suspended would never let go.
    sources = []
    // They were noted while the screen had actions of its own, which closing it takes away.
    actions.restore()
    screen.close()
    endWatch.close()
    screen.reports.finish()
  }

  private func read() {
    // What another job's terminal has to say is not for this one.
    guard Foreground.has(screen.descriptor) else { return goOn() }
    guard let inputs = screen.keyboard.read() else {
      // Signals are still wanted: the one that tells of the hang-up may come later.
      input.cancel()
      screen.reports.finish()
      return
    }
    yield(inputs)
    let isUndecided = screen.keyboard.isUndecided
    escapeTimer.schedule(deadline: isUndecided ? .now() + Self.escapeDelay : .distantFuture)
  }

  private func yield(_ inputs: [Input]) {
    for input in inputs {
      switch input {
      case .key(let key, .press), .key(let key, .again): screen.reports.yield(.key(key))
      case .key(_, .release): break
      case .canHold: screen.learnHolding()
      case .statusReport: if screen.hasArrived() { screen.reports.yield(.arrived) }
      }
    }
  }

  /// Takes the terminal again, or leaves it alone while it is another job's.
  ///
  /// Then this job stops, as any does that writes to another's terminal; where nobody could continue
  /// it, it goes on without one and looks now and then.
  private func goOn() {
    let isOurs = Foreground.has(screen.descriptor)
    setReading(isOurs)
    foregroundTimer.schedule(deadline: isOurs ? .distantFuture : .now() + Self.glance)
    if isOurs {
      screen.reports.yield(.resumed)
    } else {
      screen.abandon()
      Foreground.stop()
    }
  }

  private func setReading(_ isWanted: Bool) {
    guard isWanted != isReading else { return }
    isReading = isWanted
    if isWanted { input.resume() } else { input.suspend() }
  }

  private func adoptSize() {
    guard screen.adoptSize() else { return }
    screen.reports.yield(.resized(screen.size))
  }

  private func watch(
    _ source: any DispatchSourceProtocol,
    _ handler: @escaping @MainActor (TerminalListener) -> Void
  ) {
    source.setEventHandler { @Sendable [weak self] in
      MainActor.assumeIsolated {
        guard let self else { return }
        handler(self)
      }
    }
    source.activate()
    sources.append(source)
  }
}
