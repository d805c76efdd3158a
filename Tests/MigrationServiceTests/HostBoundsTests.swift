import AsyncHTTPClient
import Hummingbird
import Synchronization
import Testing

@testable import MigrationService

/// Which hosts a caller who is not the owner may have read.
struct HostBoundsTests {
  private static func addresses(_ texts: [String]) throws -> [NetworkAddress] {
    try texts.map { try #require(NetworkAddress($0)) }
  }

  private static func allows(
    _ host: String, at found: [String], allowing: [String] = [], own: [String] = []
  ) throws -> Bool {
    let found = try addresses(found)
    do throws(AddressRefusal) {
      let own = own.compactMap { NetworkBlock($0) }
      let judged = try HostBounds(allowing: allowing).judged(host, at: found, own: own)
      #expect(judged == found)
      return true
    } catch {
      #expect(error.reason.contains(host) && error.reason.contains("--url-host"))
      #expect(!error.isPassing)
      return false
    }
  }

  @Test(arguments: [
    (["1.1.1.1"], true), (["127.0.0.1"], false), (["1.1.1.1", "10.0.0.1"], false),
    (["10.0.0.1", "1.1.1.1"], false), (["2606:4700::1", "1.1.1.1"], true),
    (["2606:4700::1", "::1"], false),
  ])
  func `a host is read that has public addresses alone`(found: [String], isAllowed: Bool) throws {
    #expect(try Self.allows("files.example.com", at: found) == isAllowed)
  }

  @Test(arguments: ["localhost", "localhost.", "LOCALHOST"])
  func `this machine is none for others by its name`(host: String) throws {
    #expect(try !Self.allows(host, at: ["127.0.0.1"], allowing: ["local", "host.localhost"]))
  }

  @Test func `a public address of this machine itself is none for others`() throws {
    #expect(try !Self.allows("me.example.com", at: ["1.2.3.4"], own: ["1.2.3.4"]))
    #expect(try !Self.allows("me.example.com", at: ["::ffff:1.2.3.4"], own: ["1.2.3.4"]))
    #expect(try !Self.allows("neighbour.example.com", at: ["2a02:1:2::7"], own: ["2a02:1:2::/64"]))
    #expect(try Self.allows("elsewhere.example.com", at: ["2a02:1:3::7"], own: ["2a02:1:2::/64"]))
  }

  @Test(arguments: [
    ("files.lan", ["files.lan"], true), ("FILES.lan.", ["Files.LAN"], true),
    ("files.lan", ["files.lan."], true), ("other.lan", ["files.lan"], false),
    ("sub.files.lan", ["files.lan"], false), ("files.lan", ["10.0.0.0/8"], true),
    ("files.lan", ["10.1.2.3"], true), ("files.lan", ["10.1.2.4", "192.168.0.0/16"], false),
  ])
  func `what the owner allows is read`(host: String, allowing: [String], isAllowed: Bool) throws {
    #expect(try Self.allows(host, at: ["10.1.2.3"], allowing: allowing) == isAllowed)
  }

  @Test func `a network that is allowed has the addresses too that hold one of its own`() throws {
    #expect(try Self.allows("a", at: ["::ffff:10.0.0.1"], allowing: ["10.0.0.0/8"]))
  }

  @Test(arguments: [
    ("files.lan", true), ("localhost", true), ("10.0.0.0/8", true), ("::1", true),
    ("fd00::/8", true), ("", false), ("http://files.lan", false), ("files.lan:80", false),
    ("10.0.0.0/99", false), ("a b", false), ("*.lan", false),
  ])
  func `an owner allows names, addresses and networks`(text: String, isMeant: Bool) {
    #expect(HostBounds.isMeant(text) == isMeant)
  }

  /// Every way to write this machine that the system's resolver takes for it.
  @Test(arguments: [
    "localhost", "127.0.0.1", "127.1", "0x7f000001", "0x7f.1", "2130706433",
    "017700000001", "0177.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "0.0.0.0",
    "0", "[::]", "example.com@127.0.0.1", "127.0.0.1:80",
  ])
  func `this machine is not read, however it is written`(place: String) async throws {
    let reader = AddressReader(.shared, within: HostBounds())
    let refusal = await #expect(throws: AddressRefusal.self) {
      _ = try await AddressHead.ask("http://\(place)/x", reader)
    }
    #expect(refusal?.reason.contains("--url-host") == true, "\(String(describing: refusal))")
  }
}
