import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import SystemPackage
import Testing

@testable import Migration

@testable import MigrationService

/// An S3 server that is not rclone's own: moto, which keeps its buckets in memory and knows storage
/// classes, metadata and parts as the original does.
struct MotoServer {
  /// Where it answers, such as `http://127.0.0.1:40123`.
  let endpoint: String
  private let child: RcloneChild

  /// Runs `body` with a server that has nothing in it.
  ///
  /// - Throws: What `body` throws, or what keeps the server from running.
  static func with(in home: FerryHome, _ body: (MotoServer) async throws -> Void) async throws {
    let directory = home.directory.appending("moto")
    try FileManager.default.createDirectory(
      atPath: directory.string, withIntermediateDirectories: true)
    let files = ChildFiles(directory: directory, purpose: .serve, attempt: 1)
    let child = try await RcloneChild(
      starting: [
        FerryHome.top.appending(".tools/sdk/bin/moto_server").string, "-H", "127.0.0.1", "-p", "0",
      ], environment: ["HOME": directory.string, "PATH": "/usr/bin:/bin"], files: files)
    var endpoint = ""
    do {
      try await waitUntil("the server's port") {
        let log = SmallFile.read(files.log).map { String(decoding: $0, as: UTF8.self) } ?? ""
        try #require(child.isAlive, "\(log)")
        endpoint = log.firstMatch(of: /http:\/\/127\.0\.0\.1:[0-9]+/).map { String($0.0) } ?? ""
        return !endpoint.isEmpty
      }
      try await body(MotoServer(endpoint: endpoint, child: child))
    } catch {
      await child.kill()
      throw error
    }
    await child.kill()
  }

  /// What opens it: it takes every pair of keys.
  static let keys = Comparison.keys

  /// A bucket of it, which is made.
  ///
  /// - Throws: When it cannot be.
  func bucket(_ name: String) async throws -> StorageLocation {
    let answer = try await send(.PUT, name)
    try #require(answer.status == .ok, "\(answer)")
    return location(name)
  }

  /// A bucket of it that may be there or not.
  func location(_ bucket: String) -> StorageLocation {
    StorageLocation(provider: "S3", region: endpoint, bucket: bucket)
  }

  /// Puts a small object into a bucket, with headers of its own.
  func put(_ key: String, in bucket: String, _ headers: HTTPHeaders = [:]) async throws {
    let answer = try await send(.PUT, "\(bucket)/\(key)", headers, body: "text")
    try #require(answer.status == .ok, "\(answer)")
  }

  /// What the server says of one object, by the names of the headers in small letters.
  func head(_ key: String, in bucket: String) async throws -> [String: String] {
    let answer = try await send(.HEAD, "\(bucket)/\(key)")
    try #require(answer.status == .ok, "\(answer)")
    return Dictionary(
      answer.headers.map { ($0.name.lowercased(), $0.value) },
      uniquingKeysWith: { first, _ in first })
  }

  private func send(
    _ method: HTTPMethod, _ path: String, _ headers: HTTPHeaders = [:], body: String = ""
  ) async throws -> HTTPClientResponse {
    var request = HTTPClientRequest(url: "\(endpoint)/\(path)")
    request.method = method
    request.headers = headers
    // It asks for somebody's signature, but does not look at it.
    request.headers.add(name: "authorization", value: "AWS \(Self.keys.accessKey):signature")
    if method == .PUT { request.body = .bytes(Array(body.utf8)) }
    return try await HTTPClient.shared.execute(request, timeout: .seconds(10))
  }
}
