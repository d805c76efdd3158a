import FoundationEssentials
import TestServers
import TestSupport
import Testing

@testable import Migration
@testable import OMSClient

struct WebhookTests {
  private static let soon = [Duration](repeating: .milliseconds(1), count: 3)

  /// What a receiver that answers with these statuses sees, and what comes of it.
  private static func post(
    _ statuses: [Int], at place: String = "/hook"
  ) async throws -> (seen: [FakeCloud.Seen], trouble: DeliveryTrouble?) {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer("POST /hook", statuses.map { FakeCloud.Reply(status: $0) })
      let webhook = try #require(try Webhook("\(endpoint)\(place)", pauses: soon))
      var trouble: DeliveryTrouble?
      do throws(DeliveryTrouble) {
        try await webhook.post(Array(#"{"event":"failed"}"#.utf8))
      } catch {
        trouble = error
      }
      return (await cloud.seen, trouble)
    }
  }

  @Test func `an event is posted as JSON, to the path and the query of the address`() async throws {
    let (seen, trouble) = try await Self.post([204], at: "/hook?token=a%20b&x=1#part")
    #expect(trouble == nil)
    #expect(seen.map(\.call) == ["POST /hook"])
    #expect(seen.first?.query == ["token": "a b", "x": "1"])
    #expect(seen.first?.body == #"{"event":"failed"}"#)
    #expect(seen.first?.headers["content-type"] == "application/json")
    #expect(seen.first?.headers["authorization"] == nil)
  }

  @Test(
    arguments: [
      ("/hook?title=disk+alert&flag&b=%2F&a=1", "/hook?title=disk+alert&flag&b=%2F&a=1"),
      ("", "/"), ("?x", "/?x"), ("/", "/"), ("/a%2Fb#c", "/a%2Fb"),
    ])
  func `path and query arrive as they were given`(place: String, target: String) async throws {
    let found = try await MisbehavingServer.serving { _ in
      [CallFixture.answer(204)]
    } _: { server, port in
      let webhook = try #require(try Webhook("http://127.0.0.1:\(port)\(place)"))
      try await webhook.post([])
      return await server.log.map(\.target)
    }
    #expect(found == [target])
  }

  @Test(arguments: [500, 502, 503, 429, 408])
  func `trouble that may pass is tried again`(status: Int) async throws {
    let (seen, trouble) = try await Self.post([status, status, 200])
    #expect(seen.count == 3)
    #expect(trouble == nil)
  }

  @Test(arguments: [(503, 4), (404, 1), (401, 1), (301, 1), (400, 1)])
  func `a refusal is told with its status, after no more tries than may help`(
    status: Int, tries: Int
  ) async throws {
    let (seen, trouble) = try await Self.post([status])
    #expect(seen.count == tries)
    guard case .refused(let endpoint, status)? = trouble else {
      Issue.record("\(String(describing: trouble))")
      return
    }
    #expect(!endpoint.description.contains("hook"))
  }

  @Test func `a receiver that is not there is told by its host alone`() async throws {
    // The server has ended by then, so nobody listens there.
    let address = try await FakeCloud.serving { _, endpoint in "\(endpoint)" }
    let webhook = try #require(try Webhook("\(address)/secret-path", pauses: Self.soon))
    do throws(DeliveryTrouble) {
      try await webhook.post([])
      Issue.record("nobody was there")
    } catch {
      guard case .unreached(let problem) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(problem.kind == .unreachable)
      #expect(!"\(problem)".contains("secret-path"))
    }
  }

  @Test(
    arguments: [
      "", "hook", "ftp://host/x", "unix:///run/x", "https://", "https://user:secret@host/x",
      "https://host/a b", "https:host",
    ])
  func `what is no address of the web is none of a webhook`(text: String) throws {
    #expect(try Webhook(text) == nil)
  }
}
