import AsyncHTTPClient
import Foundation
import Logging
import NIOCore
import NIOHTTP1
import SystemPackage
import TestSupport
import Testing

@testable import Migration
@testable import OMSWire
@testable import MigrationService

extension LocalServiceTests {
  @Test func `a second service on the same state is refused`() async throws {
    try await TemporaryDirectory.with { directory in
      let configuration = Self.configuration(directory)
      try await Self.with(configuration) { _ in
        var second = configuration
        second.socket = directory.path.appending("other.sock")
        let lock = configuration.stateDirectory.appending("service.lock")
        await #expect(throws: InstanceLock.Taken(file: lock.string)) {
          try await LocalService(second, mover: FakeMover(), listing: FakeListing()).run()
        }
      }
    }
  }

  @Test func `a second service on the same socket is refused`() async throws {
    try await TemporaryDirectory.with { directory in
      let configuration = Self.configuration(directory)
      try await Self.with(configuration) { addresses in
        var second = configuration
        second.stateDirectory = directory.path.appending("other")
        await #expect(throws: InstanceLock.Taken.self) {
          try await LocalService(second, mover: FakeMover(), listing: FakeListing()).run()
        }
        let answer = try await Self.get(Self.socketURL(addresses, "/healthz"))
        #expect(answer.status == 200)
      }
    }
  }

  @Test func `a socket that a dead service left is replaced`() async throws {
    try await TemporaryDirectory.with { directory in
      let configuration = Self.configuration(directory)
      try directory.write("", to: "run/keep")
      try leaveSocket(at: configuration.socket)
      try await Self.with(configuration) { addresses in
        let answer = try await Self.get(Self.socketURL(addresses, "/healthz"))
        #expect(answer.status == 200)
      }
    }
  }

  @Test func `a file in the socket's place is left alone`() async throws {
    try await TemporaryDirectory.with { directory in
      try directory.write("precious", to: "run/s.sock")
      let configuration = Self.configuration(directory)
      await #expect(throws: ServiceProblem.notASocket(configuration.socket.string)) {
        try await LocalService(configuration, mover: FakeMover(), listing: FakeListing()).run()
      }
      #expect(directory.has("run/s.sock"))
    }
  }

  @Test func `who signs nothing is refused before any of the body has come`() async throws {
    try await TemporaryDirectory.with { directory in
      let listener = ServiceConfiguration.Listener(
        host: "127.0.0.1", port: 0, accessKeys: [Self.key])
      try await Self.with(Self.configuration(directory, listener: listener)) { addresses in
        let port = try #require(addresses.port)
        var request = HTTPClientRequest(
          url: "http://127.0.0.1:\(port)/v1/p/objectstorage/task")
        request.method = .POST
        let (body, end) = AsyncStream.makeStream(of: ByteBuffer.self)
        request.body = .stream(body, length: .known(Int64(12_000_000)))
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(60))
        #expect(response.status == .unauthorized)
        end.finish()
      }
    }
  }
}
