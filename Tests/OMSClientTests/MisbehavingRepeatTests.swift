import TestServers
import FoundationEssentials
import Synchronization
import TestSupport
import Testing

@testable import Migration
@testable import OMSClient

/// What is sent again, and what is not, judged by the log of the server.
@Suite(.timeLimit(.minutes(2)))
struct MisbehavingRepeatTests {
  /// The ways in which a request may have been carried out without a word about it.
  static let lostAnswers: [[MisbehavingServer.Step]] = [
    [.close], [.reset], [.send("HTTP/1.1 200 OK\r\nContent-Length: 64\r\n\r\n{"), .close],
    [.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nabc"), .close],
    [.send("HTTP/1.1 200 O"), .reset], [CallFixture.answer(500)],
    [CallFixture.answer(502, "<html>Bad Gateway</html>", headers: ["Content-Type: text/html"])],
    [CallFixture.answer(503, headers: ["Retry-After: 0"])],
    [CallFixture.answer(504, CallFixture.error("APIGW.0201"))],
  ]

  @Test(arguments: lostAnswers)
  func `what must not happen twice is sent once`(steps: [MisbehavingServer.Step]) async throws {
    let (problem, asked) = try await ask(.once, answering: steps)
    #expect(asked == 1)
    #expect(problem?.mayHaveHappened == true)
    #expect(problem?.english.contains("look before trying again") == true)
  }

  @Test(arguments: lostAnswers)
  func `what may happen twice is sent again, a few times`(
    steps: [MisbehavingServer.Step]
  ) async throws {
    for repeatability in [APICall.Repeatability.read, .idempotent] {
      let (problem, asked) = try await ask(repeatability, answering: steps)
      #expect(asked == 4)
      #expect(problem?.kind == .unreachable || problem?.kind == .server)
      // A change that was sent four times and never answered may have been made.
      #expect(problem?.mayHaveHappened == (repeatability == .idempotent))
    }
  }

  @Test(arguments: [
    CallFixture.answer(501), CallFixture.answer(501, CallFixture.error("OMS.1008")),
    CallFixture.answer(500, CallFixture.error("OMS.0066")),
    CallFixture.answer(500, CallFixture.error("OMS.0072")),
  ])
  func `what the service has read and refused was not done, whatever the status`(
    refusal: MisbehavingServer.Step
  ) async throws {
    for repeatability in [APICall.Repeatability.idempotent, .once] {
      let (problem, asked) = try await ask(repeatability, answering: [refusal])
      #expect(asked == 1)
      #expect(problem?.mayHaveHappened == false)
    }
  }

  @Test func `a creation and a start reach the service once`() async throws {
    let log = try await MisbehavingServer.serving { _ in
      [.reset]
    } _: { server, port in
      let client = V1Client(transport: try CallFixture.transport(port))
      let id = TaskID(rawValue: 1)
      _ = try? await client.create(
        NewTask(kind: .object, source: .init(), destination: .init(), keys: TransferKeys()))
      try? await client.start(id, keys: TransferKeys(), failedOnly: false)
      try? await client.stop(id)
      return await server.log
    }
    #expect(log.count { $0.method == "POST" } == 1)
    #expect(log.count { $0.body.contains("start") } == 1)
    #expect(log.count { $0.body.contains("stop") } == 4)
  }

  @Test func `a creation that was made, but not readably, is in doubt`() async throws {
    let problem = try await MisbehavingServer.serving { _ in
      [CallFixture.answer(202, "made")]
    } _: {
      _, port in
      let client = V1Client(transport: try CallFixture.transport(port))
      return await CallFixture.problem { () throws(APIProblem) in
        try await client.create(
          NewTask(kind: .object, source: .init(), destination: .init(), keys: TransferKeys()))
      }
    }
    #expect(problem?.kind == .unreadable)
    #expect(problem?.mayHaveHappened == true)
  }

  @Test(arguments: [APICall.Repeatability.read, .idempotent, .once])
  func `a throttled call is sent again, as it has done nothing`(
    repeatability: APICall.Repeatability
  ) async throws {
    let (answer, asked) = try await MisbehavingServer.serving { request in
      request.number < 2
        ? [CallFixture.answer(429, CallFixture.error("APIGW.0308"), headers: ["Retry-After: 0"])]
        : [CallFixture.answer(200)]
    } _: { server, port in
      let transport = try CallFixture.transport(port)
      return (try await transport.carryOut(repeatability), await server.log.count)
    }
    #expect(answer.status == 200)
    #expect(asked == 3)
  }

  @Test func `the pause that the service asks for is kept`() async throws {
    let clock = ManualClock()
    let (answer, asked) = try await MisbehavingServer.serving { request in
      request.number == 0
        ? [CallFixture.answer(429, headers: ["Retry-After: 7"])] : [CallFixture.answer(200)]
    } _: { server, port in
      let transport = try CallFixture.transport(port, clock: CallClock(clock))
      async let answer = transport.carryOut(.read)
      await server.waitForRequests(1)
      await clock.advance(toSleeperAt: .seconds(7))
      return (try await answer, await server.log.count)
    }
    #expect(answer.status == 200)
    #expect(asked == 2)
  }

  @Test func `a pause longer than the deadline is not waited for`() async throws {
    let (problem, asked) = try await ask(
      .read, answering: [CallFixture.answer(429, headers: ["Retry-After: 3600"])])
    #expect(problem?.kind == .throttled)
    #expect(problem?.english.contains("a pause of 60 min") == true)
    #expect(asked == 1)
  }

  @Test func `a service that recovers is not noticed`() async throws {
    let (answer, asked) = try await MisbehavingServer.serving { request in
      request.number < 3 ? [CallFixture.answer(500)] : [CallFixture.answer(200)]
    } _: { server, port in
      let transport = try CallFixture.transport(port)
      return (try await transport.carryOut(.read), await server.log.count)
    }
    #expect(answer.status == 200)
    #expect(asked == 4)
  }

  @Test func `a sick service is asked little more often than called`() async throws {
    let asked = try await MisbehavingServer.serving { _ in
      [CallFixture.answer(503)]
    } _: {
      server, port in
      let transport = try CallFixture.transport(port)
      for _ in 0..<50 { _ = try? await transport.carryOut(.read) }
      return await server.log.count
    }
    #expect(asked > 50)
    #expect(asked <= 67)
  }

  func ask(
    _ repeatability: APICall.Repeatability, answering steps: [MisbehavingServer.Step]
  ) async throws -> (APIProblem?, Int) {
    try await MisbehavingServer.serving { _ in
      steps
    } _: { server, port in
      let transport = try CallFixture.transport(port)
      let problem = await CallFixture.problem { () throws(APIProblem) in
        try await transport.carryOut(repeatability)
      }
      return (problem, await server.log.count)
    }
  }
}
