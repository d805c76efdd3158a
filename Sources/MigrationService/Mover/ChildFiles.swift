import FoundationEssentials
import SystemPackage

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The files of one child of a run.
///
/// Their names are all that a later process needs to go on.
struct ChildFiles: Equatable {
  /// What a child is for.
  enum Purpose: String {
    /// Lists the source, for the totals.
    case scan
    /// Copies what is missing or newer.
    case copy
    /// Copies what is at the destination in another size.
    case sizes
    /// Makes folder objects; the service does that itself and only writes down which.
    case folders
    /// Compares both sides once everything is moved.
    case verify
    /// Serves objects.
    case serve

    /// What a child works at; two of the same trade never work at once.
    var trade: String {
      switch self {
      case .copy, .sizes: "copy"
      case .scan: "scan"
      case .folders: "folders"
      case .verify: "verify"
      case .serve: "serve"
      }
    }
  }

  /// The directory of the run; also the child's working directory.
  let directory: FilePath
  /// What the child is for.
  let purpose: Purpose
  /// Which try it is, from 1 up.
  let attempt: Int

  /// The name that all the files begin with.
  var name: String { "\(purpose.rawValue)-\(attempt)" }
  /// What the child prints: the list, or the plan.
  var output: FilePath { file("out") }
  /// rclone's log; begins with whatever rclone complains about before it reads its options.
  var log: FilePath { file("log") }
  /// The child's line of `/proc/PID/stat`, written by itself at its start.
  var process: FilePath { file("pid") }
  /// The child's exit status, written by itself at its end.
  var status: FilePath { file("exit") }
  /// There once the child was asked to end, and how much it had written by then.
  var asked: FilePath { file("asked") }
  /// The name of the control socket in the run's directory: a path would soon be too long.
  var socket: String { "\(name).sock" }

  /// The files of the newest child for `purpose`, or `nil` when there was none.
  static func latest(_ purpose: Purpose, in directory: FilePath) -> ChildFiles? {
    all(purpose, in: directory).last
  }

  /// The files of all children for `purpose`, oldest first.
  static func all(_ purpose: Purpose, in directory: FilePath) -> [ChildFiles] {
    var found: [ChildFiles] = []
    while true {
      let next = ChildFiles(directory: directory, purpose: purpose, attempt: found.count + 1)
      guard FileManager.default.fileExists(atPath: next.output.string) else { return found }
      found.append(next)
    }
  }

  /// Whether a file of this name says what a run has copied, which later runs of the task want to
  /// know.
  static func isRecord(_ name: String) -> Bool {
    records.contains { name.hasPrefix($0.rawValue + "-") }
      && (name.hasSuffix(".log") || name.hasSuffix(".out"))
  }

  /// What the children are for whose files say what a run has copied.
  static let records: [Purpose] = [.copy, .sizes, .folders]

  /// The exit status, or `nil` when the child has not ended or could not say it.
  var exitStatus: Int? {
    guard let bytes = SmallFile.read(status) else { return nil }
    return Int(String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace })
  }

  /// How much had been written when the child was asked to end; `nil` when nobody has asked.
  var writtenBeforeEnd: Written? { SmallFile.read(asked).flatMap(Written.init) }

  /// Whether the child, which has ended, was killed; one that was asked to end tidies up.
  var wasCutOff: Bool {
    exitStatus.map { $0 > 128 && $0 != 128 + Int(SIGTERM) } ?? true
  }

  private func file(_ ending: String) -> FilePath {
    directory.appending("\(name).\(ending)")
  }
}

extension ChildFiles {
  /// How many bytes a child has written.
  struct Written: Equatable {
    let output: Int64
    let log: Int64

    /// Of the child of `files`, as it is now.
    init(_ files: ChildFiles) {
      output = LineTail(files.output).end
      log = LineTail(files.log).end
    }

    /// Reads what ``lines`` has written down.
    init?(_ bytes: [UInt8]) {
      let numbers = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        .compactMap { Int64($0) }
      guard numbers.count == 2 else { return nil }
      (output, log) = (numbers[0], numbers[1])
    }

    /// The numbers, a line each.
    var lines: [String] { [String(output), String(log)] }
  }
}
