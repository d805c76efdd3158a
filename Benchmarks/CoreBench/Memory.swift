import ArgumentParser
import Foundation
import Migration
import MigrationCore

/// Reads a long list, and tells how much memory it takes to have it.
struct Memory: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell how much memory a long list takes.")

  /// Who has the list.
  enum Holder: String, CaseIterable, ExpressibleByArgument {
    /// What `list` reads.
    case list
    /// What keeps knowing all tasks, as below the dashboard.
    case watch
  }

  @Option(help: "How many tasks.")
  var tasks = 100_000

  @Option(help: "Who has them.")
  var holder = Holder.list

  func run() async throws {
    let backend = SampleBackend(sample: SampleTasks(count: tasks))
    let before = try ProcessMemory.now.resident
    switch holder {
    case .list:
      let list = try await backend.listAll(TaskQuery())
      try report(list.tasks.count, since: before)
    case .watch:
      let watch = await Self.loaded(backend)
      try report(watch.count, since: before)
    }
  }

  private func report(_ count: Int, since before: Double) throws {
    let memory = try ProcessMemory.now
    try CoreBench.print([
      "tasks": [Double(count)], "resident_mb": [memory.resident], "peak_mb": [memory.peak],
      "bytes_each": [(memory.resident - before) * 1_048_576 / Double(max(count, 1))],
    ])
  }

  /// A watch that has read everything.
  private static func loaded(_ backend: SampleBackend) async -> Watch {
    var watch = Watch()
    watch.refresh(at: .zero)
    var now = Duration.zero
    while true {
      let turn = watch.due(at: now)
      if turn.asks.isEmpty { return watch }
      now += .milliseconds(1)
      for ask in turn.asks {
        _ = watch.answered(ask, await backend.answer(ask.question), at: now)
      }
    }
  }
}

/// How much memory this process has, in MB of 2^20 bytes.
struct ProcessMemory {
  /// What it has now.
  let resident: Double
  /// The most that it ever had.
  let peak: Double

  /// As the system tells it at this moment.
  static var now: ProcessMemory {
    get throws {
      let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
      return ProcessMemory(
        resident: megabytes("VmRSS", in: status), peak: megabytes("VmHWM", in: status))
    }
  }

  private static func megabytes(_ name: String, in status: String) -> Double {
    let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
    let kilobytes = line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap {
      Double($0)
    }
    return (kilobytes ?? 0) / 1024
  }
}
