import Canvas
import Foundation
import SystemPackage
import TestSupport
import Testing

/// A shell that completes what is typed, with Ferry's script and nobody's settings.
enum Shell: String, CaseIterable {
  case bash, zsh, fish

  /// Runs `body` in a terminal where the shell waits for a command of the user of `home`.
  func run(
    in home: FerryHome, _ body: @Sendable (TerminalSession) async throws -> Void
  ) async throws {
    let program = FilePath("/usr/bin").appending(rawValue).string
    guard FileManager.default.isExecutableFile(atPath: program) else {
      try Test.cancel("\(rawValue) is not installed")
    }
    let script = try await home.ferry("--generate-completion-script", rawValue)
    #expect(script.status == 0)
    var environment = home.environment
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    environment["PATH"] = "\(try FerryHome.program.removingLastComponent()):\(path)"
    environment["ZDOTDIR"] = home.path("shell")
    try await TerminalSession.run(
      [program] + arguments(try settings(script.output, in: home)), environment: environment,
      size: Size(rows: 40, columns: 200)
    ) { terminal in
      try await terminal.waitFor("a prompt") { $0.lines.contains(">") }
      try await body(terminal)
    }
  }

  private func arguments(_ settings: String) -> [String] {
    switch self {
    case .bash: ["--noprofile", "--rcfile", settings, "-i"]
    case .zsh: ["--no-globalrcs", "-i"]
    case .fish: ["--no-config", "-i", "-C", "source \(settings)"]
    }
  }

  /// Writes the script and what makes the shell use it, and returns the path of the latter.
  private func settings(_ script: String, in home: FerryHome) throws -> String {
    try FileManager.default.createDirectory(
      atPath: home.path("shell"), withIntermediateDirectories: true)
    switch self {
    case .bash: return try home.file("shell/rc", script + "\nPS1='> '\n")
    case .zsh:
      _ = try home.file("shell/_ferry", script)
      return try home.file(
        "shell/.zshrc",
        "fpath=(\(home.path("shell")) $fpath)\nautoload -Uz compinit\ncompinit -u -D\nPS1='> '\n")
    case .fish:
      return try home.file(
        "shell/rc", script + "\nfunction fish_prompt; echo -n '> '; end\nset fish_greeting\n")
    }
  }
}
