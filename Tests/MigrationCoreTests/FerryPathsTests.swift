import FoundationEssentials
import SystemPackage
import TestSupport
import Testing

@testable import MigrationCore

struct FerryPathsTests {
  @Test(
    arguments: [
      (["XDG_CONFIG_HOME": "/c", "XDG_STATE_HOME": "/s"], "/c", "/s"),
      ([:], "/home/me/.config", "/home/me/.local/state"),
      (
        ["XDG_CONFIG_HOME": "relative", "XDG_STATE_HOME": ""], "/home/me/.config",
        "/home/me/.local/state"
      ),
    ] as [([String: String], String, String)])
  func `files lie where the XDG variables say, and else in their usual places`(
    environment: [String: String], configuration: String, state: String
  ) {
    let paths = FerryPaths(environment: environment.merging(["HOME": "/home/me"]) { $1 })
    #expect(paths.configuration == FilePath(configuration).appending("ferry/config.yaml"))
    #expect(paths.state == FilePath(state).appending("ferry"))
    #expect(paths.journal == FilePath(state).appending("ferry/journal.jsonl"))
  }

  @Test func `a directory for sockets that can be made is used`() throws {
    try TemporaryDirectory.with { directory in
      let runtime = directory.path.appending("run")
      let paths = FerryPaths(environment: [
        "HOME": directory.path.string, "XDG_RUNTIME_DIR": runtime.string,
      ])
      #expect(paths.socket == runtime.appending("ferry/ferry.sock"))
      #expect(paths.unusableRuntimeDirectory == nil)
    }
  }

  @Test(arguments: ["/proc/nobody/here", "/dev/null"])
  func `a directory for sockets that nobody can make is passed over`(runtime: String) throws {
    try TemporaryDirectory.with { directory in
      let paths = FerryPaths(environment: [
        "HOME": directory.path.string, "XDG_RUNTIME_DIR": runtime,
      ])
      #expect(paths.socket == directory.path.appending(".local/state/ferry/ferry.sock"))
      #expect(paths.unusableRuntimeDirectory == FilePath(runtime))
    }
  }

  @Test func `where the home is not there, the socket is beside the state`() throws {
    try TemporaryDirectory.with { directory in
      let paths = FerryPaths(environment: [
        "HOME": directory.path.appending("none").string, "XDG_STATE_HOME": directory.path.string,
      ])
      #expect(paths.socket == directory.path.appending("ferry/ferry.sock"))
    }
  }

  @Test(arguments: [[:], ["HOME": ""], ["HOME": "relative"]] as [[String: String]])
  func `without a home in the environment the one of the list of users counts`(
    environment: [String: String]
  ) {
    let home = FilePath(
      FileManager.default.homeDirectoryForCurrentUser.path(percentEncoded: false))
    let paths = FerryPaths(environment: environment)
    #expect(paths.configuration.isAbsolute)
    #expect(paths.configuration.string.hasSuffix("/.config/ferry/config.yaml"))
    #expect(
      ProcessInfo.processInfo.environment["HOME"] != home.string
        || paths.configuration.starts(with: home))
  }
}
