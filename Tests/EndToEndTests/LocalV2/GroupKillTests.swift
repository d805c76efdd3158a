import Foundation
import Glibc
import SystemPackage
import Testing

/// Large task groups, each through the sudden end of the service in the middle of all that can be done with it.
struct GroupKillTests {
  private static let names = ["one", "two", "three"]
  private static let tasks = 100

  /// Objects of a few bytes below a prefix a task, but one that outlasts all that comes before the limit
  /// is lifted, on a busy machine too: minutes at the least limit that there is.
  private static func write(_ home: FerryHome) throws {
    for group in names {
      let root = home.directory.appending("from/\(group)")
      for task in 0..<tasks {
        try FileTree.write(
          Array("\(group) \(task)".utf8), to: Array("p\(task)/object".utf8), below: root)
      }
      try #require(truncate(root.appending("p0/object").string, 300 << 20) == 0)
    }
  }

  /// Has the last group's first tasks fail, or no more: folders stand where their objects are to be.
  private static func obstruct(_ home: FerryHome, _ isObstructed: Bool) throws {
    for task in 1...5 {
      let way = home.path("to/three/p\(task)/object")
      guard isObstructed else {
        try FileManager.default.removeItem(atPath: way)
        continue
      }
      try FileManager.default.createDirectory(
        atPath: way, withIntermediateDirectories: true)
      try Data([1]).write(to: URL(filePath: way + "/in the way"))
    }
  }

  @Test func `three groups of a hundred tasks live as one each through every sudden end`()
    async throws
  {
    try await FerryHome.with { home in
      try Self.write(home)
      try Self.obstruct(home, true)
      let bench = GroupBench(home: home)
      let service = ServiceProcess(of: home, ["--max-running", "24"])
      try await service.begin()
      let keys = (0..<Self.tasks).flatMap { ["--key", "p\($0)/"] }
      var groups: [String] = []
      for name in Self.names {
        groups.append(
          try await bench.create(
            from: "from/\(name)", to: "to/\(name)", keys + ["--bandwidth", "1MiB"]))
      }
      func sum(_ count: KeyPath<GroupBench.Group, Int64>) async throws -> Int64 {
        var sum: Int64 = 0
        for id in groups {
          let group = try await bench.show(id)
          #expect(group.total_tasks == Int64(Self.tasks))
          sum += group[keyPath: count]
        }
        return sum
      }
      func killAndBegin() async throws {
        try await service.end(SIGKILL)
        try await service.begin()
      }

      try await waitUntil("some tasks") { try await sum(\.succeeded_tasks) > 5 }
      try await killAndBegin()
      #expect(try await sum(\.succeeded_tasks) < 300)

      try await bench.must(["group", "stop", "--yes"] + groups)
      try await killAndBegin()
      for id in groups { _ = try await bench.wait(id, for: "stopped") }
      let stopped = try await sum(\.stopped_tasks)
      let done = try await sum(\.succeeded_tasks)
      #expect(stopped >= 3)
      #expect(try await stopped + done + sum(\.failed_tasks) == 300)

      try await bench.must(["group", "bandwidth", "--none", "--yes"] + groups)
      try await bench.must(["group", "start", "--yes"] + groups)
      try await waitUntil("more tasks") { try await sum(\.succeeded_tasks) > done }
      try await killAndBegin()
      for id in groups.dropLast() {
        #expect(try await bench.wait(id, for: "succeeded").succeeded_objects == 100)
      }
      let failed = try await bench.wait(groups[2], for: "failed")
      #expect(failed.failed_tasks == 5 && failed.succeeded_tasks == 95)

      try Self.obstruct(home, false)
      try await bench.must(["group", "retry", groups[2], "--failed-only", "--yes"])
      try await killAndBegin()
      _ = try await bench.wait(groups[2], for: "succeeded")
      let (from, to) = (home.directory.appending("from"), home.directory.appending("to"))
      #expect(try FileTree.prints(below: to) == FileTree.prints(below: from))

      try await bench.must(["group", "delete", "--yes", groups[0]])
      try await killAndBegin()
      let gone = try await bench.ferry("group", "show", groups[0])
      #expect(gone.status == 1 && gone.error.contains("OMS.1009"), "\(gone.error)")
      try await bench.must(["group", "delete", "--yes"] + groups.dropFirst())
      let left = try await bench.ferry("list", "--output", "json")
      #expect(try left.json([ListedTask].self).isEmpty)
    }
  }
}
