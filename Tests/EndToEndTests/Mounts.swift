import Foundation
import Testing

/// File systems that only those see who enter; they go when the home's processes go.
struct Mounts: Sendable {
  private let home: FerryHome
  private let holder: pid_t

  /// What runs a program among the mounts.
  var entry: [String] {
    ["nsenter", "--target", "\(holder)", "--user", "--mount", "--preserve-credentials"]
  }

  /// Makes a place of its own for mounts and runs `script` there; a test on a machine that has none to
  /// give is left out, and that is told.
  init(of home: FerryHome, _ script: String) async throws {
    self.home = home
    let started = try await home.shell(
      """
      unshare --user --map-root-user --mount sh -c 'echo ready; exec sleep infinity' \
        </dev/null >"$0" 2>&1 &
      echo "$!"
      """, [home.path("mounts.log")])
    holder = pid_t(started.output.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
    var said = ""
    let (log, process) = (home.path("mounts.log"), holder)
    try await waitUntil("a place for mounts") {
      said =
        FileManager.default.contents(atPath: log).map { String(decoding: $0, as: UTF8.self) } ?? ""
      return said.contains("ready") || kill(process, 0) != 0
    }
    guard said.contains("ready") else { try Test.cancel("no mounts can be had here: \(said)") }
    try await run(script)
  }

  /// Runs a script of the shell among the mounts.
  func run(_ script: String) async throws {
    let outcome = try await home.shell("exec \"$0\" \"$@\"", entry + ["sh", "-euc", script])
    guard outcome.status == 0 else {
      throw NeverHappened(expectation: "\(script): \(outcome.error)")
    }
  }

  /// How those outside name what is at `path` inside.
  func path(_ path: String) -> String { "/proc/\(holder)/root\(path)" }
}
