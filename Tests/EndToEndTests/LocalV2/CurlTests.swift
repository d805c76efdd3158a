import Foundation
import OMSWire
import SystemPackage
import Testing

@testable import Migration

/// The local service as somebody drives it who has no client but curl.
struct CurlTests {
  private struct Document: Decodable {
    var paths: [String: [String: Ignored]]
    struct Ignored: Decodable {}
  }

  /// The calls of v1 that the document has, as `GET task/{task}`.
  private static func calls() throws -> Set<String> {
    let file = FerryHome.top.appending("Documents/openapi.json").string
    let document = try JSONDecoder().decode(
      Document.self, from: Data(contentsOf: URL(filePath: file)))
    let root = "/v1/{project}/objectstorage/"
    return Set(
      document.paths.filter { $0.key.hasPrefix(root) }.flatMap { path, methods in
        methods.keys.map { "\($0.uppercased()) \(path.dropFirst(root.count))" }
      })
  }

  @Test func `curl drives the service through every operation of v1`() async throws {
    try await FerryHome.with { home in
      try await home.start(["serve"], log: "served")
      try await waitUntil("a service") { !home.lines(of: "served").isEmpty }
      let script = FerryHome.top.appending("Tests/Agreement/v1.sh").string
      let outcome = try await home.shell(
        #"exec bash "$0" "$@""#,
        [script, home.path("run/ferry/ferry.sock"), home.path("work")])
      #expect(outcome.status == 0, "\(outcome.error)")
      let done = Set(outcome.output.split(separator: "\n").map(String.init))
      let calls = try Self.calls()
      #expect(calls.count == 7)
      #expect(done.isSuperset(of: calls), "\(calls.subtracting(done))")
      #expect(done.isSuperset(of: ["start", "stop", "change_bandwidthpolicy"]))
    }
  }

  @Test(arguments: [("secret", "200", "[]"), ("another", "401", "APIGW.0301")])
  func `over TCP curl needs the signature of somebody who has the secret key`(
    secret: String, status: String, answer: String
  ) async throws {
    try await FerryHome.with { home in
      let address = try await home.serve(root: "root")
      let path = "/v1/\(FerryHome.callerProject)/objectstorage/task"
      let signer = RequestSigner(
        keys: StorageKeys(accessKey: "ACCESS", secretKey: Secret(secret)),
        projectID: FerryHome.callerProject)
      let headers = signer.signedHeaders(
        of: UnsignedRequest(
          method: "GET", host: String(address.dropFirst("http://".count)), path: path,
          query: [("start", "0"), ("limit", "10")],
          headers: [("Content-Type", "application/json")], body: []), at: Date())
      let words = headers.flatMap { ["--header", "\($0.name): \($0.value)"] }
      let outcome = try await home.shell(
        #"exec curl "$0" "$@""#,
        ["--silent", "--noproxy", "*", "--write-out", "\n%{http_code}"] + words + [
          "\(address)\(path)?start=0&limit=10"
        ])
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(outcome.output.hasSuffix("\n\(status)"), "\(outcome.output)")
      #expect(outcome.output.contains(answer), "\(outcome.output)")
    }
  }
}
