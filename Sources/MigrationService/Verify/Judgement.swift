import Migration
import SystemPackage

/// A comparison of both sides, read from the files of the child that has made it, in pieces: one of millions
/// of objects takes its time, and in between others have their turn.
final class Judgement {
  private let files: ChildFiles
  private var log: LineTail
  private var output: LineTail
  /// Why objects differ, where the kind of the difference does not say it.
  private var messages: [String: String] = [:]
  private var broken: String?
  private var last: String?
  private var hasDifferences = false

  /// The most bytes of a file that are read at once.
  private let piece: Int64
  /// How long the files are: their child has ended, and what ends before that was not read.
  private let ends: (log: Int64, output: Int64)

  /// The judgement of what a child has found that has ended.
  ///
  /// - Parameters:
  ///   - files: Those of the child.
  ///   - piece: How many bytes of a file are read at once: some thousands of objects.
  init(_ files: ChildFiles, piece: Int64 = 1 << 18) {
    self.files = files
    self.piece = piece
    (log, output) = (LineTail(files.log), LineTail(files.output))
    ends = (log.end, output.end)
  }

  /// Enters into `journal` as failed what a piece says not to have arrived as it is at the source.
  ///
  /// - Returns: Whether that was all.
  /// - Throws: `Errno` when a file cannot be read to its end, or the ledger or the list of failures cannot
  ///   be kept any more.
  func readPiece(into journal: RunJournal) throws -> Bool {
    // The reasons first: they are for what comes then.
    if log.position < ends.log {
      try check(log.read(upTo: min(log.position + piece, ends.log), takeLogged))
      return false
    }
    if output.position < ends.output {
      let end = min(output.position + piece, ends.output)
      try check(
        output.read(upTo: end) { line in
          guard case .different(let kind, let name) = ComparedLine(line) else { return }
          hasDifferences = true
          try journal.judge(name, kind, messages[name] ?? "")
        })
      return false
    }
    // A difference ends rclone as a failure does.
    let isWhole = files.exitStatus == 0 || files.exitStatus == 1 && hasDifferences
    if broken != nil || !isWhole {
      journal.trouble =
        journal.trouble ?? TransferFault(broken ?? last ?? "", between: journal.paths)
    }
    return true
  }

  private func check(_ hasStopped: Bool) throws(Errno) {
    if hasStopped { throw .ioError }
  }

  private func takeLogged(_ line: ArraySlice<UInt8>) {
    switch RcloneLogLine(line) {
    // Its kind says the same, and there may be as many as objects.
    case .failed(_, let message) where message.hasPrefix("file not in "): break
    case .failed(let name, let message): messages[name] = message
    case .trouble(let message): broken = broken ?? message
    case .summary(let message): last = message
    case .copied, nil: break
    }
  }
}

/// What a run that ends with a verification makes of it.
extension RunJournal {
  /// Enters an object as failed that a comparison of both sides has found to differ, unless that is
  /// nobody's fault.
  fileprivate func judge(
    _ name: String, _ kind: ObjectDifference.Kind, _ message: String
  ) throws {
    guard try isAnswerable(for: name) else { return }
    try ledger.withdraw(name)
    try fail(name, SideComparison.reasons[kind] ?? SideComparison.reason(message))
    tally.add(fault(kind, message), object: name)
  }

  /// Whether an object ought to be at the destination as it is at the source.
  private func isAnswerable(for name: String) throws -> Bool {
    switch try ledger.fate(of: name) {
    case .arrived, .before: true
    // What was there already may be another object that nobody wants to have replaced.
    case .skipped: order.choices.overwriteMode != "NO_OVERWRITE"
    // What came to the source since, and what is known to have failed.
    case nil, .heard, .pending, .setOut, .failed: false
    }
  }

  private func fault(_ kind: ObjectDifference.Kind, _ message: String) -> TransferFault {
    switch kind {
    case .differs: TransferFault("corrupted on transfer: \(message)")
    case .missing, .extra: TransferFault("error reading destination: object not found")
    case .unreadable: TransferFault(message, between: paths)
    }
  }
}
