import AsyncHTTPClient
import Glibc
import NIOCore
import NIOHTTP1
import NIOSSL
import Testing

@testable import Migration
@testable import OMSClient

/// After which failures the other connections are not believed in any more.
struct SilenceTests {
  private func isSilence(_ error: any Error, _ arrival: CallFailure.Arrival = .perhaps) throws
    -> Bool
  {
    let endpoint = try Endpoint("https://oms.example.com")
    return TransportProblem(endpoint: endpoint).failure(from: error, arrival: arrival).isSilence
  }

  @Test(
    arguments: [
      CancellationError(), HTTPClientError.cancelled, HTTPClientError.readTimeout,
      HTTPClientError.deadlineExceeded, HTTPClientError.writeTimeout,
      HTTPClientError.remoteConnectionClosed, HTTPParserError.invalidEOFState, ChannelError.eof,
      IOError(errnoCode: ECONNRESET, reason: "read"), IOError(errnoCode: EPIPE, reason: "write"),
      IOError(errnoCode: ETIMEDOUT, reason: "read"),
    ] as [any Error])
  func `a call that a dead connection can have swallowed is a silence`(error: any Error) throws {
    #expect(try isSilence(error))
    #expect(try !isSilence(error, .never))
  }

  @Test(
    arguments: [
      HTTPClientError.connectTimeout, HTTPClientError.getConnectionFromPoolTimeout,
      HTTPClientError.tlsHandshakeTimeout, HTTPClientError.proxyAuthenticationRequired,
      HTTPParserError.invalidVersion, NIOTooManyBytesError(maxBytes: 1),
      NIOSSLError.uncleanShutdown,
      IOError(errnoCode: ECONNREFUSED, reason: "connect"),
    ] as [any Error])
  func `no other failure is`(error: any Error) throws {
    #expect(try !isSilence(error))
  }
}
