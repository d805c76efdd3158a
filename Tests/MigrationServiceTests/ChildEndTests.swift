import FoundationEssentials
import SystemPackage
import TestSupport
import Testing

@testable import MigrationService

/// How children are asked to end.
@Suite(.timeLimit(.minutes(1)))
struct ChildEndTests {
  /// Notes each request to end, and ends when there is a file `over`.
  private static let script = """
    trap 'echo asked >>asked-to-end' TERM
    : >ready
    until [ -e over ]; do sleep 0.01; done
    """

  @Test func `a child is asked to end once, whoever asks and in whichever process`() async throws {
    try await TemporaryDirectory.with { directory in
      let files = ChildFiles(directory: directory.path, purpose: .copy, attempt: 1)
      var child = try await RcloneChild(
        starting: ["/bin/sh", "-c", Self.script], environment: ["PATH": "/usr/bin:/bin"],
        files: files)
      try await eventually("the child is ready") { directory.has("ready") ? true : nil }
      child.terminate()
      try await eventually("the child was asked") { directory.has("asked-to-end") ? true : nil }
      child.terminate()
      var adopted = RcloneChild(adopting: files)
      adopted.terminate()
      // Signals come in order: a second one would be noted before the child sees this file.
      try directory.write("", to: "over")
      try await eventually("the child has ended") { child.isAlive ? nil : true }
      let asked = SmallFile.read(directory.path.appending("asked-to-end"))
      #expect(asked.map { String(decoding: $0, as: UTF8.self) } == "asked\n")
    }
  }

  /// An `mv` that, so many times, ends the shell that has called it.
  private static func script(deaths: Int) -> String {
    """
    #!/bin/sh
    [ "$(/bin/ls deaths 2>/dev/null | /usr/bin/wc -l)" -ge \(deaths) ] && exec /bin/mv "$@"
    /bin/mkdir -p "deaths/$$"
    kill -9 $PPID
    """
  }

  @Test(arguments: [(1, true), (2, true), (3, false)])
  func `a shell that dies before its child is known is tried again, with nothing left of it`(
    deaths: Int, isStarted: Bool
  ) async throws {
    try await TemporaryDirectory.with { directory in
      try directory.write(Self.script(deaths: deaths), to: "mv")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o700], ofItemAtPath: directory.path.appending("mv").string)
      let files = ChildFiles(directory: directory.path, purpose: .copy, attempt: 1)
      let child = try? await RcloneChild(
        starting: ["/bin/sh", "-c", "until [ -e over ]; do /bin/sleep 0.01; done"],
        environment: ["PATH": directory.path.string], files: files)
      #expect((child != nil) == isStarted)
      #expect(child?.isAlive ?? false == isStarted)
      await child?.kill()
      #expect(ProcessIdentity.marked("FERRY_RUN=\(directory.path.appending("copy"))").isEmpty)
    }
  }
}
