import Testing

@testable import MigrationService

/// Which addresses are ones of the public internet.
struct NetworkAddressTests {
  /// Every special IPv4 network by its first and its last address.
  static let special: [(first: String, last: String)] = [
    ("0.0.0.0", "0.255.255.255"), ("10.0.0.0", "10.255.255.255"),
    ("100.64.0.0", "100.127.255.255"), ("127.0.0.0", "127.255.255.255"),
    ("169.254.0.0", "169.254.255.255"), ("172.16.0.0", "172.31.255.255"),
    ("192.0.0.0", "192.0.0.255"), ("192.0.2.0", "192.0.2.255"),
    ("192.168.0.0", "192.168.255.255"), ("198.18.0.0", "198.19.255.255"),
    ("198.51.100.0", "198.51.100.255"), ("203.0.113.0", "203.0.113.255"),
    ("224.0.0.0", "239.255.255.255"), ("240.0.0.0", "255.255.255.255"),
  ]

  /// An IPv4 address within others, as text.
  private static func holders(of text: String) throws -> [String] {
    let bytes = try #require(NetworkAddress(text)).bytes
    let six = try #require(
      NetworkAddress(bytes: [0x20, 0x02] + bytes + Array(repeating: 0, count: 10)))
    return ["::ffff:\(text)", "64:ff9b::\(text)", six.text]
  }

  private static func isPublic(_ text: String) throws -> Bool {
    try #require(NetworkAddress(text), "\(text)").isPublic
  }

  @Test(arguments: special)
  func `a special network of IPv4 is none of it, to its ends and within addresses of IPv6`(
    first: String, last: String
  ) throws {
    for text in [first, last] {
      #expect(try !Self.isPublic(text), "\(text)")
      for holder in try Self.holders(of: text) {
        #expect(try !Self.isPublic(holder), "\(holder)")
      }
      #expect(try !Self.isPublic("::\(text)"), "compatible \(text)")
    }
  }

  @Test(arguments: [
    "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
    "128.0.0.0", "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0",
    "192.167.255.255", "192.169.0.0", "223.255.255.255",
  ])
  func `an address beside a special network is one of it, and within addresses of IPv6`(
    text: String
  ) throws {
    #expect(try Self.isPublic(text))
    for holder in try Self.holders(of: text) { #expect(try Self.isPublic(holder), "\(holder)") }
  }

  @Test(arguments: [
    "::", "::1", "::2", "fe80::1", "febf::1", "fec0::1", "fc00::1", "fd12:3456::1", "ff02::1",
    "ff0e::1", "100::1", "64:ff9b:1::1", "2001::1", "2001:1ff::1", "2001:db8::1", "3fff::1",
    "4000::1", "::ffff:0:127.0.0.1",
  ])
  func `an address of IPv6 for something else is none of it`(text: String) throws {
    #expect(try !Self.isPublic(text))
  }

  @Test(arguments: ["2606:4700::1111", "2001:200::1", "2a00::1", "3ffe::1"])
  func `an address of IPv6 that is given out is one of it`(text: String) throws {
    #expect(try Self.isPublic(text))
  }

  @Test(arguments: [
    "127.1", "0177.0.0.1", "0x7f.0.0.1", "2130706433", "localhost", "", "1.2.3.4/8",
  ])
  func `what only a resolver takes for an address is none`(text: String) {
    #expect(NetworkAddress(text) == nil)
  }

  @Test(arguments: [
    ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false),
    ("10.1.2.3", "10.1.2.3", true), ("10.1.2.3", "10.1.2.4", false),
    ("192.168.1.128/25", "192.168.1.129", true), ("192.168.1.128/25", "192.168.1.127", false),
    ("0.0.0.0/0", "255.255.255.255", true), ("0.0.0.0/0", "::1", false),
    ("fd00::/8", "fd12::1", true), ("fd00::/8", "fe80::1", false), ("::1/128", "::1", true),
  ])
  func `a network has the addresses that begin as it does`(
    network: String, address: String, isInside: Bool
  ) throws {
    let network = try #require(NetworkBlock(network))
    #expect(network.contains(try #require(NetworkAddress(address))) == isInside)
  }

  @Test(arguments: [
    "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "::/129", "10/8", "host/8", "1.2.3.4/8/8",
  ])
  func `what is no network is none`(text: String) {
    #expect(NetworkBlock(text) == nil)
  }
}
