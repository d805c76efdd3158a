import Glibc
import Migration
import MigrationCore
import Words

/// The findings so far: printed as they come, or at the end as JSON.
struct DoctorReport {
  private let isTable: Bool
  private var findings: [Finding] = []

  init(isTable: Bool) {
    self.isTable = isTable
  }

  /// Adds findings, but no warning that has been given already.
  ///
  /// - Throws: ``Failure`` when they cannot be printed.
  mutating func add(_ more: [Finding]) throws(Failure) {
    let told = findings.map(Spoken.tongue.words)
    let more = more.filter { $0.status != .warning || !told.contains(Spoken.tongue.words($0)) }
    findings += more
    guard isTable else { return }
    for finding in more { try Console.flushedLine(Self.line(finding)) }
  }

  /// Runs `body`, and tells whoever waits for longer than a second what is going on.
  func showing<Value: Sendable>(
    _ what: CommandTalk, _ body: @escaping @Sendable () async -> Value
  ) async -> Value {
    let notice = Task {
      try await Task.sleep(for: .seconds(1))
      if isatty(STDERR_FILENO) == 1 { Console.progress(what) }
    }
    defer { notice.cancel() }
    return await body()
  }

  /// Prints what has not been printed yet.
  ///
  /// - Throws: ``Failure`` with the exit status, when there is a problem.
  func end() throws {
    if !isTable { Console.raw(try JSONText.of(findings.map(FindingSummary.init))) }
    let troubles = Set(findings.compactMap(\.trouble))
    if troubles.isEmpty { return }
    if troubles == [.unreachable] { throw Failure(Failure.unreachable) }
    throw Failure(troubles == [.credentials] ? Failure.credentials : Failure.failed)
  }

  private static func line(_ finding: Finding) -> String {
    let tongue = Spoken.tongue
    let words = [tongue.words(finding), tongue.advice(on: finding)].compactMap(\.self)
      .joined(separator: tongue.separator)
    return "\(padded(finding.status.rawValue, 8))\(padded(finding.check.rawValue, 15))\(words)"
  }

  private static func padded(_ word: String, _ width: Int) -> String {
    word + String(repeating: " ", count: max(1, width - word.count))
  }
}
