package import Migration
import Subprocess
import SystemPackage

/// A command of the user's that prints keys: the access key, its secret key and perhaps a token, a
/// line each.
///
/// What it prints is kept in memory alone, and no error has any of it.
package struct KeyCommand: Equatable, Sendable {
  /// The command, for `sh`.
  package let text: String
  /// How long it may run.
  package var limit = Duration.seconds(60)

  /// Three lines of keys are far shorter.
  private static let mostBytes = 64 << 10

  /// A command.
  package init(_ text: String) {
    self.text = text
  }

  /// Runs the command, which reads nothing and whose complaints are not seen.
  ///
  /// - Throws: `KeyFault` when it does not end well, or prints no keys.
  package func keys() async throws(KeyFault) -> StorageKeys {
    let bytes: [UInt8]
    do {
      bytes = try await UserCommand.run(within: limit) { [text] in
        let outcome = try await Subprocess.run(
          .path("/bin/sh"), arguments: ["-c", text], platformOptions: UserCommand.options,
          input: .none, output: .bytes(limit: Self.mostBytes), error: .discarded)
        return (outcome.terminationStatus, outcome.standardOutput)
      }
    } catch {
      throw .command(error)
    }
    return try Self.keys(in: bytes)
  }

  /// The keys that were printed.
  static func keys(in bytes: [UInt8]) throws(KeyFault) -> StorageKeys {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    // A blank or a byte of another kind is a part of a sentence, and of no key.
    let areKeys = lines.allSatisfy { line in
      !line.isEmpty && line.allSatisfy { byte in (33...126).contains(byte) }
    }
    guard (2...3).contains(lines.count), areKeys else { throw .notKeys(lines: lines.count) }
    let texts = lines.map { String(decoding: $0, as: UTF8.self) }
    return StorageKeys(
      accessKey: texts[0], secretKey: Secret(texts[1]),
      securityToken: texts.count > 2 ? Secret(texts[2]) : nil)
  }
}
