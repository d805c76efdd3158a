import Glibc
import Migration
import MigrationCore
import Words

/// The findings so far: printed as they come, or at the end as JSON.
struct DoctorReport {
  private let isTable: Bool
  private var summaries: [FindingSummary] = []

  init(isTable: Bool) {
    self.isTable = isTable
  }

  /// Adds findings, but no warning that has been given already.
  mutating func add(_ more: [Finding]) {
    let more = more.map(FindingSummary.init).filter { new in
      new.status != .warning || !summaries.contains { $0.text == new.text }
    }
    summaries += more
    guard isTable else { return }
    for summary in more { Console.flushedLine(Self.line(summary)) }
  }

  /// Runs `body`, and tells whoever waits for longer than a second what is going on.
  func showing<Value: Sendable>(
    _ what: String, _ body: @escaping @Sendable () async -> Value
  ) async -> Value {
    let notice = Task {
      try await Task.sleep(for: .seconds(1))
      if isatty(STDERR_FILENO) == 1 { Console.progress("\(what)…") }
    }
    defer { notice.cancel() }
    return await body()
  }

  /// Prints what has not been printed yet.
  ///
  /// - Throws: ``Failure`` with the exit status, when there is a problem.
  func end() throws {
    if !isTable { Console.raw(try JSONText.of(summaries)) }
    let troubles = Set(summaries.compactMap(\.trouble))
    if troubles.isEmpty { return }
    if troubles == [.unreachable] { throw Failure(Failure.unreachable) }
    throw Failure(troubles == [.credentials] ? Failure.credentials : Failure.failed)
  }

  private static func line(_ summary: FindingSummary) -> String {
    let words = [summary.text, summary.advice].compactMap(\.self)
      .joined(separator: Spoken.tongue.separator)
    return "\(padded(summary.status.rawValue, 8))\(padded(summary.check.rawValue, 15))\(words)"
  }

  private static func padded(_ word: String, _ width: Int) -> String {
    word + String(repeating: " ", count: max(1, width - word.count))
  }
}
