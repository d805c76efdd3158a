import Foundation
import MigrationService
import SystemPackage
import TestSupport
import Testing

@testable import Migration

@testable import OMSClient

/// Task groups, storage questions and synchronisation on the local service, as people type them.
struct LocalGroupTests {
  private static let v2 = ["--api", "v2"]

  private static func places(_ home: FerryHome) -> [String] {
    ["--from", "local:\(home.path("from"))", "--to", "local:\(home.path("to"))"]
  }

  @Test func `a group over directories is made, runs and is deleted`() async throws {
    try await FerryHome.with { home in
      let files = try home.write(9, files: 1000, below: "from")
      let id = try await GroupBench(home: home).create(["--key", "d0/", "d1/", "d2/"])
      let done = try await GroupBench(home: home).wait(id, for: "succeeded")
      #expect(done.total_tasks == 3 && done.succeeded_tasks == 3)
      #expect(done.succeeded_objects == 9)
      #expect(try FileTree.prints(below: home.directory.appending("to")) == files)
      let list = try await GroupBench(home: home).ferry("group", "list")
      #expect(list.output.contains(id), "\(list.output)")
      let deleted = try await GroupBench(home: home).ferry("group", "delete", id, "--yes")
      #expect(deleted.status == 0, "\(deleted.error)")
      let gone = try await GroupBench(home: home).ferry("group", "show", id)
      #expect(gone.status == 1 && gone.error.contains("OMS.1009"), "\(gone.error)")
    }
  }

  @Test func `a group stops, survives a kill, and goes on as one`() async throws {
    try await FerryHome.with { home in
      let files = try home.write(3, files: 8_000_000, below: "from")
      let id = try await GroupBench(home: home).create([
        "--key", "d0/", "d1/", "d2/", "--bandwidth", "1MiB",
      ])
      _ = try await GroupBench(home: home).wait(id, for: "running")
      for service in home.services { kill(service, SIGKILL) }
      try await waitUntil("the end of the service") { home.services.isEmpty }
      #expect(try await GroupBench(home: home).show(id).total_tasks == 3)
      let stopped = try await GroupBench(home: home).ferry("group", "stop", id, "--yes", "--wait")
      #expect(stopped.status == 0, "\(stopped.error)")
      #expect(try await GroupBench(home: home).show(id).state == "stopped")
      for service in home.services { kill(service, SIGKILL) }
      try await waitUntil("the end of the service") { home.services.isEmpty }
      let rest = try await GroupBench(home: home).show(id)
      #expect(rest.state == "stopped" && rest.stopped_tasks == 3)
      let limited = try await GroupBench(home: home).ferry(
        "group", "bandwidth", id, "--none", "--yes")
      #expect(limited.status == 0, "\(limited.error)")
      let started = try await GroupBench(home: home).ferry("group", "start", id, "--yes")
      #expect(started.status == 0, "\(started.error)")
      let done = try await GroupBench(home: home).wait(id, for: "succeeded")
      #expect(done.succeeded_objects == 3)
      #expect(try FileTree.prints(below: home.directory.appending("to")) == files)
    }
  }

  @Test func `a group that failed is retried`() async throws {
    try await FerryHome.with { home in
      let files = try home.write(6, files: 100, below: "from")
      // A folder stands where an object is to be.
      let way = home.path("to/d1/object 1")
      try FileManager.default.createDirectory(
        atPath: way + "/in", withIntermediateDirectories: true)
      try Data([1]).write(to: URL(filePath: way + "/in/x"))
      let id = try await GroupBench(home: home).create(["--key", "d0/", "d1/", "d2/"])
      let failed = try await GroupBench(home: home).wait(id, for: "failed")
      #expect(failed.failed_tasks == 1 && failed.succeeded_tasks == 2)
      try FileManager.default.removeItem(atPath: way)
      let retried = try await GroupBench(home: home).ferry(
        "group", "retry", id, "--failed-only", "--yes")
      #expect(retried.status == 0, "\(retried.error)")
      _ = try await GroupBench(home: home).wait(id, for: "succeeded")
      #expect(try FileTree.prints(below: home.directory.appending("to")) == files)
    }
  }

  @Test func `folders and providers are told by the service, and what has no meaning is refused`()
    async throws
  {
    try await FerryHome.with { home in
      _ = try home.write(6, files: 100, below: "from")
      let listed = try await GroupBench(home: home).ferry(
        "ls", "local:\(home.path("from"))/", "--output", "json")
      #expect(listed.status == 0, "\(listed.error)")
      #expect(listed.output.contains("\"d0/\""), "\(listed.output)")
      let choice = try await GroupBench(home: home).ferry("buckets")
      #expect(choice.output.contains("Local") && choice.output.contains("cn-north-4"))
      let sync = try await GroupBench(home: home).ferry("sync", "list")
      #expect(sync.status == 1 && sync.error.contains("OMS.1008"), "\(sync.error)")
      #expect(sync.error.split(separator: "\n").count == 1, "\(sync.error)")
    }
  }

  @Test func `a task is made, stopped, started and deleted through v2 as through v1`()
    async throws
  {
    try await FerryHome.with { home in
      _ = try home.write(1, files: 8_000_000, below: "from")
      let created = try await home.ferry(
        ["create", "--priority", "high", "--bandwidth", "1MiB"] + Self.places(home) + Self.v2)
      #expect(created.status == 0, "\(created.error)")
      let id = created.output.filter(\.isNumber)
      try await waitUntil("a running task") {
        try await GroupBench(home: home).ferry("show", id).output.contains("running")
      }
      let stopped = try await GroupBench(home: home).ferry("stop", id, "--yes", "--wait")
      #expect(stopped.status == 0, "\(stopped.error)")
      // The other version has the same task.
      let same = try await home.ferry("show", id, "--api", "v1")
      #expect(same.output.contains("stopped"), "\(same.output)")
      let free = try await GroupBench(home: home).ferry("bandwidth", id, "--none", "--yes")
      #expect(free.status == 0, "\(free.error)")
      let started = try await GroupBench(home: home).ferry("start", id, "--yes")
      #expect(started.status == 0, "\(started.error)")
      #expect(try await GroupBench(home: home).ferry("wait", id, "--timeout", "600s").status == 0)
      let deleted = try await GroupBench(home: home).ferry("delete", id, "--yes")
      #expect(deleted.status == 0, "\(deleted.error)")
      let list = try await GroupBench(home: home).ferry("list", "--output", "json")
      #expect(try list.json([ListedTask].self).isEmpty)
    }
  }
}
