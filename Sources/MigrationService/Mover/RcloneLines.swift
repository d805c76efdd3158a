import FoundationEssentials
import Subprocess
import SystemPackage

/// A short run of rclone whose lines are read as they come; it ends with whoever reads them.
struct RcloneLines {
  /// The program and its arguments.
  let arguments: [String]
  /// All variables that it sees.
  let environment: [String: String]
  /// What it reads from standard input.
  var input: [UInt8] = []

  /// Runs it and hands its lines to `body`, those together that came together.
  ///
  /// - Throws: ``MoverProblem`` when it does not end well, `CancellationError`, or what `body` throws.
  func read(_ body: ([ArraySlice<UInt8>]) throws -> Void) async throws {
    let variables = environment.map { (Environment.Key(stringLiteral: $0.key), $0.value) }
    let result = try await Subprocess.run(
      .path(FilePath(arguments[0])), arguments: Arguments(Array(arguments.dropFirst())),
      environment: .custom(Dictionary(uniqueKeysWithValues: variables)), input: .array(input),
      output: .sequence, error: .sequence
    ) { execution in
      async let complaint = Self.complaint(in: execution.standardError)
      var splitter = LineSplitter()
      for try await buffer in execution.standardOutput {
        var lines: [ArraySlice<UInt8>] = []
        splitter.take(buffer.withUnsafeBytes { Array($0) }[...]) { lines.append($0) }
        try body(lines)
      }
      try splitter.finish { try body([$0]) }
      return try await complaint
    }
    try Task.checkCancellation()
    guard result.terminationStatus.isSuccess, result.closureResult == nil else {
      let fault = TransferFault(result.closureResult ?? "")
      var problem = MoverProblem("\(fault.sentence).", code: fault.code)
      problem.isAbsence = fault.cause == .noBucket
      throw problem
    }
  }

  /// What rclone's log says went wrong with more than one object; `nil` when nothing did.
  private static func complaint(in log: SubprocessOutputSequence) async throws -> String? {
    var lines = LineSplitter()
    var (trouble, summary): (String?, String?)
    for try await buffer in log {
      lines.take(buffer.withUnsafeBytes { Array($0) }[...]) { line in
        switch RcloneLogLine(line) {
        case .trouble(let message): trouble = trouble ?? message
        case .summary(let message): summary = message
        case .copied, .failed, nil: break
        }
      }
    }
    return trouble ?? summary
  }
}
