import Foundation
import Subprocess
import SystemPackage
import TestServers
import TestSupport

/// A machine that one logs in to over SSH: OpenSSH's own server on loopback, with keys of its own, at
/// the end of a slow link.
struct SecureShell: Sendable {
  /// Whether there is a server to run, which not every machine can be given.
  static let isInstalled = FileManager.default.isExecutableFile(atPath: "/usr/sbin/sshd")

  /// What leads to the machine, and can be cut.
  let link: SlowLink
  private let directory: FilePath
  private let port: Int

  /// Runs `body` with such a machine.
  ///
  /// - Parameters:
  ///   - directory: An empty directory for keys and configuration.
  ///   - rate: The most bytes a second on the link, either way.
  ///   - delay: How long a byte is under way.
  ///   - body: What is done with it; the server ends afterwards.
  /// - Throws: What `body` throws, or what keeps the server from running.
  static func with(
    in directory: FilePath, rate: Int, delay: Duration,
    _ body: @escaping @Sendable (SecureShell) async throws -> Void
  ) async throws {
    try prepare(directory)
    for key in ["host", "user"] {
      try await run(
        "/usr/bin/ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f",
        directory.appending(key).string)
    }
    try FileManager.default.copyItem(
      atPath: directory.appending("user.pub").string,
      toPath: directory.appending("authorized").string)
    let port = try await start(in: directory)
    defer { end(in: directory) }
    try await SlowLink.serving(to: port, rate: rate, delay: delay) { link, near in
      try await body(SecureShell(link: link, directory: directory, port: near))
    }
  }

  /// The command that logs in and runs `script` in a terminal there.
  func command(_ script: String) -> [String] {
    [
      "ssh", "-tt", "-F", "none", "-p", "\(port)", "-i", directory.appending("user").string,
      "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null",
      "-o", "LogLevel=ERROR", "-o", "BatchMode=yes", "-o", "IdentitiesOnly=yes", "127.0.0.1",
      script,
    ]
  }

  private static func prepare(_ directory: FilePath) throws {
    try FileManager.default.createDirectory(
      atPath: directory.string, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    // What the package's own service would make at its start.
    if geteuid() == 0 {
      try FileManager.default.createDirectory(
        atPath: "/run/sshd", withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o755])
    }
  }

  /// Starts the server on a port that the kernel picks, as far as it lets one.
  private static func start(in directory: FilePath) async throws -> Int {
    for _ in 0..<20 {
      let port = try freePort()
      let settings = """
        ListenAddress 127.0.0.1:\(port)
        HostKey \(directory.appending("host"))
        AuthorizedKeysFile \(directory.appending("authorized"))
        PidFile \(directory.appending("pid"))
        StrictModes no
        UsePAM no
        PermitRootLogin yes
        PasswordAuthentication no
        KbdInteractiveAuthentication no
        ClientAliveInterval 1
        ClientAliveCountMax 3

        """
      let file = directory.appending("sshd_config").string
      try Data(settings.utf8).write(to: URL(filePath: file))
      // It goes into the background once it listens, and fails where somebody else has the port.
      if (try? await run("/usr/sbin/sshd", "-f", file, "-E", "\(directory)/log")) != nil {
        try await waitUntil("the server's number") { processID(in: directory) != nil }
        return port
      }
    }
    throw NeverHappened(expectation: "a free port")
  }

  private static func freePort() throws -> Int {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isFound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, length) == 0 && getsockname(socket, $0, &length) == 0
      }
    }
    guard isFound else { throw Errno(rawValue: errno) }
    return Int(UInt16(bigEndian: address.sin_port))
  }

  private static func processID(in directory: FilePath) -> pid_t? {
    let text = FileManager.default.contents(atPath: directory.appending("pid").string)
    return text.flatMap { pid_t(String(decoding: $0, as: UTF8.self).filter(\.isNumber)) }
  }

  private static func end(in directory: FilePath) {
    if let process = processID(in: directory) { kill(process, SIGTERM) }
  }

  private static func run(_ program: FilePath, _ arguments: String...) async throws {
    let result = try await Subprocess.run(
      .path(program), arguments: Arguments(arguments), output: .discarded, error: .discarded)
    guard result.terminationStatus.isSuccess else {
      throw NeverHappened(expectation: "\(program) to succeed")
    }
  }
}
