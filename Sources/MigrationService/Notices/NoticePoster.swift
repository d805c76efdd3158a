import AsyncHTTPClient
package import Migration
import NIOCore
import NIOHTTP1
import Synchronization

/// Posts notices to the webhook.
package final class NoticePoster: Sendable {
  /// What came of a post.
  enum Outcome: Equatable, Sendable {
    /// The webhook has taken it.
    case taken
    /// It never will.
    case refused
    /// It may a moment later; this process has tried so many times, of which no answer at all counts for
    /// every notice.
    case trouble(tries: Int)
  }

  private let url: String
  private let deadline: Duration
  private let client: HTTPClient
  private let tries = Mutex(Tries())

  /// How often a notice was posted in vain, and how often in a row nobody has answered.
  private struct Tries {
    var own: [String: Int] = [:]
    var unanswered = 0
  }

  /// A poster that posts nothing yet.
  ///
  /// - Parameters:
  ///   - webhook: Where to.
  ///   - deadline: How long one post may take.
  package init(_ webhook: WebhookAddress, deadline: Duration = .seconds(15)) {
    url = webhook.url
    self.deadline = deadline
    client = HTTPClient(
      eventLoopGroupProvider: .singleton,
      configuration: HTTPClient.Configuration(
        redirectConfiguration: .disallow, timeout: .init(connect: .seconds(10))))
  }

  deinit { client.shutdown { _ in } }

  /// Posts a notice once.
  func post(_ notice: Notice) async -> Outcome {
    let status = await status(for: notice)
    return tries.withLock { tries in
      tries.unanswered = status == nil ? tries.unanswered + 1 : 0
      guard status.map(WebhookAddress.mayPass) ?? true else {
        tries.own[notice.id] = nil
        return status.map(WebhookAddress.isTaken) ?? false ? .taken : .refused
      }
      let own = tries.own[notice.id, default: 0] + 1
      tries.own[notice.id] = own
      return .trouble(tries: max(own, tries.unanswered))
    }
  }

  /// What the webhook answers to a notice; `nil` when no answer comes.
  private func status(for notice: Notice) async -> Int? {
    var request = HTTPClientRequest(url: url)
    request.method = .POST
    request.headers.add(name: "Content-Type", value: "application/json")
    request.headers.add(name: "User-Agent", value: "ferry")
    request.headers.add(name: "X-Request-Id", value: notice.id)
    request.body = .bytes(notice.body)
    let answer = try? await client.execute(request, timeout: TimeAmount(deadline))
    return answer.map { Int($0.status.code) }
  }
}
