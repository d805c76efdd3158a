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

  /// The number of tries and the silence that a post has ended with.
  private static func trouble(
    _ id: String, _ poster: NoticePoster
  ) async throws -> (tries: Int, silence: Duration) {
    guard case .trouble(let tries, let silence) = await poster.post(notice(id)) else {
      throw NeverTaken()
    }
    return (tries, silence)
  }

  private struct NeverTaken: Error {}

  @Test func `an answer that is no says nothing of other notices, and ends a silence`() async throws
  {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer("POST /hook", [500, 500, 204].map { FakeCloud.Reply(status: $0) })
      let poster = NoticePoster(try #require(WebhookAddress("\(endpoint)/hook")))
      #expect(try await Self.trouble("a", poster) == (1, .zero))
      #expect(try await Self.trouble("a", poster) == (2, .zero))
      #expect(await poster.post(Self.notice("b")) == .taken)
    }
  }

  @Test func `a silence is as long as nobody has answered, whatever was posted`() async throws {
    let poster = NoticePoster(try #require(WebhookAddress("http://127.0.0.1:9/hook")))
    #expect(try await Self.trouble("a", poster) == (1, .zero))
    let second = try await Self.trouble("b", poster)
    #expect(second.tries == 1 && second.silence > .zero)
    #expect(try await Self.trouble("b", poster).silence > second.silence)
  }

  @Test(arguments: [
    (25, 19, 1199, false), (25, 20, 0, true), (25, 1, 1200, true), (23, 20, 1200, false),
    (1, 1000, 0, false),
  ])
  func `a notice is given up a day later, after tries of its own or a long silence`(
    hours: Int, tries: Int, silence: Int, isGivenUp: Bool
  ) {
    let now = Date(timeIntervalSince1970: TimeInterval(hours) * 3600)
    #expect(
      Self.notice("a").isStale(at: now, after: tries, silence: .seconds(silence)) == isGivenUp)
  }
}
