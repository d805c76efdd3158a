import Foundation
import SystemPackage
import TestServers
import Testing

extension FerryHome {
  /// Runs `ferry` to its end as it is on `machine`; its standard output goes to the file `log`, if one
  /// is named.
  func run(
    _ arguments: [String], on machine: Machine, into log: String? = nil
  ) async throws -> Outcome {
    try prepare()
    let probe = try await shell("\(quoted(machine.inside)) true", [])
    guard probe.status == 0 else { try Test.cancel("\(machine.inside) cannot be had here") }
    if machine.hasFixedHome { try setMode(0o555) }
    defer { if machine.hasFixedHome { try? setMode(0o755) } }
    let redirection = log.map { " >'\(path($0))'" } ?? ""
    let script = """
      \(machine.before)
      exec "$0" "$@" \(machine.closed)\(redirection)
      """
    return try await shell(
      "exec \(quoted(machine.inside + ["/bin/sh", "-c", script])) \"$0\" \"$@\"",
      [try Self.program.string] + arguments.map(own),
      environment: machine.environment.mapValues(own))
  }

  /// What the machines name in the home.
  private func prepare() throws {
    try setMode(0o755)
    try Data("AK:SK:p\n".utf8).write(to: URL(filePath: path("keys")))
    try Data(ServerCertificate.text.utf8).write(to: URL(filePath: path("own.pem")))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path("keys"))
    try FileManager.default.createDirectory(
      atPath: path("open"), withIntermediateDirectories: true)
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: path("open"))
  }

  private func setMode(_ mode: Int) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: directory.string)
  }

  private func own(_ text: String) -> String { text.replacing("HOME_", with: directory.string) }

  /// Words as the shell takes each for one.
  private func quoted(_ words: [String]) -> String {
    words.map { "'\($0.replacing("'", with: #"'\''"#))'" }.joined(separator: " ")
  }
}
