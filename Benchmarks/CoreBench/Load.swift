import ArgumentParser
import Foundation
import Migration
import MigrationCore
import OMSClient

/// Reads all tasks of a service, as the command line does.
struct Load: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Read all tasks of a service.")

  @Argument(help: "The service's Unix socket.")
  var socket: String

  @Option(help: "The most pages that are asked for at once.")
  var atOnce: Int = 4

  func run() async throws {
    let client = V1Client(
      endpoint: Endpoint(socket: socket), projectID: "local", credentials: .none)
    let clock = ContinuousClock()
    let start = clock.now
    var firstPage: Duration?
    let all = try await client.listAll(atOnce: atOnce) { _ in
      if firstPage == nil { firstPage = clock.now - start }
      return false
    }
    let end = clock.now - start
    try CoreBench.print([
      "tasks": [Double(all.tasks.count)], "first_ms": [(firstPage ?? end) / .milliseconds(1)],
      "all_ms": [end / .milliseconds(1)], "resident_mb": [try memory("VmRSS")],
      "peak_mb": [try memory("VmHWM")],
    ])
  }

  /// A figure of this process's memory, in MB of 2^20 bytes.
  private func memory(_ name: String) throws -> Double {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
    let kilobytes = line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap {
      Double($0)
    }
    return (kilobytes ?? 0) / 1024
  }
}
