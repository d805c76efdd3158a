import Foundation
import Synchronization
import Testing

@testable import Migration
@testable import OMSWire

@testable import MigrationService

struct SignatureVerifierTests {
  /// The stop of the signing guide's worked example.
  static func stop() throws -> Vector {
    try #require(vectors.first { $0.name == "put-stop-v1" })
  }

  static func reason(
    _ request: SignatureVerifier.SignedRequest, _ vector: Vector, secondsLate: Double = 0
  ) throws -> String? {
    let date = try #require(RequestSignature.date(of: vector.x_sdk_date)) + secondsLate
    let verifier = SignatureVerifier(keys: vector.keys) { date }
    do {
      _ = try verifier.project(of: request)
      return nil
    } catch {
      #expect(error.status == 401)
      #expect(error.code == "APIGW.0301")
      return error.message
    }
  }

  @Test func `46 vectors can be verified`() {
    #expect(Self.verifiable.count == 46)
  }

  @Test(arguments: verifiable)
  func `what the official SDK signed is accepted`(vector: Vector) throws {
    let date = try #require(RequestSignature.date(of: vector.x_sdk_date))
    let verifier = SignatureVerifier(keys: vector.keys) { date }
    #expect(try verifier.project(of: vector.request) == vector.project)
  }

  @Test(arguments: vectors.filter { $0.input.security_token != nil })
  func `temporary keys are refused, as none are given out`(vector: Vector) throws {
    #expect(try Self.reason(vector.request, vector)?.contains("Get secretKey failed") == true)
  }

  @Test func `one changed byte of the body is seen`() throws {
    let vector = try Self.stop()
    var request = vector.request
    request.body[3] ^= 1
    #expect(try Self.reason(request, vector)?.contains("verify aksk signature fail") == true)
  }

  @Test func `a body that the signature does not cover is seen`() throws {
    let vector = try Self.stop()
    var request = vector.request
    request.headers.append(("X-Sdk-Content-Sha256", "UNSIGNED-PAYLOAD"))
    request.body = Array(#"{"operation":"start"}"#.utf8)
    #expect(try Self.reason(request, vector)?.contains("verify aksk signature fail") == true)
  }

  @Test func `another path, query, method or signed header is seen`() throws {
    let vector = try Self.stop()
    let changes: [(inout SignatureVerifier.SignedRequest) -> Void] = [
      { $0.target += "1" }, { $0.target += "?force=true" }, { $0.method = "DELETE" },
      { request in
        for index in request.headers.indices where request.headers[index].name == "Host" {
          request.headers[index].value = "other.example"
        }
      },
    ]
    for change in changes {
      var request = vector.request
      change(&request)
      #expect(try Self.reason(request, vector)?.contains("verify aksk signature fail") == true)
    }
  }

  @Test(arguments: [-901.0, 901])
  func `a signature is good for a quarter of an hour`(seconds: Double) throws {
    let vector = try Self.stop()
    #expect(
      try Self.reason(vector.request, vector, secondsLate: seconds)?.contains("signature expired")
        == true)
    #expect(try Self.reason(vector.request, vector, secondsLate: seconds * 0.99) == nil)
  }

  @Test(arguments: [
    "Bearer x", "SDK-HMAC-SHA256 ", "SDK-HMAC-SHA256 Access=a, Signature=b", "",
    "SDK-HMAC-SHA256 Access=a, Access=b, SignedHeaders=host;x-sdk-date, Signature=c",
    "SDK-HMAC-SHA256 Access=FAKEAK0000EXAMPLE001, SignedHeaders=host, Signature=c",
    "SDK-HMAC-SHA256 Access=FAKEAK0000EXAMPLE001, SignedHeaders=host;x-sdk-date;x-none, Signature=c",
    "SDK-HMAC-SHA256 Access=NOBODY, SignedHeaders=host;x-sdk-date, Signature=c",
  ])
  func `an authorization that is none is refused`(header: String) throws {
    let vector = try Self.stop()
    var request = vector.request
    request.headers.removeAll { $0.name == "Authorization" }
    request.headers.append(("Authorization", header))
    #expect(try Self.reason(request, vector) != nil)
  }

  @Test func `an answer to a wrong signature holds neither the secret nor the right one`() throws {
    let vector = try Self.stop()
    var request = vector.request
    request.body = []
    let reason = try #require(try Self.reason(request, vector))
    #expect(!reason.contains(vector.input.secret_key))
    #expect(reason.contains("/objectstorage/task/180001112223334/"))
  }

  @Test func `five wrong signatures lock a key for five minutes`() throws {
    let vector = try Self.stop()
    let clock = Mutex(try #require(RequestSignature.date(of: vector.x_sdk_date)))
    let verifier = SignatureVerifier(keys: vector.keys) { clock.withLock { $0 } }
    var wrong = vector.request
    wrong.body = []
    for _ in 0..<5 {
      #expect(throws: ServiceError.self) { try verifier.project(of: wrong) }
    }
    let error = #expect(throws: ServiceError.self) { try verifier.project(of: vector.request) }
    #expect(error?.message.contains("AK access failed to reach the limit") == true)
    clock.withLock { $0 += 301 }
    #expect(try verifier.project(of: vector.request) == vector.project)
  }

  @Test func `a right signature in between counts from the start again`() throws {
    let vector = try Self.stop()
    let date = try #require(RequestSignature.date(of: vector.x_sdk_date))
    let verifier = SignatureVerifier(keys: vector.keys) { date }
    var wrong = vector.request
    wrong.body = []
    for _ in 0..<3 {
      for _ in 0..<4 {
        #expect(throws: ServiceError.self) { try verifier.project(of: wrong) }
      }
      #expect(try verifier.project(of: vector.request) == vector.project)
    }
  }

  @Test func `another project in the header is forbidden`() throws {
    let vector = try #require(Self.vectors.first { $0.name == "project-id-header" })
    let date = try #require(RequestSignature.date(of: vector.x_sdk_date))
    let key = AccessKey(keys: try #require(vector.keys.first).keys, project: "another")
    let verifier = SignatureVerifier(keys: [key]) { date }
    let error = #expect(throws: ServiceError.self) { try verifier.project(of: vector.request) }
    #expect(error?.status == 403)
    #expect(error?.code == "OMS.0072")
  }
}
