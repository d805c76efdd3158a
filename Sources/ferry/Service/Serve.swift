import ArgumentParser
import Foundation
import Logging
import Migration
import MigrationCore
import MigrationService
import ServiceLifecycle
import SystemPackage
import UnixSignals
import Words

/// `ferry serve`: the local service in the foreground.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: .of(.serve),
    discussion: .of(
      .serve,
      example:
        "ferry serve --listen 127.0.0.1:8080 --access-keys /srv/keys --local-root /srv/photos"))

  @Option(help: .of(.listen))
  var listen: String?

  @Option(
    help: .of(.accessKeys),
    completion: .file())
  var accessKeys: String?

  @Option(
    help: .of(.tlsCertificate),
    completion: .file())
  var tlsCertificate: String?

  @Option(help: .of(.tlsKey), completion: .file())
  var tlsKey: String?

  @Option(help: .of(.stateDirectory), completion: .directory)
  var stateDir: String?

  @Option(help: .of(.socket), completion: .file())
  var socket: String?

  @Option(help: .of(.mostRunning))
  var maxRunning: Int = 5

  @Option(
    parsing: .upToNextOption,
    help: .of(.localRoots),
    completion: .directory)
  var localRoot: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: .of(.rcloneRemotes))
  var rcloneRemote: [String] = []

  @Option(parsing: .upToNextOption, help: .of(.urlHosts))
  var urlHost: [String] = []

  @Option(help: .of(.serviceWebhook))
  var webhook: String?

  @Option(help: .of(.timeZone), completion: Completions.timeZones)
  var timezone: String?

  @Option(help: .of(.logLevel))
  var logLevel: String = "notice"

  @Option(help: .of(.logFormat))
  var logFormat = LogFormat.text

  func validate() throws {
    guard (1...1000).contains(maxRunning) else {
      throw ValidationError(.runningRange)
    }
    guard Logger.Level(rawValue: logLevel) != nil else {
      throw ValidationError(.notALogLevel(logLevel))
    }
    if let timezone, ServiceZone(named: timezone) == nil {
      throw ValidationError(.notATimeZone(timezone))
    }
    if let webhook, WebhookAddress(webhook) == nil {
      throw ValidationError(.notAnAddress)
    }
    guard (listen == nil) == (accessKeys == nil) else {
      throw ValidationError(.together("--listen", "--access-keys"))
    }
    guard (tlsCertificate == nil) == (tlsKey == nil) else {
      throw ValidationError(.together("--tls-certificate", "--tls-key"))
    }
  }

  func run() async throws {
    let log = Self.logger(level: Logger.Level(rawValue: logLevel) ?? .notice, as: logFormat)
    do {
      let configuration = try serviceConfiguration(log: log)
      let program = try await RcloneProgram.find()
      let scheme = tlsCertificate == nil ? "http" : "https"
      let service = LocalService(
        configuration, mover: RcloneMover(program: program, confinement: Self.confinement),
        listing: SourceListing(program: program, confinement: Self.confinement),
        moverTrouble: { Self.trouble(with: program) }
      ) { addresses in
        // A service goes on where nobody reads where it is.
        try? Console.flushedLine("listening on unix://\(addresses.socket)")
        if let port = addresses.port, let host = configuration.listener?.host {
          try? Console.flushedLine("listening on \(scheme)://\(HostAndPort.text(host)):\(port)")
        }
      }
      try await ServiceGroup(
        configuration: ServiceGroupConfiguration(
          services: [service], gracefulShutdownSignals: EndSignals.heeded, logger: log)
      ).run()
    } catch let error as Failure {
      throw error
    } catch let fault as RcloneFault {
      throw Failure(Failure.failed, .cannotServe(fault.line))
    } catch {
      throw Failure(Failure.failed, .cannotServe("\(error)"))
    }
  }

  private static var confinement: RunConfinement? {
    RcloneProgram.runningExecutable.map(RunConfinement.init(program:))
  }

  private func serviceConfiguration(log: Logger) throws -> ServiceConfiguration {
    let paths = FerryPaths(environment: Environment.current)
    var engine = EngineSettings()
    engine.maxRunning = maxRunning
    engine.zone = timezone.flatMap(ServiceZone.init) ?? .machine
    return ServiceConfiguration(
      stateDirectory: stateDir.map(Self.absolute) ?? paths.state,
      socket: socket.map(Self.absolute) ?? paths.socket,
      listener: try listener(),
      localRoots: localRoot.map(Self.absolute),
      rcloneRemotes: rcloneRemote.map { $0.hasSuffix(":") ? String($0.dropLast()) : $0 },
      urlHosts: urlHost, webhook: webhook.flatMap { WebhookAddress($0) }, engine: engine, log: log)
  }

  private func listener() throws -> ServiceConfiguration.Listener? {
    guard let listen, let accessKeys else { return nil }
    guard let place = HostAndPort(listen), let port = place.port else {
      throw Failure(Failure.usage, .notAPlace(listen))
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

  private static func logger(level: Logger.Level, as format: LogFormat) -> Logger {
    let file = LogFile(.standardError, at: FerryPaths(environment: Environment.current).log)
    var log = Logger(label: "ferry") { RotatedLogHandler(label: $0, file, as: format) }
    log.logLevel = level
    return log
  }

  private static func trouble(with program: RcloneProgram) -> String? {
    FileManager.default.isExecutableFile(atPath: program.path.string)
      ? nil : "\(program.path) is gone; install rclone again"
  }
}

extension LogFormat: ExpressibleByArgument {}
