import Foundation
import Migration
import MigrationService
import Subprocess
import SystemPackage
import Testing
import TestSupport

/// What is done, and what there is to search.
struct SecretSession {
  let home: FerryHome
  let stores: Stores
  var outputs: [String] = []

  // Each of them is recognised wherever it turns up.
  let wrongSource = "marked-wrong-source-\(UUID())"
  let wrongDestination = "marked-wrong-destination-\(UUID())"
  let service = "marked-service-\(UUID())"
  let wrongService = "marked-wrong-service-\(UUID())"
  let token = "marked-token-\(UUID())"
  let temporary = "marked-temporary-\(UUID())"
  let password = "marked-password-\(UUID())"

  init(home: FerryHome, stores: Stores) {
    self.home = home
    self.stores = stores
  }

  var secrets: [String] {
    [
      stores.source.keys.secretKey.reveal(), stores.destination.keys.secretKey.reveal(),
      wrongSource, wrongDestination, service, wrongService, token, temporary, password,
    ]
  }

  var wrongKeys: [String: String] {
    var keys = stores.keys
    keys["FERRY_SOURCE_SK"] = wrongSource
    keys["FERRY_DESTINATION_SK"] = wrongDestination
    return keys
  }

  @discardableResult
  mutating func run(
    _ arguments: String..., environment: [String: String] = [:]
  ) async throws -> FerryHome.Outcome {
    let outcome = try await home.ferry(arguments, environment: environment)
    outputs += [outcome.output, outcome.error]
    return outcome
  }

  func id(_ outcome: FerryHome.Outcome) -> String {
    outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Gives the service tasks with right and with wrong keys, and waits until objects move.
  mutating func loadService() async throws {
    // The service starts with this command, whose environment has everything.
    var everything = stores.keys
    // A crash is reported, but without the names of functions, which take minutes to find.
    everything["SWIFT_BACKTRACE"] = "symbolicate=off"
    everything["FERRY_AUTH_TOKEN"] = token
    everything["HUAWEICLOUD_SDK_SK"] = wrongService
    everything["HUAWEICLOUD_SDK_SECURITY_TOKEN"] = temporary
    let created = try await run(
      "create", "--from", stores.from, "--to", stores.to, environment: everything)
    #expect(created.status == 0, "\(created.error)")
    let wrong = try await run(
      "create", "--from", stores.from, "--to", stores.to, environment: wrongKeys)
    try await run("wait", id(wrong), "--for", "failed", "--timeout", "60s")
    let (home, running) = (home, id(created))
    try await waitUntil("objects that move") {
      try await home.ferry("show", running, "--output", "json").json(ListedTask.self)
        .succeeded_objects > 0
    }
    try await run("stop", running, "--yes", "--wait")
    try await run("start", running, "--yes", environment: stores.keys)
  }

  mutating func failToStart() async throws {
    let failed = try await run("list", "--filter", "state:failed", "--output", "json")
      .json([ListedTask].self)
    let id = try #require(failed.first?.id)
    try await run("start", String(id), "--yes", environment: wrongKeys)
    try await run("wait", String(id), "--for", "failed", "--timeout", "60s")
    try await run("show", String(id))
    try await run("show", String(id), "--output", "json")
    try await run("history", "--output", "json")
    try await run("history", "--task", String(id))
  }

  /// Shows credentials that are wrong to a second service, which wants them on TCP.
  mutating func showWrongCredentials() async throws {
    let file = home.directory.appending("access-keys")
    try Data("ACCESS:\(service):project\n".utf8).write(to: URL(filePath: file.string))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: file.string)
    // Another user of the same home: the socket of the first service is taken.
    let other = [
      "XDG_RUNTIME_DIR": home.path("run2"), "XDG_STATE_HOME": home.path("state2"),
    ]
    try await home.start(
      ["serve", "--listen", "127.0.0.1:0", "--access-keys", file.string], log: "serve.log",
      environment: other)
    let home = home
    var address = ""
    try await waitUntil("the service on TCP") {
      let log = contents(home.path("serve.log")).map { String(decoding: $0, as: UTF8.self) } ?? ""
      address = log.firstMatch(of: #/http:\/\/127\.0\.0\.1:[0-9]+/#).map { String($0.output) } ?? ""
      return !address.isEmpty
    }
    let right = ["HUAWEICLOUD_SDK_AK": "ACCESS", "HUAWEICLOUD_SDK_SK": service]
    let wrong = ["HUAWEICLOUD_SDK_AK": "ACCESS", "HUAWEICLOUD_SDK_SK": wrongService]
    let allowed = try await run(
      "list", "--endpoint", address, "--project-id", "project", environment: right)
    #expect(allowed.status == 0, "\(allowed.error)")
    let refused = try await run(
      "list", "--endpoint", address, "--project-id", "project", environment: wrong)
    #expect(refused.status == 77, "\(refused.error)")
    let withTemporary = wrong.merging(["HUAWEICLOUD_SDK_SECURITY_TOKEN": temporary]) { $1 }
    try await run(
      "list", "--endpoint", address, "--project-id", "project", environment: withTemporary)
    let withToken = try await run(
      "stop", "1", "--yes", "--endpoint", address, "--project-id", "project",
      environment: ["FERRY_AUTH_TOKEN": token])
    #expect(withToken.status == 77, "\(withToken.error)")
  }

  mutating func giveMalformedAddresses() async throws {
    let address = "https://user:\(password)@host.example"
    for arguments in [
      ["list", "--endpoint", address, "--project-id", "p"],
      ["create", "--from", "s3://photos?endpoint=\(address)", "--to", "local:/x"],
      ["create", "--from", "s3://photos/\(address)?region=\(address)", "--to", "local:/x"],
    ] {
      let outcome = try await home.ferry(arguments, environment: stores.keys)
      outputs += [outcome.output, outcome.error]
      #expect(outcome.status == 64, "\(outcome.error)")
    }
  }

  /// Lets the service crash under load, and has it started again by the next command.
  mutating func crashService() async throws {
    let home = home
    try await waitUntil("the end of the service") {
      // The first one is caught, to report the crash; as nothing is wrong, the program then goes on.
      for process in home.services { kill(process, SIGABRT) }
      return home.services.isEmpty
    }
    try await run("list", environment: stores.keys)
    #expect(!home.services.isEmpty)
  }
}
