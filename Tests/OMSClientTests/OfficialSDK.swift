import TestSupport
import FoundationEssentials
import Subprocess
import SystemPackage

@testable import Migration

/// The provider's own SDK for Python, in the private environment that `make test` installs.
struct OfficialSDK: Sendable {
  static let keys = StorageKeys(
    accessKey: "FAKEAGREEMENTAK", secretKey: Secret("FAKEAGREEMENTSK"))

  private static let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  /// The SDK writes a file into its user's home.
  let home: FilePath

  /// Makes the call of every vector, and returns the vectors' names in the order of the calls.
  func callAll(_ folder: String, at endpoint: Endpoint, project: String) async throws -> [String] {
    try await run(["call", endpoint.description, project, folder], input: "")
  }

  /// The `Authorization` that the SDK gives each request, whose signed headers alone it sees.
  func authorizations(of requests: [CannedServer.Seen]) async throws -> [String] {
    let lines = try requests.map { request in
      let signed =
        request.headers["authorization"]?.split(separator: "SignedHeaders=").last?
        .prefix { $0 != "," }.split(separator: ";").map(String.init) ?? []
      let line: JSON = .object([
        "method": .text(request.method), "target": .text(request.target),
        "headers": .object(
          request.headers.filter { signed.contains($0.key) }.mapValues(JSON.text)),
        "body": .text(Data(request.bytes).base64EncodedString()),
      ])
      return String(decoding: try JSONEncoder().encode(line), as: UTF8.self) + "\n"
    }
    return try await run(["verify"], input: lines.joined())
  }

  private func run(_ arguments: [String], input: String) async throws -> [String] {
    let result = try await Subprocess.run(
      .path(FilePath("/\(Self.root)/.tools/sdk/bin/python")),
      arguments: Arguments(["/\(Self.root)/Tests/Agreement/sdk.py"] + arguments),
      environment: .inherit.updating([
        "HOME": home.string, "HUAWEICLOUD_SDK_AK": Self.keys.accessKey,
        "HUAWEICLOUD_SDK_SK": Self.keys.secretKey.reveal(), "no_proxy": "127.0.0.1",
      ]), input: .string(input), output: .string(limit: 1 << 20), error: .string(limit: 1 << 16))
    guard result.terminationStatus.isSuccess else {
      throw Unusable(reason: result.standardError)
    }
    return result.standardOutput.split(separator: "\n").map(String.init)
  }

  /// The official SDK could not be run; `make test` installs it.
  struct Unusable: Error {
    let reason: String
  }
}
