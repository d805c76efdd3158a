import Foundation
import Migration
import Words

/// Where the differences of a comparison are told: as lines for people, or as a JSON object a line in a
/// file or a pipe.
final class DifferenceOutput {
  private enum Place {
    case people, standardOutput
    case file(FileHandle, path: String)
  }

  private let place: Place

  /// An output to the file that `report` names, which is made anew; `-` is standard output, and without
  /// a name people read it.
  ///
  /// - Throws: ``Failure`` when the file cannot be made.
  init(_ report: String?) throws {
    switch report {
    case nil: place = .people
    case "-": place = .standardOutput
    case let path?:
      guard FileManager.default.createFile(atPath: path, contents: nil),
        let file = FileHandle(forWritingAtPath: path)
      else { throw Self.unwritten(path, String(cString: strerror(errno))) }
      place = .file(file, path: path)
    }
  }

  /// Tells one difference.
  ///
  /// - Throws: ``Failure`` when it cannot be written.
  func add(_ difference: ObjectDifference) throws {
    switch place {
    case .people:
      let kind = difference.kind.rawValue.padding(toLength: 10, withPad: " ", startingAt: 0)
      Console.line("\(kind)  \(difference.key)  \(difference.reason)")
    case .standardOutput:
      Console.raw(try JSONText.line(of: difference))
    case .file(let file, let path):
      let line = try JSONText.line(of: difference) + "\n"
      do {
        try file.write(contentsOf: Data(line.utf8))
      } catch {
        throw Self.unwritten(path, error.localizedDescription)
      }
    }
  }

  /// Tells what it all adds up to; beside JSON, to people only.
  ///
  /// - Throws: ``Failure`` when the file could not be written to its end.
  func finish(_ tally: ComparisonTally) throws {
    switch place {
    case .people: Console.line(Spoken.tongue.words(.compared(tally)))
    case .standardOutput: Console.progress(.compared(tally))
    case .file(let file, let path):
      do {
        try file.close()
      } catch {
        throw Self.unwritten(path, error.localizedDescription)
      }
      Console.line(Spoken.tongue.words(.compared(tally)))
    }
  }

  private static func unwritten(_ path: String, _ reason: String) -> Failure {
    Failure(Failure.failed, .reportUnwritten(path, reason: reason))
  }
}
