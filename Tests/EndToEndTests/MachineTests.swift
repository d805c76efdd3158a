import Foundation
import Subprocess
import SystemPackage
import TestServers
import Testing

/// Ferry on machines that are not as most are.
struct MachineTests {
  private static let list =
    #"{"tasks":[],"count":0}"#

  /// A network that is left by a proxy alone: it answers in the place of the service.
  private static func withProxy(
    _ body:
      @escaping @Sendable (FerryHome, MisbehavingServer, _ address: String) async throws -> Void
  ) async throws {
    try await MisbehavingServer.serving({ request in
      let body = request.method == "CONNECT" ? "" : list
      let length = request.method == "CONNECT" ? "" : "Content-Length: \(list.utf8.count)\r\n"
      return [.send("HTTP/1.1 200 OK\r\n\(length)\r\n\(body)")]
    }) { server, port in
      try await FerryHome.with { home in try await body(home, server, "http://127.0.0.1:\(port)") }
    }
  }

  private static let keys = [
    "FERRY_AUTH_TOKEN": "", "HUAWEICLOUD_SDK_AK": "A", "HUAWEICLOUD_SDK_SK": "B",
  ]

  @Test(arguments: ["HTTP_PROXY", "http_proxy"])
  func `a network that is left by a proxy is left by it`(variable: String) async throws {
    try await Self.withProxy { home, server, address in
      let outcome = try await home.ferry(
        [
          "list", "--endpoint", "http://oms.example.invalid", "--project-id", "p", "--api", "v2",
          "--output", "json",
        ], environment: Self.keys.merging([variable: address]) { $1 })
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(await server.log.first?.target == "oms.example.invalid:80")
    }
  }

  @Test func `a host of NO_PROXY is asked straight away`() async throws {
    try await Self.withProxy { home, server, address in
      let outcome = try await home.ferry(
        ["list", "--endpoint", "http://oms.example.invalid", "--project-id", "p", "--api", "v2"],
        environment: Self.keys.merging(["HTTP_PROXY": address, "NO_PROXY": ".invalid"]) { $1 })
      #expect(outcome.status == 69)
      #expect(await server.log.isEmpty)
    }
  }

  @Test func `a variable that is no proxy is named`() async throws {
    try await FerryHome.with { home in
      let outcome = try await home.ferry(
        ["list", "--endpoint", "https://oms.example.invalid", "--project-id", "p"],
        environment: Self.keys.merging(["HTTPS_PROXY": "ftp://me:secret@proxy"]) { $1 })
      #expect(outcome.status == 64)
      #expect(outcome.error.contains("HTTPS_PROXY is not a proxy"))
      #expect(!outcome.error.contains("secret"))
    }
  }

  /// Starts a service on an address of its own, and says which it printed.
  private func serve(
    _ home: FerryHome, _ options: [String], through program: [String] = []
  ) async throws -> String {
    try Data("AK:SK:p\n".utf8).write(to: URL(filePath: home.path("keys")))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: home.path("keys"))
    try await home.start(["serve", "--access-keys", home.path("keys")] + options, log: "serve")
    try await waitUntil("an address") { home.lines(of: "serve").contains { $0.contains("http") } }
    let line = home.lines(of: "serve").first { $0.contains("http") } ?? ""
    return String(line.split(separator: " ").last ?? "")
  }

  @Test func `an IPv6 address is printed so that it can be used`() async throws {
    try await FerryHome.with { home in
      let address = try await serve(home, ["--listen", "[::1]:0"])
      #expect(address.hasPrefix("http://[::1]:"))
      let outcome = try await home.ferry(
        ["list", "--endpoint", address, "--project-id", "p"],
        environment: ["HUAWEICLOUD_SDK_AK": "AK", "HUAWEICLOUD_SDK_SK": "SK"])
      #expect(outcome.status == 0, "\(outcome.error)")
    }
  }

  @Test func `one's own authority counts by SSL_CERT_FILE and by ca_file`() async throws {
    try await FerryHome.with { home in
      try Data(ServerCertificate.text.utf8).write(to: URL(filePath: home.path("own.pem")))
      try Data(ServerCertificate.key.utf8).write(to: URL(filePath: home.path("key.pem")))
      let address = try await serve(
        home,
        [
          "--listen", "127.0.0.1:0", "--tls-certificate", home.path("own.pem"), "--tls-key",
          home.path("key.pem"),
        ])
      var environment = ["HUAWEICLOUD_SDK_AK": "AK", "HUAWEICLOUD_SDK_SK": "SK"]
      let list = ["list", "--endpoint", address, "--project-id", "p"]
      #expect(try await home.ferry(list, environment: environment).status == 69)
      try home.write(
        configuration:
          "profiles: {own: {endpoint: '\(address)', project_id: p, ca_file: '\(home.path("own.pem"))'}}"
      )
      let profile = try await home.ferry(["list", "--profile", "own"], environment: environment)
      #expect(profile.status == 0, "\(profile.error)")
      environment["SSL_CERT_FILE"] = home.path("own.pem")
      let variable = try await home.ferry(list, environment: environment)
      #expect(variable.status == 0, "\(variable.error)")
    }
  }

  @Test(arguments: [("missing.pem", "key.pem"), ("own.pem", "missing.pem"), ("own.pem", "own.pem")])
  func `a service names the file that it cannot use`(
    certificate: String, key: String
  ) async throws {
    try await FerryHome.with { home in
      try Data(ServerCertificate.text.utf8).write(to: URL(filePath: home.path("own.pem")))
      try Data(ServerCertificate.key.utf8).write(to: URL(filePath: home.path("key.pem")))
      try Data("AK:SK:p\n".utf8).write(to: URL(filePath: home.path("keys")))
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o600], ofItemAtPath: home.path("keys"))
      let outcome = try await home.ferry([
        "serve", "--listen", "127.0.0.1:0", "--access-keys", home.path("keys"),
        "--tls-certificate", home.path(certificate), "--tls-key", home.path(key),
      ])
      #expect(outcome.status == 1)
      #expect(outcome.error.contains(certificate == "own.pem" ? home.path(key) : certificate))
      #expect(outcome.error.split(separator: "\n").count == 1, "\(outcome.error)")
    }
  }

  @Test func `a service that was started with nohup outlives a hang-up`() async throws {
    try await FerryHome.with { home in
      let script = #"nohup "$0" serve >"$1" 2>&1 & echo $!"#
      let shell = try await Subprocess.run(
        .path("/bin/sh"),
        arguments: ["-c", script, try FerryHome.program.string, home.path("log")],
        environment: home.inherited, output: .string(limit: 64))
      let service = try #require(pid_t(shell.standardOutput.filter(\.isNumber)))
      try await waitUntil("a service") { home.lines(of: "log").contains { $0.contains("unix://") } }
      kill(service, SIGHUP)
      // What is asked for behind the signal is answered after it.
      #expect(try await home.ferry("list").status == 0)
      #expect(home.services == [service])
    }
  }

  @Test func `a service without standard streams answers, and writes into none of its files`()
    async throws
  {
    try await FerryHome.with { home in
      async let ended = home.shell(
        #"exec "$0" serve <&- >&- 2>&-"#, [FerryHome.program.string])
      try await waitUntil("a service") { try await home.ferry("doctor").output.contains("runs at") }
      #expect(try await home.ferry("list").status == 0)
      for service in home.services { kill(service, SIGTERM) }
      #expect(try await ended.status == 0)
    }
  }

  @Test(arguments: [["XDG_RUNTIME_DIR": "/proc/nobody/here"], ["HOME": ""]])
  func `a directory that cannot be used is passed over`(
    environment: [String: String]
  ) async throws {
    try await FerryHome.with { home in
      var environment = environment
      if environment["HOME"] == nil { environment["HOME"] = home.path("home") }
      let outcome = try await home.ferry(["list"], environment: environment)
      #expect(outcome.status == 0, "\(outcome.error)")
    }
  }

  @Test func `a state that cannot be made is told in words`() async throws {
    try await FerryHome.with { home in
      let outcome = try await home.ferry(
        ["list"], environment: ["XDG_STATE_HOME": "/proc/nobody/here"])
      #expect(outcome.status == 69)
      #expect(outcome.error.contains("/proc/nobody cannot be made"), "\(outcome.error)")
      #expect(outcome.error.split(separator: "\n").count == 1)
    }
  }
}
