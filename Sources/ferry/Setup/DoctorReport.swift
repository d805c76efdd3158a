import Glibc
import Migration
import MigrationCore

/// The findings so far: printed as they come, or at the end as JSON.
struct DoctorReport {
  private let isTable: Bool
  private var findings: [Finding] = []

  init(isTable: Bool) {
    self.isTable = isTable
  }

  /// Adds findings, but no warning that has been given already.
  mutating func add(_ more: [Finding]) {
    let more = more.filter { new in
      new.status != .warning || !findings.contains { $0.text == new.text }
    }
    findings += more
    guard isTable else { return }
    for finding in more { Console.flushedLine(Self.line(finding)) }
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
    if !isTable { Console.raw(try JSONText.of(findings)) }
    let troubles = Set(findings.compactMap(\.trouble))
    if troubles.isEmpty { return }
    if troubles == [.unreachable] { throw Failure(Failure.unreachable) }
    throw Failure(troubles == [.credentials] ? Failure.credentials : Failure.failed)
  }

  private static func line(_ finding: Finding) -> String {
    let words = [finding.text, finding.advice].compactMap(\.self).joined(separator: "; ")
    return "\(padded(finding.status.rawValue, 8))\(padded(finding.check, 15))\(words)"
  }

  private static func padded(_ word: String, _ width: Int) -> String {
    word + String(repeating: " ", count: max(1, width - word.count))
  }
}
