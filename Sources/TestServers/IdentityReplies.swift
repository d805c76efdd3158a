package import FoundationEssentials
import Synchronization

/// A clock that a test sets.
package final class TestClock: Sendable {
  package static let beginning = Date(timeIntervalSince1970: 1_709_251_199)

  private let date = Mutex(beginning)

  /// A clock at ``beginning``.
  package init() {}

  package var now: @Sendable () -> Date { { self.date.withLock { $0 } } }

  package func advance(by duration: Duration) {
    date.withLock { $0.addTimeInterval(Double(duration.components.seconds)) }
  }
}

extension FakeCloud.Reply {
  /// A token that is good for a day, by the service's own clock.
  package static func token(_ token: String, project: String = "p1") -> FakeCloud.Reply {
    FakeCloud.Reply(
      status: 201, headers: ["X-Subject-Token": token],
      body: """
        {"token":{"issued_at":"2024-02-28T23:59:59.123000Z",
        "expires_at":"2024-02-29T23:59:59.123000Z","methods":["password"],
        "project":{"id":"\(project)","name":"region-x","domain":{"id":"d1","name":"acme"}}}}
        """)
  }

  /// An error of the identity service.
  package static func identityError(_ status: Int, _ message: String) -> FakeCloud.Reply {
    FakeCloud.Reply(
      status: status,
      body: #"{"error":{"code":\#(status),"message":"\#(message)","title":"Unauthorized"}}"#)
  }

  /// Temporary keys whose end is `seconds` after the test clock's beginning.
  package static func keys(_ access: String, end seconds: TimeInterval) -> FakeCloud.Reply {
    let end = TestClock.beginning.addingTimeInterval(seconds).formatted(.iso8601)
    return FakeCloud.Reply(
      status: 201,
      body: """
        {"credential":{"access":"\(access)","secret":"FAKE-SECRET","securitytoken":"FAKE-STS",
        "expires_at":"\(end)"}}
        """)
  }

  /// Projects with these ids, all of one name.
  package static func projects(_ ids: String..., name: String = "region-x") -> FakeCloud.Reply {
    let projects = ids.map { #"{"id":"\#($0)","name":"\#(name)","domain_id":"d1","enabled":true}"# }
    return FakeCloud.Reply(
      body: #"{"projects":[\#(projects.joined(separator: ","))],"links":{"next":null}}"#)
  }

  /// A list of versions.
  package static func versions(
    _ ids: String..., current: Set<String> = []
  ) -> FakeCloud.Reply {
    let versions = ids.map { id in
      let status = current.contains(id) ? "CURRENT" : "SUPPORTED"
      return #"{"id":"\#(id)","links":[],"status":"\#(status)","updated":""}"#
    }
    return FakeCloud.Reply(body: #"{"versions":[\#(versions.joined(separator: ","))]}"#)
  }
}
