import ArgumentParser
import Foundation

/// Measures the API core from within; `bench.py` calls it and prints the table.
///
/// Each subcommand prints one JSON object.
@main
struct CoreBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "core-bench", abstract: "Measure parts of the API core.",
    subcommands: [
      Decode.self, Sign.self, Load.self, Memory.self, Refresh.self, Serve.self, Pages.self,
    ])

  static func print(_ figures: [String: [Double]]) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    try print(line: String(decoding: try encoder.encode(figures), as: UTF8.self))
  }

  /// Prints a line that a reader at the other end of a pipe sees at once.
  static func print(line: String) throws {
    try FileHandle.standardOutput.write(contentsOf: Data("\(line)\n".utf8))
  }

  /// How long each of `count` calls of `work` takes, in milliseconds.
  static func times(_ count: Int, of work: () throws -> Void) rethrows -> [Double] {
    let clock = ContinuousClock()
    return try (0..<count).map { _ in try clock.measure { try work() } / .milliseconds(1) }
  }
}
