import Canvas
import Foundation
import SystemPackage
import TestSupport
import Testing

/// What a terminal is shown in the user's locale.
struct LocaleTests {
  private static let tasks = [ServedTask(101, "照片-archive"), ServedTask(102, "fotos-äöü")]

  /// Runs `ferry` on a terminal in a locale, and gives what it shows.
  private static func shown(
    _ arguments: [String], in locale: [String: String]
  ) async throws -> String {
    let (found, finding) = AsyncStream.makeStream(of: String.self)
    try await V2Session.with(tasks) { session in
      try session.makeDefault()
      let command = ["/bin/sh", "-c", #""$0" "$@"; read -r end"#, try FerryHome.program.string]
      let environment = session.home.environment.merging(V2Session.keys) { $1 }.merging(locale) {
        $1
      }
      try await TerminalSession.run(
        command + arguments, environment: environment, size: Size(rows: 30, columns: 132)
      ) { terminal in
        let screen = try await terminal.waitFor("all names") { screen in
          screen.contains("-archive") && (arguments.contains("show") || screen.contains("fotos-"))
        }
        finding.yield(screen.text)
      }
    }
    finding.finish()
    return try #require(await found.first { _ in true })
  }

  @Test(arguments: [["LC_ALL": "C"], ["LC_ALL": "POSIX"], ["LC_ALL": "en_US.ISO-8859-1"]])
  func `a terminal of another charset is shown ASCII only`(
    locale: [String: String]
  ) async throws {
    for arguments in [[], ["list"], ["show", "101"]] {
      let shown = try await Self.shown(arguments, in: locale)
      #expect(shown.utf8.allSatisfy { $0 < 0x80 }, "\(shown)")
      #expect(shown.contains("??-archive"), "\(shown)")
    }
  }

  @Test(arguments: [
    ["LC_ALL": "C.UTF-8"], ["LC_ALL": "", "LC_CTYPE": "", "LANG": ""],
    ["LC_ALL": "C", "FERRY_LANG": "zh"], ["LC_ALL": "de_DE.UTF-8@euro"],
  ])
  func `any other terminal is shown the names as they are`(
    locale: [String: String]
  ) async throws {
    for arguments in [[], ["list"]] {
      let shown = try await Self.shown(arguments, in: locale)
      #expect(shown.contains("照片-archive") && shown.contains("fotos-äöü"), "\(shown)")
    }
  }

  @Test func `a pipe gets the names as they are in every locale`() async throws {
    try await V2Session.with(Self.tasks) { session in
      let outcome = try await session.ferry(
        ["list"], environment: V2Session.keys.merging(["LC_ALL": "C"]) { $1 })
      #expect(outcome.output.contains("照片-archive"))
    }
  }
}
