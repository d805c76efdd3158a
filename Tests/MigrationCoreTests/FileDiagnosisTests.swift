import FoundationEssentials
import SystemPackage
import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore
@testable import PrivateFiles

struct FileDiagnosisTests {
  private static func with(
    _ body: (FileDiagnosis, TemporaryDirectory, FerryPaths) throws -> Void
  ) throws {
    try TemporaryDirectory.with { directory in
      let paths = FerryPaths(environment: [
        "HOME": directory.path.string, "XDG_CONFIG_HOME": directory.path.appending("c").string,
        "XDG_STATE_HOME": directory.path.appending("s").string,
      ])
      try body(FileDiagnosis(paths), directory, paths)
    }
  }

  @Test func `nothing there yet is as it should be, and stays so`() throws {
    try Self.with { diagnosis, directory, _ in
      #expect(diagnosis.configuration.map(\.status) == [.ok])
      #expect(diagnosis.state.map(\.status) == [.ok])
      let left = try FileManager.default.contentsOfDirectory(atPath: directory.path.string)
      #expect(left.isEmpty)
    }
  }

  @Test func `each remark on the configuration is a finding`() throws {
    try Self.with { diagnosis, directory, _ in
      try directory.write("profiles: {p: {api: v9, colour: red}}", to: "c/ferry/config.yaml")
      #expect(diagnosis.configuration.map(\.status) == [.warning, .warning])
    }
  }

  @Test func `a configuration that is no YAML is a problem`() throws {
    try Self.with { diagnosis, directory, _ in
      try directory.write("profiles: [", to: "c/ferry/config.yaml")
      #expect(diagnosis.configuration.map(\.status) == [.problem])
    }
  }

  @Test func `a state that others can read is a warning`() throws {
    try Self.with { diagnosis, directory, paths in
      try PrivateFiles.makeDirectory(paths.state)
      try PrivateFiles.replace(paths.journal, with: Data())
      #expect(diagnosis.state.map(\.status) == [.ok])
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o644], ofItemAtPath: paths.journal.string)
      #expect(diagnosis.state.map(\.status) == [.warning])
      #expect(diagnosis.state == [.openState(path: paths.journal.string, isDirectory: false)])
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: paths.state.string)
      #expect(diagnosis.state.first == .openState(path: paths.state.string, isDirectory: true))
    }
  }

  @Test func `a state that cannot be made is a problem`() throws {
    let paths = FerryPaths(environment: ["XDG_STATE_HOME": "/dev/null/x"])
    #expect(FileDiagnosis(paths).state.map(\.status) == [.problem])
  }

  @Test func `a place for the socket that cannot be used, or is too long, is a problem`() throws {
    try Self.with { diagnosis, directory, _ in
      #expect(diagnosis.socket.isEmpty)
      let long = directory.path.appending(String(repeating: "d", count: 100))
      try PrivateFiles.makeDirectory(long)
      let deep = FerryPaths(environment: ["XDG_RUNTIME_DIR": long.string])
      #expect(FileDiagnosis(deep).socket == [.longSocketPath(deep.socket.string, most: 107)])
      let none = FerryPaths(environment: [
        "HOME": directory.path.string, "XDG_RUNTIME_DIR": "/dev/null/x",
      ])
      let finding = Finding.noRuntimeDirectory(path: "/dev/null/x", socket: none.socket.string)
      #expect(FileDiagnosis(none).socket == [finding])
      #expect(finding.status == .problem)
    }
  }
}
