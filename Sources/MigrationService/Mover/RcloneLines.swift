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
  /// What it is about.
  let scene: FaultScene

  /// Runs it and hands its lines to `body`, those together that came together.
  ///
  /// - Throws: ``MoverProblem`` when it does not end well, `CancellationError`, or what `body` throws.
  func read(_ body: ([ArraySlice<UInt8>]) throws -> Void) async throws {
    try await readAll(body).check()
  }

  /// Likewise, whatever its end is.
  ///
  /// - Returns: What its log says.
  /// - Throws: When it cannot be run, `CancellationError`, or what `body` throws.
  func readAll(_ body: ([ArraySlice<UInt8>]) async throws -> Void) async throws -> Log {
    let variables = environment.map { (Environment.Key(stringLiteral: $0.key), $0.value) }
    let result = try await Subprocess.run(
      .path(FilePath(arguments[0])), arguments: Arguments(Array(arguments.dropFirst())),
      environment: .custom(Dictionary(uniqueKeysWithValues: variables)), input: .array(input),
      output: .sequence, error: .sequence
    ) { execution in
      async let log = Log(execution.standardError, about: scene)
      var splitter = LineSplitter()
      for try await buffer in execution.standardOutput {
        var lines: [ArraySlice<UInt8>] = []
        splitter.take(buffer.withUnsafeBytes { Array($0) }[...]) { lines.append($0) }
        try await body(lines)
      }
      var rest: [ArraySlice<UInt8>] = []
      splitter.finish { rest.append($0) }
      if !rest.isEmpty { try await body(rest) }
      return try await log
    }
    try Task.checkCancellation()
    var log = result.closureResult
    if case .exited(let status) = result.terminationStatus { log.status = status }
    return log
  }

  /// What rclone's log says went wrong.
  struct Log: Sendable {
    /// With more than one object; `nil` when nothing did.
    private(set) var trouble: String?
    /// In its last words.
    private(set) var summary: String?
    /// With single objects, by their names in rclone's spelling; the last word on each.
    private(set) var failures: [String: String] = [:]
    /// Whether nothing went wrong but with single objects.
    var isAboutObjectsAlone: Bool { trouble == nil && !failures.isEmpty && status != nil }
    /// The status that the program ended with; `nil` when something ended it.
    fileprivate(set) var status: Int32?

    private let scene: FaultScene

    fileprivate init(
      _ log: SubprocessOutputSequence, about scene: FaultScene
    ) async throws {
      self.scene = scene
      var lines = LineSplitter()
      for try await buffer in log {
        lines.take(buffer.withUnsafeBytes { Array($0) }[...]) { take($0) }
      }
    }

    private mutating func take(_ line: ArraySlice<UInt8>) {
      switch RcloneLogLine(line) {
      case .trouble(let message): trouble = trouble ?? message
      case .summary(let message): summary = message
      case .failed(let name, let message): failures[name] = message
      case .copied, nil: break
      }
    }

    /// Checks that it did its work.
    ///
    /// - Parameter mayFail: Whether it may say by its status that something is wrong with objects.
    /// - Throws: ``MoverProblem``.
    func check(mayFail: Bool = false) throws(MoverProblem) {
      if trouble == nil, mayFail ? status == 1 : status == 0 && summary == nil { return }
      let failure = trouble == nil ? failures.first : nil
      let fault = TransferFault(trouble ?? failure?.value ?? summary ?? "", in: scene)
      let name = failure.map { "“\(NameBytes.shown(ObjectName.read($0.key)))”: " } ?? ""
      var problem = MoverProblem("\(name)\(fault.sentence).", code: fault.code)
      problem.isAbsence = fault.cause == .noBucket
      throw problem
    }
  }
}
