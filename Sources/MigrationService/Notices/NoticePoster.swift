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
    /// It may a moment later; it was posted so many times in this process, and for so long the webhook has
    /// answered nothing at all.
    case trouble(tries: Int, silence: Duration)
  }

  private let url: String
  private let deadline: Duration
  private let client: HTTPClient
  private let tries = Mutex(Tries())

  /// How often a notice was posted in vain, and since when nobody has answered.
  private struct Tries {
    var own: [String: Int] = [:]
    // A machine that sleeps has not asked.
    var silentSince: SuspendingClock.Instant?
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
    // A post that was called off says nothing about the webhook.
    guard !Task.isCancelled || status != nil else { return .trouble(tries: 0, silence: .zero) }
    return tries.withLock { tries in
      let now = SuspendingClock.now
      tries.silentSince = status == nil ? tries.silentSince ?? now : nil
      guard status.map(WebhookAddress.mayPass) ?? true else {
        tries.own[notice.id] = nil
        return status.map(WebhookAddress.isTaken) ?? false ? .taken : .refused
      }
      let own = tries.own[notice.id, default: 0] + 1
      tries.own[notice.id] = own
      return .trouble(tries: own, silence: tries.silentSince.map { now - $0 } ?? .zero)
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
