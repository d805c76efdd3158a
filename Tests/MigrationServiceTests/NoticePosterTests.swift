import Foundation
import TestServers
import Testing

@testable import Migration

@testable import MigrationService

/// How long a webhook is tried again, by servers that are real.
struct NoticePosterTests {
  private static func notice(_ id: String) -> Notice {
    Notice(id: id, task: TaskID(rawValue: 1), time: Date(timeIntervalSince1970: 0), body: [])
  }

  @Test func `that nobody answers counts for every notice, until somebody does`() async throws {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer("POST /hook", [500, 204].map { FakeCloud.Reply(status: $0) })
      let alive = NoticePoster(try #require(WebhookAddress("\(endpoint)/hook")))
      // What is told of one notice says nothing of another.
      #expect(await alive.post(Self.notice("a")) == .trouble(tries: 1))
      #expect(await alive.post(Self.notice("b")) == .taken)
    }
    let silent = NoticePoster(try #require(WebhookAddress("http://127.0.0.1:9/hook")))
    for tries in 1...3 {
      #expect(await silent.post(Self.notice("a")) == .trouble(tries: tries))
    }
    #expect(await silent.post(Self.notice("b")) == .trouble(tries: 4))
  }
}
