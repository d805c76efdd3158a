import CTerminalGuard
import Dispatch
import Synchronization

/// Hears the signals that ask the process to end, and sees to it that it does.
///
/// The main queue may be stuck in a write to a terminal that takes no output, so these signals have a
/// queue of their own.
@MainActor
final class EndWatch {
  /// How long the terminal may take to be given back before the process ends without.
  private nonisolated static let patience = DispatchTimeInterval.milliseconds(900)

  private let sources: [any DispatchSourceSignal]
  /// How far the end has come.
  private final class Progress: Sendable {
    /// Whether the terminal has been given back, so that an end that was asked for is under way.
    let isClosed = Atomic(false)
  }

  private let progress = Progress()

  /// Tells `report` of each of `signals`.
  init(_ signals: [Int32], report: @escaping @Sendable (TerminalEvent) -> Void) {
    let queue = DispatchQueue(label: "termination")
    sources = signals.map { DispatchSource.makeSignalSource(signal: $0, queue: queue) }
    for (number, source) in zip(signals, sources) {
      source.setEventHandler { @Sendable [progress] in
        report(.terminated(signal: number))
        queue.asyncAfter(deadline: .now() + Self.patience) {
          if !progress.isClosed.load(ordering: .relaxed) { ctg_die(number) }
        }
      }
      source.activate()
    }
  }

  /// Hears no more of them.
  func cancel() {
    for source in sources { source.cancel() }
  }

  /// Notes that the terminal has been given back.
  func close() { progress.isClosed.store(true, ordering: .relaxed) }
}
