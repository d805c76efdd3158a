import TestServers
import TestSupport
import Testing

@testable import Migration
@testable import OMSClient

struct OpenSecretTests {
  private static let keys = Credentials.keys(
    StorageKeys(accessKey: "AK", secretKey: Secret("SK")), securityToken: nil)
  private static let transfer = TransferKeys(
    source: StorageKeys(accessKey: "A", secretKey: Secret("S")))
  /// Another machine, at which nobody listens.
  private static let elsewhere = "http://192.0.2.1:9"

  private static func start(
    _ address: String, with credentials: Credentials = keys, keys: TransferKeys = transfer,
    deadline: Duration = .milliseconds(200)
  ) async throws {
    let client = V1Client(
      endpoint: try Endpoint(address), projectID: "p", credentials: credentials,
      deadline: deadline)
    try await client.start(TaskID(rawValue: 1), keys: keys, failedOnly: false)
  }

  @Test func `storage keys are not sent to another machine over plain HTTP`() async {
    let problem = await #expect(throws: APIProblem.self) { try await Self.start(Self.elsewhere) }
    #expect(problem?.kind == .invalid)
    #expect(problem?.mayHaveHappened == false)
    #expect(problem?.english.contains("allow_plain_http") == true)
  }

  @Test(arguments: [
    Credentials.token(Secret("T")),
    .keys(StorageKeys(accessKey: "AK", secretKey: Secret("SK")), securityToken: Secret("T")),
  ])
  func `neither is a token`(credentials: Credentials) async {
    let problem = await #expect(throws: APIProblem.self) {
      try await Self.start(Self.elsewhere, with: credentials, keys: TransferKeys())
    }
    #expect(problem?.kind == .invalid)
  }

  @Test func `a signature holds no secret, so that call is tried`() async {
    let problem = await #expect(throws: APIProblem.self) {
      try await Self.start(Self.elsewhere, keys: TransferKeys())
    }
    #expect(problem?.kind == .unreachable)
  }

  @Test func `on this machine nobody is on the way`() async throws {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer("PUT /v1/p/objectstorage/task/1", FakeCloud.Reply())
      try await Self.start(endpoint.description, deadline: .seconds(60))
      #expect(await cloud.count("PUT /v1/p/objectstorage/task/1") == 1)
    }
  }
}
