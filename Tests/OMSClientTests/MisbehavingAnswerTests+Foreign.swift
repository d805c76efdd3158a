import TestServers
import FoundationEssentials
import TestSupport
import Testing

@testable import Migration
@testable import OMSClient

extension MisbehavingAnswerTests {
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
