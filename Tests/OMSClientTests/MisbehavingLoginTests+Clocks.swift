import TestServers
import FoundationEssentials
import Synchronization
import TestSupport
import Testing

@testable import Migration
@testable import OMSClient

extension MisbehavingLoginTests {
  @Test(arguments: [7200.0, -7200])
  func `a clock that is wrong is corrected once, and stays so`(ahead: Double) async throws {
    let log = try await MisbehavingServer.serving { request in
      let now = Date().addingTimeInterval(ahead)
      let signed = Self.date(request.headers["x-sdk-date"] ?? "")
      let isGood = abs(signed.timeIntervalSince(now)) < 900
      return isGood ? [CallFixture.answer(200)] : [Self.expired(at: now)]
    } _: { server, port in
      let transport = try CallFixture.transport(port)
      _ = try await transport.carryOut(.once)
      _ = try await transport.carryOut(.read)
      return await server.log
    }
    #expect(log.map(\.method) == ["POST", "POST", "GET"])
  }

  @Test(arguments: [(7200.0, "2 h behind"), (-7200, "2 h ahead of")])
  func `a clock that cannot be corrected is told`(ahead: Double, words: String) async throws {
    let (problem, asked) = try await MisbehavingServer.serving { _ in
      [Self.expired(at: Date().addingTimeInterval(ahead + (ahead > 0 ? 30 : -30)))]
    } _: { server, port in
      let transport = try CallFixture.transport(port)
      let problem = await CallFixture.problem { () throws(APIProblem) in
        try await transport.carryOut(.read)
      }
      return (problem, await server.log.count)
    }
    #expect(problem?.kind == .credentials)
    #expect(problem?.english.contains("this machine's clock is \(words)") == true)
    #expect(asked == 2)
  }

  @Test func `a temporary key that is over is told as such`() async throws {
    let (problem, asked) = try await MisbehavingServer.serving { _ in
      [Self.expired(at: Date())]
    } _: { server, port in
      let transport = try CallFixture.transport(port)
      let problem = await CallFixture.problem { () throws(APIProblem) in
        try await transport.carryOut(.read)
      }
      return (problem, await server.log.count)
    }
    #expect(problem?.english.contains("the temporary key is over") == true)
    #expect(asked == 1)
  }

  @Test func `a probe tells of answer, clock and reachability`() async throws {
    let (health, port) = try await MisbehavingServer.serving { _ in
      [CallFixture.answer(404, headers: [CallFixture.date(Date().addingTimeInterval(600))])]
    } _: { _, port in
      (await ServiceHealth.probe(try Endpoint("http://127.0.0.1:\(port)")), port)
    }
    #expect(health.isThere)
    #expect(health.status == 404)
    #expect(!health.isEncrypted)
    let difference = try #require(health.clockDifference)
    #expect(difference > .seconds(580) && difference < .seconds(620))

    let gone = await ServiceHealth.probe(try Endpoint("http://127.0.0.1:\(port)"))
    #expect(!gone.isThere)
    #expect(gone.problem?.kind == .unreachable)
  }

  @Test func `a service too busy to answer is there all the same`() async throws {
    let health = try await MisbehavingServer.serving { _ in
      [.hang]
    } _: { _, port in
      await ServiceHealth.probe(
        try Endpoint("http://127.0.0.1:\(port)"), within: .milliseconds(200))
    }
    #expect(health.status == nil)
    #expect(health.isThere)
  }
}
