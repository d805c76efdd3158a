import Foundation
import Synchronization
import Testing

@testable import Migration
@testable import OMSWire
@testable import MigrationService

extension SignatureVerifierTests {
  /// A request that the official SDK has signed.
  struct Vector: Decodable, Sendable, CustomTestStringConvertible {
    struct Input: Decodable, Sendable {
      let method: String
      let body: String?
      let body_base64: String?
      let access_key: String
      let secret_key: String
      let security_token: String?
      let project_id: String?
    }

    let name: String
    let input: Input
    let x_sdk_date: String
    let authorization: String
    let headers_after_signing: [String: String]
    let request_target_on_the_wire: String
    let verifiable_from_the_wire: Bool

    var testDescription: String { name }

    var project: String { input.project_id ?? "project" }

    var keys: [AccessKey] {
      let keys = StorageKeys(accessKey: input.access_key, secretKey: Secret(input.secret_key))
      return [AccessKey(keys: keys, project: project)]
    }

    // The file has the bytes of a header one character each; on the wire they are UTF-8.
    private static func utf8(_ value: String) -> String {
      String(
        decoding: value.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }, as: UTF8.self)
    }

    var request: SignatureVerifier.SignedRequest {
      let body =
        input.body_base64.flatMap { Data(base64Encoded: $0) } ?? Data((input.body ?? "").utf8)
      return SignatureVerifier.SignedRequest(
        method: input.method, target: request_target_on_the_wire,
        headers: headers_after_signing.map { (name: $0.key, value: Self.utf8($0.value)) }
          + [(name: "Authorization", value: authorization)],
        body: Array(body))
    }
  }

  struct File: Decodable {
    let vectors: [Vector]
  }

  static let vectors: [Vector] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Vectors/signing.json")
    do {
      return try JSONDecoder().decode(File.self, from: Data(contentsOf: file)).vectors
    } catch {
      Issue.record("the vectors cannot be read: \(error)")
      return []
    }
  }()

  static let verifiable = vectors.filter {
    $0.verifiable_from_the_wire && $0.input.security_token == nil
  }
}
