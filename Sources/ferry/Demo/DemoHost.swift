import ArgumentParser
import Foundation
import Logging
import Migration
import MigrationCore
import MigrationService
import ServiceLifecycle
import Subprocess
import SystemPackage
import UnixSignals
import Words

/// The process behind `ferry demo`: two object stores, a service, tasks.
///
/// It ends with its standard
/// input, or by SIGTERM, and leaves nothing behind.
struct DemoHost: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "demo-host", shouldDisplay: false)

  @Argument(help: "The directory for everything, which must not be there yet.")
  var directory: String

  func run() async throws {
    let directory = FilePath(directory)
    do {
      try FileManager.default.createDirectory(
        atPath: directory.string, withIntermediateDirectories: false,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw Failure(Failure.failed, .demoFolder(directory.string, reason: "\(error)"))
    }
    defer { DemoRemains.clear(directory) }
    do {
      let signals = await UnixSignalsSequence(trapping: EndSignals.heeded)
      try await Self.untilEnd(signals) { try await Self.serve(in: directory) }
    } catch let problem as APIProblem {
      throw Failure(Failure.failed, .demoEnded(problem.line))
    } catch {
      throw Failure(Failure.failed, .demoEnded("\(error)"))
    }
  }

  /// Runs `body` until it fails, a signal comes, or standard input ends.
  private static func untilEnd(
    _ signals: UnixSignalsSequence, _ body: @escaping @Sendable () async throws -> Void
  ) async throws {
    try await withThrowingTaskGroup { group in
      group.addTask { try await body() }
      group.addTask { for await _ in signals { return } }
      group.addTask { await StandardInput.end() }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  private static func serve(in directory: FilePath) async throws {
    let program = try await RcloneProgram.find()
    let stores = try await DemoStores.start(in: directory, program: program)
    try DemoConfiguration(of: directory).write(stores)
    let place = DemoPlace.random
    let (ports, port) = AsyncStream.makeStream(of: Int.self)
    let service = LocalService(
      configuration(in: directory, place: place), mover: RcloneMover(program: program),
      listing: SourceListing(program: program),
      onReady: { addresses in port.yield(addresses.port ?? 0) })
    do {
      try await withThrowingTaskGroup { group in
        group.addTask { try await service.run() }
        group.addTask {
          for await port in ports {
            var place = place
            place.endpoint += String(port)
            try Console.flushedLine(place.line)
            try await DemoTasks(stores: stores, connection: place.connection).seed()
            try Console.flushedLine(DemoPlace.seeded)
          }
        }
        // The first that fails ends the others, and the demo.
        while try await group.next() != nil {}
      }
    } catch {
      await stores.stop()
      throw error
    }
    await stores.stop()
  }

  private static func configuration(
    in directory: FilePath, place: DemoPlace
  ) -> ServiceConfiguration {
    var engine = EngineSettings()
    engine.maxRunning = DemoTasks.maxRunning
    return ServiceConfiguration(
      stateDirectory: directory.appending("state"),
      socket: directory.appending("run").appending("ferry.sock"),
      listener: ServiceConfiguration.Listener(
        host: "127.0.0.1", port: 0,
        accessKeys: [AccessKey(keys: place.keys, project: place.projectID)]),
      engine: engine, log: Logger(label: "demo") { _ in SwiftLogNoOpLogHandler() })
  }
}

extension DemoPlace {
  /// A place with keys that nobody has used before; its endpoint still lacks the port.
  fileprivate static var random: DemoPlace {
    DemoPlace(endpoint: "http://127.0.0.1:", projectID: "demo", keys: .random)
  }
}

extension StorageKeys {
  /// Keys for a store or service that lives as long as this process.
  static var random: StorageKeys {
    StorageKeys(
      accessKey: "DEMO\(randomText(12).uppercased())", secretKey: Secret(randomText(32)))
  }

  private static func randomText(_ length: Int) -> String {
    let letters = Array("abcdefghijkmnpqrstuvwxyz23456789")
    return String((0..<length).compactMap { _ in letters.randomElement() })
  }
}
