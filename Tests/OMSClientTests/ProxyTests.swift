import FoundationEssentials
import TestServers
import TestSupport
import Testing

@testable import Migration
@testable import OMSClient

struct ProxyTests {
  /// A proxy that answers itself what comes through it.
  private static let tunnel:
    @Sendable (MisbehavingServer.Request) async -> [MisbehavingServer.Step] =
      { request in
        request.method == "CONNECT"
          ? [.send("HTTP/1.1 200 OK\r\n\r\n")] : [CallFixture.answer(200, "through")]
      }

  private static func call(through proxy: String) async throws(APIProblem) -> HTTPAnswer {
    var endpoint = Endpoint(socket: "")
    do { endpoint = try Endpoint("http://oms.example.invalid:81") } catch {
      Issue.record("\(error)")
    }
    endpoint.way.proxy = Proxy(proxy)
    let transport = HTTPTransport(
      endpoint: endpoint, credentials: Credentials.none, projectID: "p", deadline: .seconds(60))
    return try await transport.send("GET", "/v1/x")
  }

  @Test func `a call goes through the proxy, which finds the service itself`() async throws {
    try await MisbehavingServer.serving(Self.tunnel) { server, port in
      let answer = try await Self.call(through: "127.0.0.1:\(port)")
      #expect(String(decoding: answer.body, as: UTF8.self) == "through")
      let log = await server.log
      #expect(log.map(\.method) == ["CONNECT", "GET"])
      #expect(log.map(\.target) == ["oms.example.invalid:81", "/v1/x"])
    }
  }

  @Test func `the user is told to the proxy alone`() async throws {
    try await MisbehavingServer.serving(Self.tunnel) { server, port in
      _ = try await Self.call(through: "http://me:p%40ss@127.0.0.1:\(port)")
      let log = await server.log
      let login = Data("me:p@ss".utf8).base64EncodedString()
      #expect(log.map { $0.headers["proxy-authorization"] } == ["Basic \(login)", nil])
    }
  }

  @Test(arguments: [(407, true), (403, false), (502, false)])
  func `a proxy that lets nothing through is told by its address`(
    status: Int, wantsLogin: Bool
  ) async throws {
    try await MisbehavingServer.serving({ _ in [CallFixture.answer(status)] }) { _, port in
      let proxy = try #require(Proxy("http://me:secret@127.0.0.1:\(port)"))
      do throws(APIProblem) {
        _ = try await Self.call(through: "http://me:secret@127.0.0.1:\(port)")
        Issue.record("it went through")
      } catch {
        guard case .call(_, let fault) = error.fact else {
          Issue.record("\(error)")
          return
        }
        #expect(fault == (wantsLogin ? .proxyWantsLogin(proxy) : .proxyRefused(proxy)))
        #expect(!error.mayHaveHappened)
        #expect(!"\(error)".contains("secret"))
      }
    }
  }

  @Test func `a proxy that is not there is told instead of the service`() async throws {
    let port = try await MisbehavingServer.serving({ _ in [] }) { _, port in port }
    do throws(APIProblem) {
      _ = try await Self.call(through: "127.0.0.1:\(port)")
      Issue.record("it went through")
    } catch {
      guard case .call(_, .proxyUnreachable(let proxy, _)) = error.fact else {
        Issue.record("\(error)")
        return
      }
      #expect(proxy.description == "http://127.0.0.1:\(port)")
    }
  }
}
