import CTerminalGuard
import Canvas
import Dispatch
import Glibc
import Synchronization

/// Hears keys, resizes and signals, and reports them in ``Screen/events``.
@MainActor
package final class TerminalListener {
  private let screen: Screen
  private let actions = SignalActions(of: terminating + [SIGWINCH, SIGCONT])
  private let input: any DispatchSourceRead
  private let escapeTimer: any DispatchSourceTimer
  private var sources: [any DispatchSourceProtocol] = []
  /// Whether the terminal has been given back, so that an end that was asked for is under way.
  private nonisolated let isClosed = Atomic(false)

  private static let terminating = [SIGHUP, SIGINT, SIGTERM]
  /// How long a lone Escape may be the beginning of something longer.
  private static let escapeDelay = DispatchTimeInterval.milliseconds(25)
  /// How long the terminal may take to be given back before the process ends without.
  private nonisolated static let patience = DispatchTimeInterval.milliseconds(900)

  /// Starts to listen to the terminal of `screen` and to signals.
  package init(_ screen: Screen) {
    self.screen = screen
    // A copy, because the descriptor has to stay open until libdispatch has let go of it.
    let copy = dup(screen.descriptor)
    input = DispatchSource.makeReadSource(fileDescriptor: copy, queue: .main)
    input.setCancelHandler { @Sendable in _ = Glibc.close(copy) }
    escapeTimer = DispatchSource.makeTimerSource(queue: .main)
    watch(input) { $0.readKeys() }
    watch(escapeTimer) { $0.yield($0.screen.keyboard.expire()) }
    watch(DispatchSource.makeSignalSource(signal: SIGWINCH, queue: .main)) { $0.adoptSize() }
    watch(DispatchSource.makeSignalSource(signal: SIGCONT, queue: .main)) {
      $0.screen.reports.yield(.resumed)
    }
    watchTermination()
  }

  /// Ends the events, gives the terminal back and puts the signals back.
  package func close() {
    for source in sources { source.cancel() }
    sources = []
    screen.close()
    isClosed.store(true, ordering: .relaxed)
    actions.restore()
    screen.reports.finish()
  }

  private func readKeys() {
    guard let keys = screen.keyboard.read() else {
      // Signals are still wanted: the one that tells of the hang-up may come later.
      input.cancel()
      screen.reports.finish()
      return
    }
    yield(keys)
    let isUndecided = screen.keyboard.isUndecided
    escapeTimer.schedule(deadline: isUndecided ? .now() + Self.escapeDelay : .distantFuture)
  }

  private func yield(_ keys: [Key]) {
    for key in keys { screen.reports.yield(.key(key)) }
  }

  private func adoptSize() {
    guard screen.adoptSize() else { return }
    screen.reports.yield(.resized(screen.size))
  }

  /// The main queue may be stuck in a write to a terminal that takes no output, so these signals
  /// have a queue of their own.
  private func watchTermination() {
    let queue = DispatchQueue(label: "termination")
    for number in Self.terminating {
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { @Sendable [weak self, reports = screen.reports] in
        reports.yield(.terminated(signal: number))
        queue.asyncAfter(deadline: .now() + Self.patience) {
          if let self, !self.isClosed.load(ordering: .relaxed) { ctg_die(number) }
        }
      }
      source.activate()
      sources.append(source)
    }
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
