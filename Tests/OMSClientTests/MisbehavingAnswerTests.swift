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

  @Test func `something that is not HTTP is told`() async throws {
    let problem = try await MisbehavingServer.serving { _ in
      [.send("SSH-2.0-nobody\r\n"), .close]
    } _: { _, port in
      let transport = try CallFixture.transport(port)
      return await CallFixture.problem { () throws(APIProblem) in
        try await transport.carryOut(.read)
      }
    }
    #expect(problem?.kind == .unreadable)
    #expect(problem?.english.contains("not HTTP") == true)
  }

  @Test func `an error text that is no text and has no end is bounded`() async throws {
    let zalgo = String(repeating: "\u{301}", count: 100_000)
    let bodies: [[UInt8]] = [
      [0xFF, 0xFE, 0x1B, 0x5B, 0x32, 0x4A], Array("e\(zalgo)".utf8),
      Array(CallFixture.error("OMS.\(zalgo)", "e\(zalgo)").utf8),
    ]
    for body in bodies {
      let head = "HTTP/1.1 400 Bad\r\nContent-Length: \(body.count)\r\n\r\n"
      let problem = try await MisbehavingServer.serving { _ in
        [.send(head), .bytes(body)]
      } _: {
        _, port in
        let transport = try CallFixture.transport(port)
        return await CallFixture.problem { () throws(APIProblem) in
          try await transport.carryOut(.read)
        }
      }
      let found = try #require(problem)
      #expect(found.kind == .invalid)
      #expect(found.message.unicodeScalars.count <= 500)
      #expect(found.english.unicodeScalars.count <= 400)
      #expect((found.code ?? "").unicodeScalars.count <= 40)
    }
  }

  @Test func `a secret that the gateway quotes is not shown`() async throws {
    let keys = Credentials.keys(
      StorageKeys(accessKey: "FAKEAK", secretKey: Secret("FAKE-SECRET-KEY")),
      securityToken: Secret("FAKE-SECURITY-TOKEN"))
    let problem = try await MisbehavingServer.serving { request in
      let quoted = request.headers["x-security-token"] ?? ""
      let message = "verify aksk signature fail, x-security-token:\(quoted)|FAKE-SECRET-KEY"
      return [CallFixture.answer(401, CallFixture.error("APIGW.0301", message))]
    } _: { _, port in
      let transport = try CallFixture.transport(port, credentials: keys)
      return await CallFixture.problem { () throws(APIProblem) in
        try await transport.carryOut(.read)
      }
    }
    let found = try #require(problem)
    #expect(found.kind == .credentials)
    for text in [found.message, found.english] {
      #expect(!text.contains("FAKE-SEC"))
      #expect(text.contains("x-security-token:***|***"))
    }
  }

  @Test func `TLS that is not spoken there is told`() async throws {
    let greeting = "HTTP/1.1 400 Bad Request\r\n\r\n"
    let problem = try await MisbehavingServer.serving(greeting: greeting) { _ in
      []
    } _: { _, port in
      let transport = try CallFixture.transport(port, scheme: "https")
      return await CallFixture.problem { () throws(APIProblem) in
        try await transport.carryOut(.read)
      }
    }
    #expect(problem?.kind == .unreachable)
    #expect(problem?.english.contains("does not speak TLS at this port") == true)
  }

  @Test func `a certificate that nobody has signed is refused and told`() async throws {
    let (problem, asked) = try await MisbehavingServer.serving(certificate: .selfSigned) { _ in
      [CallFixture.answer(200)]
    } _: { server, port in
      let transport = try CallFixture.transport(port, scheme: "https")
      let problem = await CallFixture.problem { () throws(APIProblem) in
        try await transport.carryOut(.once)
      }
      return (problem, await server.log.count)
    }
    #expect(problem?.kind == .unreachable)
    #expect(problem?.english.contains("certificate that nobody known here has signed") == true)
    #expect(problem?.mayHaveHappened == false)
    #expect(asked == 0)
  }
}
