import FoundationEssentials
import SystemPackage
import TestServers
import TestSupport
import Testing

@testable import Migration
@testable import OMSClient

struct AuthorityTests {
  /// What comes of a call to a server whose certificate is its own, with the files of `directory`.
  private static func call(
    _ sources: [String], includesSystem: Bool = true, in directory: TemporaryDirectory
  ) async throws -> CallFault? {
    try await MisbehavingServer.serving(
      certificate: .selfSigned, { _ in [CallFixture.answer(200)] }
    ) { _, port in
      var endpoint = try Endpoint("https://localhost:\(port)")
      endpoint.way.authorities.sources = sources.map {
        .init(path: directory.path.appending($0).string, setting: "SSL_CERT_FILE")
      }
      endpoint.way.authorities.includesSystem = includesSystem
      let transport = HTTPTransport(
        endpoint: endpoint, credentials: Credentials.none, projectID: "p", deadline: .seconds(60))
      do throws(APIProblem) {
        _ = try await transport.send("GET", "/")
        return nil
      } catch {
        guard case .call(_, let fault) = error.fact else { throw error }
        return fault
      }
    }
  }

  @Test(arguments: [["own.pem"], ["folder"], ["folder", "own.pem"]], [true, false])
  func `a certificate of one's own authority counts, by file or by folder`(
    sources: [String], includesSystem: Bool
  ) async throws {
    try await TemporaryDirectory.with { directory in
      try directory.write(ServerCertificate.text, to: "own.pem")
      try directory.write(ServerCertificate.text, to: "folder/authority.pem")
      try directory.write("not a certificate", to: "folder/README")
      let fault = try await Self.call(sources, includesSystem: includesSystem, in: directory)
      #expect(fault == nil)
    }
  }

  @Test func `without it nobody known has signed the certificate`() async throws {
    try await TemporaryDirectory.with { directory in
      let fault = try await Self.call([], in: directory)
      #expect(fault == .insecure(.unknownSigner))
    }
  }

  @Test(arguments: [("missing.pem", false), ("text.pem", true)])
  func `a file without authorities is told, and nothing is sent`(
    name: String, isThere: Bool
  ) async throws {
    try await TemporaryDirectory.with { directory in
      try directory.write("not a certificate", to: "text.pem")
      let source = Authorities.Source(
        path: directory.path.appending(name).string, setting: "SSL_CERT_FILE")
      let fault = try await Self.call([name], in: directory)
      #expect(fault == .authorities(source, isThere: isThere))
    }
  }
}
