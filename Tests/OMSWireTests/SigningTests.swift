import TestSupport
import FoundationEssentials
import Testing

@testable import Migration
@testable import OMSWire

struct SigningTests {
  static let vectors: [SigningVector] = {
    do {
      let file = try JSONDecoder().decode(
        SigningFile.self, from: VectorFile.data("signing.json"))
      return file.vectors
    } catch {
      Issue.record("signing.json cannot be read: \(error)")
      return []
    }
  }()

  @Test func `there are 49 vectors`() {
    #expect(Self.vectors.count == 49)
  }

  @Test(arguments: vectors)
  func `the signer does what the official SDK does`(vector: SigningVector) throws {
    let date = try #require(RequestSignature.date(of: vector.date))
    let headers = vector.signer.signedHeaders(of: vector.request, at: date)
    let sent = Dictionary(headers.map { ($0.name.lowercased(), $0.value) }) { $1 }
    #expect(sent["authorization"] == vector.authorization)
  }

  @Test(arguments: vectors)
  func `the canonical request is the official SDK's`(vector: SigningVector) throws {
    let request = vector.request
    let headers = vector.signer.signedHeaders(
      of: request, at: try #require(RequestSignature.date(of: vector.date)))
    let canonical = CanonicalRequest(
      method: request.method, path: request.path, query: request.query, headers: headers,
      signedHeaders: vector.signedHeaders.split(separator: ";").map(String.init),
      payloadHash: vector.payloadHash)
    #expect(canonical.text == vector.canonicalRequest)
  }

  @Test func `a request that is signed already is left alone`() {
    let signer = RequestSigner(keys: StorageKeys(accessKey: "AK", secretKey: Secret("SK")))
    let request = UnsignedRequest(
      method: "GET", host: "h", path: "/", headers: [("authorization", "Bearer x")])
    #expect(signer.signedHeaders(of: request, at: Date()).count == 1)
  }

  @Test func `a date is written as the calendar has it, and read again`() throws {
    let style = Date.ISO8601FormatStyle(
      dateSeparator: .omitted, dateTimeSeparator: .standard, timeSeparator: .omitted,
      timeZoneSeparator: .omitted, includingFractionalSeconds: false, timeZone: .gmt)
    for seed in UInt64(0)..<3000 {
      var random = Generator(seed: seed)
      // From 1600, before which Foundation's calendar is another one, to 9999.
      let seconds = Int.random(in: -11_676_096_000...253_402_300_799, using: &random)
      let date = Date(timeIntervalSince1970: Double(seconds))
      let text = RequestSignature.text(of: date)
      #expect(text == date.formatted(style), "seed \(seed)")
      #expect(RequestSignature.date(of: text) == date, "seed \(seed)")
    }
  }

  @Test(arguments: [Double.infinity, -Double.infinity, 1e300, -1e300, 253_402_300_800])
  func `a date beyond the calendar is its last or first`(seconds: Double) {
    let text = RequestSignature.text(of: Date(timeIntervalSince1970: seconds))
    #expect(text == (seconds > 0 ? "99991231T235959Z" : "00000101T000000Z"))
  }

  @Test(arguments: [
    "2024-02-29T23:59:59Z", "", "20240229T235959", "20240229X235959Z", "nonsense00000000",
    "20230229T000000Z", "20240230T000000Z", "20240001T000000Z", "20241301T000000Z",
    "20240101T240000Z", "20240101T006000Z", "20240101T000060Z", "2024010\u{661}T00000Z",
  ])
  func `a date in another format is no date`(text: String) {
    #expect(RequestSignature.date(of: text) == nil)
  }
}

private struct SigningFile: Decodable {
  var vectors: [SigningVector]
}

struct SigningVector: Decodable, Sendable, CustomTestStringConvertible {
  struct Input: Decodable, Sendable {
    var method: String
    var host: String
    var path: String
    var query: [[JSON]]
    var headers: [String: String]
    var body: String?
    var base64: String?
    var accessKey: String
    var secretKey: String
    var securityToken: String?
    var projectID: String?

    private enum CodingKeys: String, CodingKey {
      case method, host, path, query, headers, body
      case base64 = "body_base64"
      case accessKey = "access_key"
      case secretKey = "secret_key"
      case securityToken = "security_token"
      case projectID = "project_id"
    }
  }

  var name: String
  var input: Input
  var date: String
  var payloadHash: String
  var signedHeaders: String
  var canonicalRequest: String
  var authorization: String

  private enum CodingKeys: String, CodingKey {
    case name, input, authorization
    case date = "x_sdk_date"
    case payloadHash = "payload_hash"
    case signedHeaders = "signed_headers"
    case canonicalRequest = "canonical_request"
  }

  var testDescription: String { name }

  var signer: RequestSigner {
    RequestSigner(
      keys: StorageKeys(accessKey: input.accessKey, secretKey: Secret(input.secretKey)),
      securityToken: input.securityToken.map { Secret($0) }, projectID: input.projectID)
  }

  var request: UnsignedRequest {
    let body = input.base64.flatMap { Data(base64Encoded: $0) }.map { Array($0) }
    return UnsignedRequest(
      method: input.method, host: input.host, path: input.path, query: query,
      headers: input.headers.map { ($0.key, $0.value) },
      body: body ?? Array((input.body ?? "").utf8))
  }

  /// Values as texts; a list is one pair for each element.
  private var query: [(name: String, value: String)] {
    input.query.flatMap { pair -> [(name: String, value: String)] in
      guard case .text(let name) = pair[0] else { return [] }
      let values = if case .list(let list) = pair[1] { list } else { [pair[1]] }
      return values.map { (name, Self.text($0)) }
    }
  }

  private static func text(_ value: JSON) -> String {
    switch value {
    case .text(let text): text
    case .integer(let number): String(number)
    case .bool(let flag): flag ? "true" : "false"
    case .null, .number, .list, .object: ""
    }
  }
}
