import ArgumentParser
import Foundation
import Migration
import MigrationCore
import OMSClient

/// Reads all tasks of a service, as the command line does.
struct Load: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Read all tasks of a service.")

  @Argument(help: "The service's Unix socket, or its address.")
  var service: String

  @Option(help: "The most pages that are asked for at once.")
  var atOnce: Int = 4

  func run() async throws {
    let clock = ContinuousClock()
    let firstPage = try await clock.measure {
      _ = try await SampleClient.client(of: service).listAll(limit: 100)
    }
    let start = clock.now
    let all = try await SampleClient.client(of: service).listAll(atOnce: atOnce)
    let end = clock.now - start
    let memory = try ProcessMemory.now
    try CoreBench.print([
      "tasks": [Double(all.tasks.count)], "first_ms": [firstPage / .milliseconds(1)],
      "all_ms": [end / .milliseconds(1)], "resident_mb": [memory.resident],
      "peak_mb": [memory.peak],
    ])
  }
}
