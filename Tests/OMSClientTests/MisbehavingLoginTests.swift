import TestServers
import FoundationEssentials
import Synchronization
import TestSupport
import Testing

@testable import Migration
@testable import OMSClient

/// Refused credentials, clocks that differ, and keys that must not be locked.
@Suite(.timeLimit(.minutes(2)))
struct MisbehavingLoginTests {
  /// Has one token after the other.
  final class Tokens: CredentialSource {
    private let renewals = Mutex(0)
    private let most: Int

    init(most: Int) {
      self.most = most
    }

    var asked: Int { renewals.withLock(\.self) }

    func current() async throws(APIProblem) -> Credentials { .token(Secret("TOKEN-0")) }

    func renewed(after refused: Credentials) async throws(APIProblem) -> Credentials? {
      let number = renewals.withLock { number in
        number += 1
        return number
      }
      return number <= most ? .token(Secret("TOKEN-\(number)")) : nil
    }
  }

  static let refusedTokens = [
    CallFixture.answer(401, CallFixture.error("APIGW.0307", "Token need to be renewed")),
    CallFixture.answer(401, CallFixture.error("APIGW.0301", "decrypt token fail")),
    CallFixture.answer(401, CallFixture.error("APIGW.0301", "token expires")),
    CallFixture.answer(400, CallFixture.error("OMS.0068", "Authentication failed")),
    CallFixture.answer(401, "<html>Unauthorized</html>", headers: ["Content-Type: text/html"]),
  ]

  @Test(arguments: refusedTokens)
  func `an old token is renewed, and the call sent again`(
    refusal: MisbehavingServer.Step
  ) async throws {
    let tokens = Tokens(most: 1)
    let log = try await MisbehavingServer.serving { request in
      request.headers["x-auth-token"] == "TOKEN-1" ? [CallFixture.answer(200)] : [refusal]
    } _: { server, port in
      let transport = try CallFixture.transport(port, credentials: tokens)
      _ = try await transport.carryOut(.once)
      return await server.log
    }
    #expect(log.map { $0.headers["x-auth-token"] } == ["TOKEN-0", "TOKEN-1"])
  }

  @Test(arguments: refusedTokens)
  func `a token that cannot be renewed is refused once`(
    refusal: MisbehavingServer.Step
  ) async throws {
    try await expectRefusal(refusal, Tokens(most: 0), asked: 1)
  }

  @Test(arguments: refusedTokens)
  func `a renewed token that is refused again ends it`(
    refusal: MisbehavingServer.Step
  ) async throws {
    try await expectRefusal(refusal, Tokens(most: 9), asked: 2)
  }

  @Test func `a signature that does not match is not repeated`() async throws {
    let refusal = CallFixture.answer(
      401, CallFixture.error("APIGW.0301", "verify aksk signature fail, x-auth-token expired"))
    let tokens = Tokens(most: 9)
    try await expectRefusal(refusal, tokens, asked: 1)
    #expect(tokens.asked == 0)
  }

  @Test func `a wrong secret key is tried three times and no more`() async throws {
    let refusal = CallFixture.answer(
      401, CallFixture.error("APIGW.0301", "verify aksk signature fail"))
    let (problems, asked) = try await MisbehavingServer.serving { _ in
      [refusal]
    } _: {
      server, port in
      let transport = try CallFixture.transport(port)
      var problems: [APIProblem] = []
      for _ in 0..<6 {
        let problem = await CallFixture.problem { () throws(APIProblem) in
          try await transport.carryOut(.read)
        }
        problems += [problem].compactMap(\.self)
      }
      return (problems, await server.log.count)
    }
    #expect(asked == 3)
    #expect(problems.map(\.kind) == Array(repeating: .credentials, count: 6))
    #expect(
      problems.map { $0.english.contains("nothing is sent") } == [
        false, false, false, true, true, true,
      ])
    #expect(problems.last?.english.contains("FAKEAK until ") == true)
  }

  @Test func `many calls at once with a wrong key do not lock it`() async throws {
    let refusal = CallFixture.answer(
      401, CallFixture.error("APIGW.0301", "verify aksk signature fail"))
    let asked = try await MisbehavingServer.serving { _ in
      [refusal]
    } _: { server, port in
      let transport = try CallFixture.transport(port)
      await withDiscardingTaskGroup { group in
        for _ in 0..<20 { group.addTask { _ = try? await transport.carryOut(.read) } }
      }
      return await server.log.count
    }
    // More than five in a row lock a key.
    #expect((3...5).contains(asked))
  }

  @Test func `a key that is locked already is left alone`() async throws {
    let refusal = CallFixture.answer(
      401, CallFixture.error("APIGW.0301", "AK access failed to reach the limit, forbidden"))
    let asked = try await MisbehavingServer.serving { _ in
      [refusal]
    } _: { server, port in
      let transport = try CallFixture.transport(port)
      for _ in 0..<3 { _ = try? await transport.carryOut(.read) }
      return await server.log.count
    }
    #expect(asked == 1)
  }

  func expectRefusal(
    _ refusal: MisbehavingServer.Step, _ source: any CredentialSource, asked: Int
  ) async throws {
    let (problem, log) = try await MisbehavingServer.serving { _ in
      [refusal]
    } _: {
      server, port in
      let transport = try CallFixture.transport(port, credentials: source)
      let problem = await CallFixture.problem { () throws(APIProblem) in
        try await transport.carryOut(.read)
      }
      return (problem, await server.log)
    }
    #expect(problem?.kind == .credentials)
    #expect(problem?.english.contains("TOKEN-") == false)
    #expect(log.count == asked)
  }

  static func expired(at date: Date) -> MisbehavingServer.Step {
    CallFixture.answer(
      401, CallFixture.error("APIGW.0301", "signature expired"),
      headers: [CallFixture.date(date)])
  }

  /// The date of `20240229T235959Z`.
  static func date(_ text: String) -> Date {
    let style = Date.ISO8601FormatStyle(dateSeparator: .omitted, timeSeparator: .omitted)
    return (try? Date(text, strategy: style)) ?? .distantPast
  }
}
