import Foundation
import Subprocess
import SystemPackage
import TestSupport

/// A user of Ferry with a home of their own: nothing that is on the machine counts.
struct FerryHome: Sendable {
  let directory: FilePath

  /// What a command printed and how it ended.
  struct Outcome: Sendable {
    var status: Int32
    var output: String
    var error: String

    /// What JSON was printed.
    func json<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
      try JSONDecoder().decode(type, from: Data(output.utf8))
    }
  }

  /// Runs `body` with a new home; whatever runs for it afterwards is ended.
  static func with<Value>(_ body: (FerryHome) async throws -> Value) async throws -> Value {
    try await TemporaryDirectory.with { directory in
      let home = FerryHome(directory: directory.path)
      do {
        let value = try await body(home)
        await home.endProcesses()
        return value
      } catch {
        await home.endProcesses()
        throw error
      }
    }
  }

  /// The program beside the test bundle.
  static var program: FilePath {
    get throws {
      FilePath(try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
        .removingLastComponent().appending("ferry")
    }
  }

  var environment: [String: String] {
    var variables = [
      "HOME": directory.string, "XDG_CONFIG_HOME": path("config"),
      "XDG_STATE_HOME": path("state"), "XDG_RUNTIME_DIR": path("run"), "NO_COLOR": "",
    ]
    for name in Self.unwanted { variables[name] = "" }
    return variables
  }

  private static let unwanted = [
    "FERRY_AUTH_TOKEN", "FERRY_IAM_USER", "FERRY_IAM_PASSWORD", "FERRY_IAM_ACCOUNT",
    "HUAWEICLOUD_SDK_AK", "HUAWEICLOUD_SDK_SK", "HUAWEICLOUD_SDK_SECURITY_TOKEN",
    "HUAWEICLOUD_SDK_PROJECT_ID", "HUAWEICLOUD_SDK_REGION", "HUAWEICLOUD_SDK_IAM_ENDPOINT",
    "HUAWEICLOUD_SDK_CREDENTIALS_FILE",
  ]

  /// A path in this home.
  func path(_ name: String) -> String { directory.appending(name).string }

  /// Runs `ferry` to its end.
  func ferry(
    _ arguments: [String], environment more: [String: String] = [:]
  ) async throws -> Outcome {
    let outcome = try await run(Self.program, arguments, environment: more)
    try note(arguments, more, status: outcome.status)
    return outcome
  }

  /// Notes a command for whoever looks for options that no test has used.
  func note(
    _ arguments: [String], _ environment: [String: String], status: Int32? = nil
  ) throws {
    let isCloud = environment["HUAWEICLOUD_SDK_AK"] == V2Session.keys["HUAWEICLOUD_SDK_AK"]
    try CommandRecord.note(arguments, isCloud: isCloud, status: status)
  }

  /// Runs a script of the shell to its end, with `arguments` from `$0` on.
  func shell(
    _ script: String, _ arguments: [String], environment more: [String: String] = [:]
  ) async throws -> Outcome {
    try await run("/bin/sh", ["-c", script] + arguments, environment: more)
  }

  private func run(
    _ program: FilePath, _ arguments: [String], environment more: [String: String]
  ) async throws -> Outcome {
    var options = PlatformOptions()
    // Away from the terminal that the tests may have been started from.
    options.createSession = true
    let result = try await Subprocess.run(
      .path(program), arguments: Arguments(arguments), environment: variables(more),
      platformOptions: options, output: .string(limit: 4 << 20), error: .string(limit: 1 << 20))
    let status: Int32 =
      switch result.terminationStatus {
      case .exited(let code): code
      case .signaled(let signal): -signal
      }
    return Outcome(status: status, output: result.standardOutput, error: result.standardError)
  }

  func ferry(_ arguments: String...) async throws -> Outcome { try await ferry(arguments) }

  /// Starts `ferry` in the background; what it prints goes to the file `log` of this home.
  ///
  /// It is run by the words of `entry`, if there are any.
  func start(
    _ arguments: [String], log: String, environment more: [String: String] = [:],
    through entry: [String] = []
  ) async throws {
    try note(arguments, more)
    let script = #"log=$0; "$@" </dev/null >"$log" 2>&1 &"#
    let shell = try await Subprocess.run(
      .path("/bin/sh"),
      arguments: Arguments(["-c", script, path(log)] + entry + [Self.program.string] + arguments),
      environment: variables(more), output: .discarded)
    guard shell.terminationStatus.isSuccess else { throw NeverHappened(expectation: "a start") }
  }

  /// The environment of the tests, as this user has it.
  var inherited: Environment { variables([:]) }

  private func variables(_ more: [String: String]) -> Environment {
    var variables = Environment.inherit
    for (name, value) in environment.merging(more, uniquingKeysWith: { $1 }) {
      variables = variables.updating([Environment.Key(stringLiteral: name): value])
    }
    return variables
  }

  /// The processes that were started for this home, by what their environment says.
  func processes(_ word: String = "") -> [pid_t] {
    let mark = Data(directory.string.utf8)
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return entries.compactMap { pid_t($0) }.filter { process in
      guard process != getpid(),
        FileManager.default.contents(atPath: "/proc/\(process)/environ")?.firstRange(of: mark)
          != nil,
        let command = FileManager.default.contents(atPath: "/proc/\(process)/cmdline")
      else { return false }
      return word.isEmpty || command.firstRange(of: Data(word.utf8)) != nil
    }
  }

  /// The services that run for this home.
  var services: [pid_t] { processes("ferry\u{0}serve") }

  /// The folders of the demos that were started for this home.
  func demoFolders() -> [String] {
    let arguments = processes("demo-host").compactMap { process in
      FileManager.default.contents(atPath: "/proc/\(process)/cmdline")?.split(separator: 0).last
    }
    return arguments.map { String(decoding: $0, as: UTF8.self) }
  }

  private func endProcesses() async {
    for process in processes() { kill(process, SIGKILL) }
  }
}
