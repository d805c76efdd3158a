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
    let client = try SampleClient.client(of: service)
    let clock = ContinuousClock()
    let start = clock.now
    var firstPage: Duration?
    let all = try await client.listAll(atOnce: atOnce) { _ in
      if firstPage == nil { firstPage = clock.now - start }
      return false
    }
    let end = clock.now - start
    let memory = try ProcessMemory.now
    try CoreBench.print([
      "tasks": [Double(all.tasks.count)], "first_ms": [(firstPage ?? end) / .milliseconds(1)],
      "all_ms": [end / .milliseconds(1)], "resident_mb": [memory.resident],
      "peak_mb": [memory.peak],
    ])
  }
}
