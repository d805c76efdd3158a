import Foundation
import TestServers
import Testing

@testable import Migration

/// `ferry watch` on a service of v2, and whom it hands its events over to.
struct V2WatchTests {
  @Test func `what another user does is told, and what is filtered out is not`() async throws {
    try await V2Session.with([ServedTask(101, "photos", status: 5)]) { session in
      try await session.startWatch(
        ["--filter", "videos", "--on", "failed,gone"], log: "events")
      await session.service.add(ServedTask(102, "photos", status: 4))
      await session.service.add(ServedTask(103, "videos", status: 4))
      try await waitUntil("a failure") { !session.home.lines(of: "events").isEmpty }
      _ = try await session.ferry("delete", "103", "--yes")
      try await waitUntil("its going") { session.home.lines(of: "events").count > 1 }
      let lines = session.home.lines(of: "events")
      #expect(lines.count == 2)
      #expect(lines.first?.contains("  failed    103  videos  OMS.0152") == true, "\(lines)")
      #expect(lines.last?.contains("  gone      103  videos") == true, "\(lines)")
    }
  }

  @Test func `a command gets each event in its order, and no name becomes a part of it`()
    async throws
  {
    try await V2Session.with { session in
      let command = """
        read -r event; echo "$event" >>"$HOME/events"; \
        echo "$FERRY_EVENT:$FERRY_EVENT_TASK:$FERRY_EVENT_NAME" >>"$HOME/variables"; exit 3
        """
      let name = "$(touch $HOME/pwned); `touch $HOME/pwned`"
      try await session.startWatch(["--exec", command, "--on", "failed"], log: "log")
      for id in [102, 103, 104] as [Int64] {
        await session.service.add(ServedTask(id, name, status: 4))
        try await waitUntil("a run") { session.home.lines(of: "variables").count == id - 101 }
      }
      try await waitUntil("the last complaint") { session.home.lines(of: "log").count == 6 }
      #expect(
        session.home.lines(of: "variables") == (102...104).map { "failed:\($0):\(name)" })
      #expect(try session.home.events(in: "events").map(\.id) == [102, 103, 104])
      #expect(!FileManager.default.fileExists(atPath: session.home.path("pwned")))
      let complaint = "ferry: --exec: the command ended with status 3"
      #expect(session.home.lines(of: "log").count { $0 == complaint } == 3)
    }
  }

  @Test func `a command that does not end is ended with the watch, and that is told`() async throws
  {
    try await V2Session.with { session in
      async let outcome = session.ferry(["watch", "--exec", #"echo $$ >"$HOME/pid"; sleep 1000"#])
      try await waitUntil("a second look") {
        await session.service.calls.count { $0 == "GET tasks" } > 1
      }
      await session.service.add(ServedTask(102, "photos", status: 4))
      try await waitUntil("a run") { !session.home.lines(of: "pid").isEmpty }
      let command = try #require(session.home.lines(of: "pid").first.flatMap { pid_t($0) })
      for watch in session.home.processes("watch\u{0}--exec") { kill(watch, SIGTERM) }
      let ended = try await outcome
      #expect(ended.status == -SIGTERM)
      #expect(ended.output.contains("failed"))
      #expect(ended.error.contains("2 events were not handed over"), "\(ended.error)")
      #expect(kill(command, 0) == -1)
    }
  }

  @Test func `a webhook gets the same JSON, again when it is not well`() async throws {
    try await FakeCloud.serving { receiver, address in
      await receiver.answer("POST /hook", .init(status: 503), .init(status: 200))
      try await V2Session.with { session in
        try await session.startWatch(
          ["--output", "json", "--webhook", "\(address)/hook", "--on", "failed"], log: "events")
        await session.service.add(ServedTask(102, "photos", status: 4))
        try await waitUntil("two posts") { await receiver.seen.count == 2 }
        let bodies = await receiver.seen.map(\.body)
        let printed = session.home.lines(of: "events")
        #expect(bodies == printed + printed)
        #expect(printed.count == 1)
      }
    }
  }

  @Test func `a webhook that refuses is told on standard error, and the watch goes on`()
    async throws
  {
    try await FakeCloud.serving { receiver, address in
      try await V2Session.with { session in
        try await session.startWatch(
          ["--webhook", "\(address)/secret", "--on", "failed"], log: "log")
        for id in [102, 103] as [Int64] {
          await session.service.add(ServedTask(id, "photos", status: 4))
          try await waitUntil("a complaint") {
            session.home.lines(of: "log").count == (id - 101) * 2
          }
        }
        let complaints = session.home.lines(of: "log").filter { $0.hasPrefix("ferry: ") }
        #expect(
          Set(complaints) == ["ferry: --webhook: \(address) answered HTTP 404; check the address"])
        #expect(await receiver.count("POST /secret") == 2)
      }
    }
  }

  @Test func `credentials that are refused from the beginning end the watch`() async throws {
    try await V2Session.with { session in
      var keys = V2Session.keys
      keys["HUAWEICLOUD_SDK_SK"] = "another-secret"
      let outcome = try await session.ferry(["watch"], environment: keys)
      #expect(outcome.status == 77)
      #expect(outcome.output.isEmpty)
      #expect(outcome.error.split(separator: "\n").count == 1)
    }
  }
}
