import TestServers
import FoundationEssentials
import TestSupport
import Testing

@testable import Migration
@testable import OMSClient

/// What a client makes of servers that do not do as they should.
@Suite(.timeLimit(.minutes(2)))
struct MisbehavingAnswerTests {
  @Test func `a service that never answers ends with its deadline`() async throws {
    let problem = try await MisbehavingServer.serving { _ in
      [.hang]
    } _: { _, port in
      let transport = try CallFixture.transport(port, deadline: .milliseconds(300))
      return await CallFixture.problem { () throws(APIProblem) in
        try await transport.carryOut(.read)
      }
    }
    #expect(problem?.kind == .unreachable)
    #expect(problem?.english.contains("did not answer within 300 ms") == true)
  }

  @Test(arguments: [
    "HTTP/1.1 200 OK\r\nX-Slow: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "HTTP/1.1 200 OK\r\nContent-Length: 64\r\n\r\n12345678901234567890123456789012345678901234567890",
  ])
  func `an answer that comes bit by bit ends with the deadline`(text: String) async throws {
    let problem = try await MisbehavingServer.serving { _ in
      [.drip(text), .hang]
    } _: { _, port in
      let transport = try CallFixture.transport(port, deadline: .milliseconds(300))
      return await CallFixture.problem { () throws(APIProblem) in
        try await transport.carryOut(.read)
      }
    }
    #expect(problem?.kind == .unreachable)
  }

  @Test(arguments: [
    (APICall.Repeatability.read, "was called off"),
    (.idempotent, "was called off; it may have been carried out all the same"),
    (.once, "was called off; it may have been carried out all the same"),
  ])
  func `a call can be called off while nobody answers`(
    repeatability: APICall.Repeatability, words: String
  ) async throws {
    let problem = try await MisbehavingServer.serving { _ in
      [.hang]
    } _: { server, port in
      let transport = try CallFixture.transport(port)
      let call = Task {
        await CallFixture.problem { () throws(APIProblem) in
          try await transport.carryOut(repeatability)
        }
      }
      await server.waitForRequests(1)
      call.cancel()
      return await call.value
    }
    #expect(problem?.kind == .cancelled)
    #expect(problem?.english.contains(words) == true)
    #expect(problem?.mayHaveHappened == (repeatability != .read))
  }

  @Test func `a call can be called off in the middle of an answer`() async throws {
    let half = "HTTP/1.1 200 OK\r\nContent-Length: 64\r\n\r\n{"
    let problem = try await MisbehavingServer.serving { _ in
      [.send(half), .hang]
    } _: {
      server, port in
      let transport = try CallFixture.transport(port)
      let call = Task {
        await CallFixture.problem { () throws(APIProblem) in try await transport.carryOut(.read) }
      }
      await server.waitForRequests(1)
      call.cancel()
      return await call.value
    }
    #expect(problem?.kind == .cancelled)
  }

  @Test(arguments: [
    ["Transfer-Encoding: chunked", ""], ["Content-Length: 4000000000", ""],
    ["Connection: close", ""],
  ])
  func `gigabytes are not read`(headers: [String]) async throws {
    let head = (["HTTP/1.1 200 OK"] + headers).joined(separator: "\r\n") + "\r\n"
    let isChunked = headers[0].contains("chunked")
    let megabyte = String(repeating: "x", count: 1 << 20)
    let piece = isChunked ? "100000\r\n\(megabyte)\r\n" : megabyte
    let (problem, flooded, asked) = try await MisbehavingServer.serving { _ in
      [.send(head), .flood(piece)]
    } _: { server, port in
      let transport = try CallFixture.transport(port)
      let problem = await CallFixture.problem { () throws(APIProblem) in
        try await transport.carryOut(.read)
      }
      return (problem, await server.flooded, await server.log.count)
    }
    #expect(problem?.kind == .unreadable)
    #expect(problem?.english.contains("larger than 16 MiB") == true)
    #expect(flooded < 1 << 30)
    #expect(asked == 1)
  }

  @Test func `headers without an end are not read`() async throws {
    let problem = try await MisbehavingServer.serving { _ in
      [.send("HTTP/1.1 200 OK\r\n"), .flood("X-Many: \(String(repeating: "y", count: 500))\r\n")]
    } _: { _, port in
      let transport = try CallFixture.transport(port)
      return await CallFixture.problem { () throws(APIProblem) in
        try await transport.carryOut(.read)
      }
    }
    #expect(problem?.kind == .unreadable)
    #expect(problem?.english.contains("not HTTP") == true)
  }

  @Test func `an endless redirect is told, and not followed`() async throws {
    let (problem, asked) = try await MisbehavingServer.serving { _ in
      [CallFixture.answer(302, headers: ["Location: http://elsewhere.test/again"])]
    } _: { server, port in
      let transport = try CallFixture.transport(port)
      let problem = await CallFixture.problem { () throws(APIProblem) in
        try await transport.carryOut(.read)
      }
      return (problem, await server.log.count)
    }
    #expect(problem?.kind == .invalid)
    #expect(problem?.english.contains("redirects to http://elsewhere.test/again") == true)
    #expect(asked == 1)
  }

  @Test(arguments: ["<html>hello</html>", "", "[", "\u{0}\u{1B}[2J", "null"])
  func `a success that is no answer of the API is told`(body: String) async throws {
    let problem = try await MisbehavingServer.serving { _ in
      [CallFixture.answer(200, body)]
    } _: {
      _, port in
      let client = V1Client(transport: try CallFixture.transport(port))
      return await CallFixture.problem { () throws(APIProblem) in
        try await client.show(TaskID(rawValue: 1))
      }
    }
    #expect(problem?.kind == .unreadable)
    #expect(problem?.english.contains("not a v1 answer") == true)
  }
}
