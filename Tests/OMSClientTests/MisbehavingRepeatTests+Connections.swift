import TestServers
import FoundationEssentials
import Synchronization
import TestSupport
import Testing

@testable import Migration
@testable import OMSClient

extension MisbehavingRepeatTests {
  @Test func `connections that end between calls cost no call`() async throws {
    let asked = try await MisbehavingServer.serving { _ in
      [CallFixture.answer(200), .close]
    } _: {
      server, port in
      let transport = try CallFixture.transport(port)
      for _ in 0..<20 { _ = try await transport.carryOut(.read) }
      return await server.log.count
    }
    #expect((20...30).contains(asked))
  }

  @Test(arguments: [APICall.Repeatability.read, .once])
  func `a service that is not there yet is asked again`(
    repeatability: APICall.Repeatability
  ) async throws {
    let port = try await MisbehavingServer.serving { _ in
      []
    } _: { _, port in
      port
    }
    let clock = ManualClock()
    let policy = RetryPolicy(firstPause: .seconds(2))
    let transport = try CallFixture.transport(port, clock: CallClock(clock), policy: policy)
    async let problem = CallFixture.problem { () throws(APIProblem) in
      try await transport.carryOut(repeatability)
    }
    for pause in [1, 3, 5.5] { await clock.advance(toSleeperAt: .seconds(pause)) }
    let found = await problem
    #expect(found?.kind == .unreachable)
    #expect(found?.mayHaveHappened == false)
  }

  @Test func `at most four calls are under way, and all come through`() async throws {
    let (answers, most) = try await MisbehavingServer.serving { _ in
      [.wait, CallFixture.answer(200)]
    } _: { server, port in
      let transport = try CallFixture.transport(port)
      return try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<10 { group.addTask { try await transport.carryOut(.read).status } }
        await server.waitForRequests(4)
        await server.open()
        var answers: [Int] = []
        for try await status in group { answers.append(status) }
        return (answers, await server.mostWaiting)
      }
    }
    #expect(answers == Array(repeating: 200, count: 10))
    #expect((1...4).contains(most))
  }

  @Test func `a call that finds no room in time was not sent`() async throws {
    let (problem, asked) = try await MisbehavingServer.serving { _ in
      [.hang]
    } _: { server, port in
      let transport = try CallFixture.transport(port)
      var hasty = transport
      hasty.deadline = .milliseconds(200)
      return await withTaskGroup(of: Void.self) { [hasty] group in
        for _ in 0..<4 { group.addTask { _ = try? await transport.carryOut(.read) } }
        await server.waitForRequests(4)
        let problem = await CallFixture.problem { () throws(APIProblem) in
          try await hasty.carryOut(.once)
        }
        group.cancelAll()
        return (problem, await server.log.count)
      }
    }
    #expect(problem?.kind == .unreachable)
    #expect(problem?.mayHaveHappened == false)
    #expect(asked == 4)
  }

  @Test func `after a call that was given up no connection of before is used`() async throws {
    // Two calls leave two connections behind, both of which go silent; new ones would answer.
    let (status, connections) = try await MisbehavingServer.serving { request in
      switch request.number {
      case 0, 1: [.wait, CallFixture.answer(200)]
      case 2: [.hang]
      default: [CallFixture.answer(200)]
      }
    } _: { server, port in
      let transport = try CallFixture.transport(port)
      try await withThrowingDiscardingTaskGroup { group in
        for _ in 0..<2 { group.addTask { _ = try await transport.carryOut(.read) } }
        await server.waitForRequests(2)
        await server.open()
      }
      let hanging = Task { try await transport.carryOut(.read) }
      await server.waitForRequests(3)
      hanging.cancel()
      _ = await hanging.result
      let status = try await transport.carryOut(.read).status
      return (status, await server.connections)
    }
    #expect(status == 200)
    // More when calls of somebody else in this process go silent meanwhile.
    #expect(connections >= 3)
  }

  @Test func `a call that is under way is not ended by one that was given up`() async throws {
    let answers = try await MisbehavingServer.serving { request in
      request.number == 0 ? [.wait, CallFixture.answer(200)] : [.hang]
    } _: { server, port in
      let transport = try CallFixture.transport(port)
      let patient = Task { try await transport.carryOut(.once).status }
      await server.waitForRequests(1)
      let hanging = Task { try await transport.carryOut(.read).status }
      await server.waitForRequests(2)
      hanging.cancel()
      _ = await hanging.result
      await server.open()
      return try await patient.value
    }
    #expect(answers == 200)
  }
}
