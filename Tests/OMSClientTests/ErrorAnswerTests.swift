import TestSupport
import Testing

@testable import Migration
@testable import OMSClient

struct ErrorAnswerTests {
  @Test(
    arguments: [
      ("delete-error-running", "OMS.0063", APIProblem.Kind.wrongState),
      ("delete-error-not-found", nil, .notFound), ("delete-error-generic", "OMS.0073", .server),
      ("stop-error-succeeded", "OMS.0070", .wrongState),
      ("stop-error-waiting", "OMS.0066", .wrongState),
      ("stop-error-already-paused", "OMS.0066", .wrongState),
      ("stop-error-old-prefix", "S3M.0066", .wrongState),
      ("show-error-not-found", "OMS.0053", .notFound), ("show-error-bad-id", "OMS.0054", .invalid),
      ("error-gateway-signature", "APIGW.0301", .credentials),
      ("error-gateway-throttled", "APIGW.0308", .throttled),
      ("error-gateway-token", "APIGW.0307", .credentials),
      ("error-gateway-unknown-path", "APIGW.0101", .invalid), ("error-html", nil, .server),
      ("error-permission", "OMS.0072", .credentials),
      ("error-service-token", "OMS.0068", .credentials),
      ("create-error-description", "OMS.0078", .invalid),
      ("create-error-bandwidth-overlap", "OMS.0085", .invalid),
      ("create-error-daily-quota", "S3M.0075", .throttled),
      ("start-error-running", "OMS.0065", .wrongState),
      ("start-error-no-failed-list", "OMS.0167", .wrongState),
    ] as [(String, String?, APIProblem.Kind)])
  func `an error answer becomes a kind and a sentence`(
    name: String, code: String?, kind: APIProblem.Kind
  ) async throws {
    let vector = try VectorFile.v1(name)
    let problem = try await CannedServer.serving(vector.response) { client, _ in
      do {
        try await client.delete(TaskID(rawValue: 1))
        return nil as APIProblem?
      } catch let problem as APIProblem {
        return problem
      }
    }
    let found = try #require(problem)
    #expect(found.kind == kind)
    #expect(found.status == vector.response.status)
    if let code { #expect(found.code == code) }
    if let words = vector.response.body?["error_msg"]?.text {
      #expect(found.message == words)
      #expect(found.english.contains(words))
    }
    #expect(!found.english.contains("<html>"))
  }

  @Test(
    arguments: [
      ("S", "OMS.1009", "No such resource.", APIProblem.Kind.notFound),
      ("63", "OMS.0063", "The task is running.", .wrongState),
      ("secret", "OMS.0066", "no secret in it", .wrongState),
    ])
  func `a secret as short as a word hides no code`(
    secret: String, code: String, message: String, kind: APIProblem.Kind
  ) async throws {
    let response = VectorFile.Response(
      status: 400, body: .object(["error_code": .text(code), "error_msg": .text(message)]))
    let problem = try await CannedServer.answering(response) { endpoint, _ in
      let client = V2Client(
        endpoint: endpoint, projectID: "p", credentials: .token(Secret(secret)))
      return await #expect(throws: APIProblem.self) {
        try await client.show(TaskID(rawValue: 1))
      }
    }
    #expect(problem?.kind == kind)
    #expect(problem?.code == code)
    #expect(problem?.message.contains(secret) == false)
  }

  @Test func `nobody at the address is told with the address`() async throws {
    let client = V1Client(
      endpoint: Endpoint(socket: "/nonexistent/ferry.sock"), projectID: "p", credentials: .none)
    let problem = await #expect(throws: APIProblem.self) {
      try await client.show(TaskID(rawValue: 1))
    }
    #expect(problem?.kind == .unreachable)
    #expect(problem?.english.contains("/nonexistent/ferry.sock") == true)
    #expect(problem?.english.contains("ferry serve") == true)
  }

  @Test func `a redirect is not followed`() async throws {
    let response = VectorFile.Response(
      status: 302, headers: ["Location": "http://127.0.0.1:1/"], body: nil, rawBody: nil)
    let problem = try await CannedServer.serving(response) { client, _ in
      await #expect(throws: APIProblem.self) { try await client.list(TaskQuery()) }
    }
    #expect(problem?.kind == .invalid)
  }

  @Test func `a call can be called off`() async throws {
    let call = Task {
      try await V1Client(
        endpoint: Endpoint(socket: "/nonexistent/ferry.sock"), projectID: "p", credentials: .none
      ).show(TaskID(rawValue: 1))
    }
    call.cancel()
    let problem = await #expect(throws: APIProblem.self) { try await call.value }
    #expect(problem?.kind == .cancelled)
  }

  @Test func `storage keys that a service quotes are not told again`() async throws {
    var response = try VectorFile.v1("create-error-not-json").response
    response.body = nil
    response.rawBody = String(repeating: "x", count: 150) + #" {"ak":"A","sk":"HUSH-STORAGE-KEY"}"#
    let problem = try await CannedServer.serving(response) { client, _ in
      await CallFixture.problem { () throws(APIProblem) in
        try await client.create(
          NewTask(
            source: StorageLocation(provider: "AWS", region: "r", bucket: "a"),
            destination: StorageLocation(provider: "HEC", region: "r", bucket: "b"),
            keys: TransferKeys(
              source: StorageKeys(accessKey: "A", secretKey: Secret("HUSH-STORAGE-KEY")))))
      }
    }
    #expect(problem?.english.contains("HUSH") == false)
    #expect(problem?.message.contains("HUSH") == false)
    #expect(problem?.message.contains("***") == true)
  }
}
