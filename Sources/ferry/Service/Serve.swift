import ArgumentParser
import Foundation
import Logging
import Migration
import Migration
import MigrationCore
import MigrationService
import ServiceLifecycle
import SystemPackage
import UnixSignals

/// `ferry serve`: the local service in the foreground.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run the local migration service.",
    discussion: HelpNotes.ending(
      """
      It answers on a Unix socket that is for you alone. With --listen it also answers on TCP, where \
      every request must be signed. It runs the rclone that FERRY_RCLONE names, else the one that \
      came with it, else the one on PATH.
      """,
      example:
        "ferry serve --listen 127.0.0.1:8080 --access-keys /srv/keys --local-root /srv/photos"))

  @Option(help: "HOST:PORT to listen on as well; port 0 lets the system pick one.")
  var listen: String?

  @Option(
    help: "A file of ACCESS_KEY:SECRET_KEY:PROJECT_ID lines that nobody else can read.",
    completion: .file())
  var accessKeys: String?

  @Option(
    help: "The certificate chain, PEM; needed for a HOST other than loopback.",
    completion: .file())
  var tlsCertificate: String?

  @Option(help: "The certificate's key, PEM.", completion: .file())
  var tlsKey: String?

  @Option(help: "Where tasks are kept.", completion: .directory)
  var stateDir: String?

  @Option(help: "How many tasks may run at once.")
  var maxRunning: Int = 5

  @Option(
    parsing: .upToNextOption,
    help: "Directories that callers over TCP may use as local: locations.",
    completion: .directory)
  var localRoot: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: "Remotes of your rclone configuration that callers over TCP may use.")
  var rcloneRemote: [String] = []

  @Option(help: "trace, debug, info, notice, warning, error or critical.")
  var logLevel: String = "notice"

  func validate() throws {
    guard (1...1000).contains(maxRunning) else {
      throw ValidationError("--max-running takes 1 to 1000")
    }
    guard Logger.Level(rawValue: logLevel) != nil else {
      throw ValidationError("'\(logLevel)' is not a log level; try info or debug")
    }
    guard (listen == nil) == (accessKeys == nil) else {
      throw ValidationError("--listen and --access-keys belong together")
    }
    guard (tlsCertificate == nil) == (tlsKey == nil) else {
      throw ValidationError("--tls-certificate and --tls-key belong together")
    }
  }

  func run() async throws {
    let log = Self.logger(level: Logger.Level(rawValue: logLevel) ?? .notice)
    do {
      let configuration = try serviceConfiguration(log: log)
      let program = try await RcloneProgram.find()
      let scheme = tlsCertificate == nil ? "http" : "https"
      let service = LocalService(
        configuration, mover: RcloneMover(program: program),
        moverTrouble: { Self.trouble(with: program) }
      ) { addresses in
        Console.flushedLine("listening on unix://\(addresses.socket)")
        if let port = addresses.port, let host = configuration.listener?.host {
          Console.flushedLine("listening on \(scheme)://\(HostAndPort.text(host)):\(port)")
        }
      }
      try await ServiceGroup(
        configuration: ServiceGroupConfiguration(
          services: [service], gracefulShutdownSignals: EndSignals.heeded, logger: log)
      ).run()
    } catch let error as Failure {
      throw error
    } catch let fault as RcloneFault {
      throw Failure(Failure.failed, "the service cannot run: \(fault.line)")
    } catch {
      throw Failure(Failure.failed, "the service cannot run: \(error)")
    }
  }

  private func serviceConfiguration(log: Logger) throws -> ServiceConfiguration {
    let paths = FerryPaths(environment: Environment.current)
    var engine = EngineSettings()
    engine.maxRunning = maxRunning
    return ServiceConfiguration(
      stateDirectory: stateDir.map(Self.absolute) ?? paths.state,
      socket: paths.socket,
      listener: try listener(),
      localRoots: localRoot.map(Self.absolute),
      rcloneRemotes: rcloneRemote.map { $0.hasSuffix(":") ? String($0.dropLast()) : $0 },
      engine: engine, log: log)
  }

  private func listener() throws -> ServiceConfiguration.Listener? {
    guard let listen, let accessKeys else { return nil }
    guard let place = HostAndPort(listen), let port = place.port else {
      throw Failure(Failure.usage, "'\(listen)' is not HOST:PORT, such as 127.0.0.1:8080")
    }
    return ServiceConfiguration.Listener(
      host: place.host, port: port,
      accessKeys: try AccessKeyFile.keys(in: Self.absolute(accessKeys)),
      tls: tlsCertificate.flatMap { certificate in
        tlsKey.map { (certificate: Self.absolute(certificate), key: Self.absolute($0)) }
      })
  }

  private static func absolute(_ path: String) -> FilePath {
    FilePath(FileManager.default.currentDirectoryPath).pushing(FilePath(path))
  }

  private static func logger(level: Logger.Level) -> Logger {
    var log = Logger(label: "ferry") { StreamLogHandler.standardError(label: $0) }
    log.logLevel = level
    return log
  }

  private static func trouble(with program: RcloneProgram) -> String? {
    FileManager.default.isExecutableFile(atPath: program.path.string)
      ? nil : "\(program.path) is gone; install rclone again"
  }
}
