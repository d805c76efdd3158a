import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore

struct KeyCommandTests {
  private func fault(_ command: KeyCommand) async -> KeyFault? {
    do throws(KeyFault) {
      _ = try await command.keys()
      return nil
    } catch {
      return error
    }
  }

  /// Whether a process runs; one that nobody has buried yet does not.
  private func isRunning(_ process: pid_t) -> Bool {
    guard let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else {
      return false
    }
    return stat.drop { $0 != ")" }.dropFirst(2).first != "Z"
  }

  @Test(arguments: [
    "echo AK; echo SK", #"printf 'AK\nSK'"#, #"printf 'AK\r\nSK\r\n\n\n'"#, "echo AK; cat; echo SK",
  ])
  func `a pair is read, however its lines end`(text: String) async throws {
    let keys = try await KeyCommand(text).keys()
    #expect(keys == StorageKeys(accessKey: "AK", secretKey: Secret("SK")))
  }

  @Test func `a third line is the token of temporary keys`() async throws {
    let keys = try await KeyCommand("printf 'AK\nSK/+=\nTOKEN\n'").keys()
    #expect(keys.securityToken == Secret("TOKEN") && keys.secretKey == Secret("SK/+="))
  }

  @Test(
    arguments: [
      ("exit 3", .command(.exited(status: 3))),
      ("echo AK; echo SK; exit 1", .command(.exited(status: 1))),
      ("kill -9 $$", .command(.killed(signal: 9))),
      ("no-such-program-anywhere", .command(.exited(status: 127))),
      ("true", .notKeys(lines: 0)), ("echo AK", .notKeys(lines: 1)),
      (#"printf 'AK\n\nSK\n'"#, .notKeys(lines: 3)),
      ("echo wrong password; echo SK", .notKeys(lines: 2)),
      ("seq 4", .notKeys(lines: 4)), (#"printf 'AK\nS\033K\n'"#, .notKeys(lines: 2)),
    ] as [(String, KeyFault)])
  func `anything else is told without what was printed`(text: String, fault: KeyFault) async {
    #expect(await self.fault(KeyCommand(text)) == fault)
  }

  @Test func `more than keys could be is not read on`() async {
    guard case .command(.notRun) = await fault(KeyCommand("yes AK")) else {
      Issue.record("it was read")
      return
    }
  }

  @Test(.timeLimit(.minutes(2)))
  func `a command that does not end is ended with all that it started`() async throws {
    try await TemporaryDirectory.with { directory in
      let mark = directory.path.appending("child").string
      var command = KeyCommand("sleep 600 & echo $! > '\(mark)'; wait")
      command.limit = .seconds(5)
      #expect(await fault(command) == .command(.endless(after: .seconds(5))))
      let child = try #require(
        pid_t(String(contentsOfFile: mark, encoding: .utf8).filter(\.isNumber)))
      while isRunning(child) { try await Task.sleep(for: .milliseconds(20)) }
    }
  }

  @Test func `a command has no terminal to ask at`() async throws {
    #expect(await fault(KeyCommand("head -c 1 </dev/tty")) != nil)
    let keys = try await KeyCommand("(: </dev/tty) 2>/dev/null && exit 9; echo AK; echo SK").keys()
    #expect(keys.accessKey == "AK")
  }
}
