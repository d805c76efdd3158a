import AsyncHTTPClient
import Hummingbird
import Migration
import NIOCore
import NIOHTTP1
import Synchronization
import TestServers
import Testing

@testable import MigrationService

/// Requests for what lies at addresses, within bounds, to a web server that is real.
struct AddressReaderTests {
  /// What a resolver was asked for, and answers.
  private final class Names: Sendable {
    private let known: [String: [String]]
    let asked = Mutex<[String]>([])

    init(_ known: [String: [String]]) {
      self.known = known
    }

    var resolver: HostResolver {
      HostResolver { [self] host in
        asked.withLock { $0.append(host) }
        return (known[host] ?? []).compactMap { NetworkAddress($0) }
      } own: {
        []
      }
    }
  }

  /// A server that answers `/to/ADDRESS` with a redirect there, and everything else with its path and host.
  private struct Host: HTTPResponder {
    @concurrent func respond(
      to request: Request, context: BasicRequestContext
    ) async throws -> Response {
      let path = request.uri.path
      if path.hasPrefix("/to/") {
        return Response(status: .found, headers: [.location: String(path.dropFirst(4))])
      }
      return Response(
        status: .ok,
        body: ResponseBody(
          byteBuffer: ByteBuffer(string: "\(path) at \(request.head.authority ?? "")")))
    }
  }

  /// Reads an address below the server of `host`, which stands for loopback.
  private static func read(
    _ path: String, allowing: [String], _ names: Names
  ) async throws -> String {
    try await LoopbackServer.serving(Host()) { server in
      let port = "\(server)".split(separator: ":").last ?? ""
      let reader = AddressReader(
        .shared, within: HostBounds(allowing: allowing), resolver: names.resolver)
      let path = path.replacing("PORT", with: port)
      let answer = try await reader.send(.GET, "http://files.invalid:\(port)\(path)")
      let body = try await answer.response.body.collect(upTo: 1 << 16)
      return String(buffer: body).replacing(port, with: "PORT")
    }
  }

  @Test func `a connection goes to the address that was judged, and nobody is asked again`()
    async throws
  {
    // The system knows no such host: whoever asked it would get no answer.
    let names = Names(["files.invalid": ["127.0.0.1"]])
    let text = try await Self.read("/x", allowing: ["127.0.0.1"], names)
    #expect(text == "/x at files.invalid:PORT")
    #expect(names.asked.withLock { $0 } == ["files.invalid"])
  }

  @Test func `the next address is tried where nobody listens at the first`() async throws {
    let names = Names(["files.invalid": ["127.0.0.2", "127.0.0.1"]])
    let text = try await Self.read("/x", allowing: ["files.invalid"], names)
    #expect(text == "/x at files.invalid:PORT")
  }

  @Test func `a redirect is followed where it may go`() async throws {
    let names = Names(["files.invalid": ["127.0.0.1"], "other.invalid": ["127.0.0.1"]])
    let text = try await Self.read(
      "/to/http://other.invalid:PORT/to//y", allowing: ["files.invalid", "other.invalid"], names)
    #expect(text == "/y at other.invalid:PORT")
    #expect(names.asked.withLock { $0 } == ["files.invalid", "other.invalid", "other.invalid"])
  }

  @Test(arguments: [
    "http://127.0.0.1:PORT/x", "//localhost:PORT/x",
    "http://files.invalid@localhost:PORT/x", "http://both.invalid:PORT/x",
    "http://files.invalid:PORT/to/http://localhost:PORT/x",
  ])
  func `a redirect to this machine is not followed`(place: String) async throws {
    let names = Names([
      "files.invalid": ["127.0.0.1"], "localhost": ["127.0.0.1"], "127.0.0.1": ["127.0.0.1"],
      "both.invalid": ["1.1.1.1", "127.0.0.1"],
    ])
    let refusal = await #expect(throws: AddressRefusal.self) {
      _ = try await Self.read("/to/\(place)", allowing: ["files.invalid"], names)
    }
    #expect(refusal?.reason.contains("--url-host") == true, "\(String(describing: refusal))")
  }

  @Test func `a name that stands for this machine the second time is judged the second time`()
    async throws
  {
    let turn = Mutex(0)
    let rebinding = HostResolver { _ in
      let isFirst = turn.withLock { turn in
        turn += 1
        return turn == 1
      }
      return [isFirst ? "1.1.1.1" : "127.0.0.1"].compactMap { NetworkAddress($0) }
    } own: {
      []
    }
    let bounds = HostBounds()
    let first = await rebinding.addresses("files.invalid")
    #expect(try bounds.judged("files.invalid", at: first, own: []) == first)
    let reader = AddressReader(.shared, within: bounds, resolver: rebinding)
    await #expect(throws: AddressRefusal.self) {
      _ = try await reader.send(.GET, "http://files.invalid/")
    }
  }

  @Test func `redirects in a circle come to an end`() async throws {
    let names = Names(["files.invalid": ["127.0.0.1"]])
    let circle = "/to/" + String(repeating: "/to/", count: 20) + "x"
    let refusal = await #expect(throws: AddressRefusal.self) {
      _ = try await Self.read(circle, allowing: ["files.invalid"], names)
    }
    #expect(refusal?.reason.contains("end") == true)
  }

  @Test func `a name that nobody knows is told, and may be known later`() async throws {
    let refusal = await #expect(throws: AddressRefusal.self) {
      _ = try await Self.read("/x", allowing: [], Names([:]))
    }
    #expect(
      refusal == AddressRefusal(reason: "Nobody knows the host “files.invalid”.", isPassing: true))
  }

  @Test func `clients of more hosts than are kept end when their answers are read`() async throws {
    let hosts = (0..<40).map { "host\($0).invalid" }
    let names = Names(Dictionary(uniqueKeysWithValues: hosts.map { ($0, ["127.0.0.1"]) }))
    try await LoopbackServer.serving(Host()) { server in
      let port = "\(server)".split(separator: ":").last ?? ""
      let reader = AddressReader(
        .shared, within: HostBounds(allowing: ["127.0.0.1"]), resolver: names.resolver)
      var answers: [AddressReader.Answer] = []
      for host in hosts {
        answers.append(try await reader.send(.GET, "http://\(host):\(port)/x"))
      }
      for (host, answer) in zip(hosts, answers) {
        let text = String(buffer: try await answer.response.body.collect(upTo: 1 << 16))
        #expect(text == "/x at \(host):\(port)")
      }
    }
  }
}
