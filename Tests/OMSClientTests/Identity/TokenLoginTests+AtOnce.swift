import TestServers
import TestSupport
import FoundationEssentials
import Testing

@testable import Migration
@testable import OMSClient

extension TokenLoginTests {
  @Test func `many who were refused at once share one new token`() async throws {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer(Self.call, .token("T1"), .token("T2"), .token("T3"))
      let clock = TestClock()
      let login = TokenLogin(.sample, at: endpoint, now: clock.now)
      let first = try await login.current()
      clock.advance(by: .seconds(3600))
      let renewed = try await withThrowingTaskGroup(of: Credentials?.self) { group in
        for _ in 0..<20 { group.addTask { try await login.renewed(after: first) } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(renewed == Array(repeating: .token(Secret("T2")), count: 20))
      #expect(await cloud.seen.count == 2)
    }
  }

  @Test func `however many ask, there is one login`() async throws {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer(Self.call, .token("T1"), .token("T2"))
      await cloud.hold()
      let login = TokenLogin(.sample, at: endpoint)
      let all = try await withThrowingTaskGroup(of: Credentials.self) { group in
        for _ in 0..<50 { group.addTask { try await login.current() } }
        await cloud.arrived(1)
        await cloud.release()
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(all == Array(repeating: .token(Secret("T1")), count: 50))
      #expect(await cloud.seen.count == 1)
    }
  }

  @Test func `one caller that is cancelled leaves at once, and the other gets the token`()
    async throws
  {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer(Self.call, .token("T1"))
      await cloud.hold()
      let login = TokenLogin(.sample, at: endpoint)
      let impatient = Task { try await login.current() }
      let patient = Task { try await login.current() }
      await cloud.arrived(1)
      impatient.cancel()
      let problem = await #expect(throws: APIProblem.self) { try await impatient.value }
      #expect(problem?.kind == .cancelled)
      await cloud.release()
      let token = try await patient.value
      #expect(token == .token(Secret("T1")))
      #expect(await cloud.seen.count == 1)
    }
  }

  @Test func `when everybody has left, the next one asks anew`() async throws {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer(Self.call, .token("T1"), .token("T2"))
      await cloud.hold()
      let login = TokenLogin(.sample, at: endpoint)
      let only = Task { try await login.current() }
      await cloud.arrived(1)
      only.cancel()
      _ = await only.result
      let next = Task { try await login.current() }
      await cloud.arrived(2)
      await cloud.release()
      // The first request was answered, too, but nobody was there to take it.
      let token = try await next.value
      #expect(token == .token(Secret("T2")))
    }
  }
}
