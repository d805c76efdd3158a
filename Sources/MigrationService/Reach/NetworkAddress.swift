import NIOCore

/// An IP address as a connection goes to it.
struct NetworkAddress: Hashable, Sendable {
  /// The 4 bytes of IPv4 or the 16 of IPv6, the first in front.
  let bytes: [UInt8]

  /// The address of so many bytes; `nil` when these are not 4 or 16.
  init?(bytes: some Collection<UInt8>) {
    guard [4, 16].contains(bytes.count) else { return nil }
    self.bytes = Array(bytes)
  }

  /// Reads an address without brackets; `nil` for anything else, such as a name or `127.1`.
  init?(_ text: some StringProtocol) {
    // Older forms, which a resolver takes for addresses, are none here.
    guard let address = try? SocketAddress(ipAddress: String(text), port: 0) else { return nil }
    self.init(address)
  }

  /// Where a socket goes; `nil` for one of this machine's files.
  init?(_ address: SocketAddress) {
    let form: Form
    switch address {
    case .v4: form = .four
    case .v6: form = .six
    case .unixDomainSocket: return nil
    }
    self.init(address.withSockAddr { socket, _ in form.bytes(of: UnsafeRawPointer(socket)) })
  }

  /// Where a socket goes whose address is in memory.
  init(_ socket: UnsafeRawPointer, as form: Form) {
    self.init(form.bytes(of: socket))
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Where the address of a socket of IPv4 or IPv6 stands in memory: behind the family, the port and, of
  /// IPv6, the flow.
  enum Form {
    case four, six

    fileprivate func bytes(of socket: UnsafeRawPointer) -> [UInt8] {
      let (place, count) = self == .four ? (4, 4) : (8, 16)
      return Array(UnsafeRawBufferPointer(start: socket + place, count: count))
    }
  }

  /// The address as people write it.
  var text: String {
    (try? SocketAddress(packedIPAddress: ByteBuffer(bytes: bytes), port: 0))?.ipAddress ?? ""
  }

  /// The address that packets to this one end at, where it holds one of IPv4: mapped, translated (NAT64)
  /// or tunnelled (6to4).
  var end: NetworkAddress {
    for (network, offset) in Self.holders where network.contains(self) {
      return NetworkAddress(bytes: bytes[offset..<(offset + 4)]) ?? self
    }
    return self
  }

  /// Where the bytes of an IPv4 address begin in one of IPv6.
  private static let holders: [(NetworkBlock, Int)] = [
    ("::ffff:0:0/96", 12), ("64:ff9b::/96", 12), ("2002::/16", 2),
  ].compactMap { text, offset in NetworkBlock(text).map { ($0, offset) } }

  /// Whether it is one of the public internet: no loopback, private, link-local, shared, documentation,
  /// multicast or reserved address (the special ones in the registries of IANA), and none that holds such
  /// a one.
  var isPublic: Bool {
    let end = end
    guard end.bytes.count == 16 else { return !Self.special.contains { $0.contains(end) } }
    return Self.unicast.contains { $0.contains(end) } && !Self.special.contains { $0.contains(end) }
  }

  /// What has been given out of IPv6.
  private static let unicast = ["2000::/3"].compactMap { NetworkBlock($0) }

  private static let special = [
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
    // What a cloud tells its machines alone.
    "168.63.129.16/32",
    "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
    "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
    // Teredo and its like, whose ends are anywhere, and documentation.
    "2001::/23", "2001:db8::/32", "3fff::/20",
  ].compactMap { NetworkBlock($0) }
}

/// The addresses that begin with the same bits, such as `10.0.0.0/8`.
struct NetworkBlock: Hashable, Sendable {
  private let first: NetworkAddress
  private let length: Int

  /// Reads an address, or an address and how many of its bits count; `nil` for anything else.
  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = NetworkAddress(parts[0]) else { return nil }
    let bits = first.bytes.count * 8
    guard parts.count == 2 else {
      (self.first, length) = (first, bits)
      return
    }
    guard parts[1].utf8.allSatisfy({ (48...57).contains($0) }), let length = Int(parts[1]),
      length <= bits
    else { return nil }
    (self.first, self.length) = (first, length)
  }

  /// The addresses of the network in which a machine has `address`; that one alone without a mask.
  init(_ address: NetworkAddress, mask: NetworkAddress?) {
    first = address
    length =
      mask.map { $0.bytes.reduce(0) { $0 + $1.nonzeroBitCount } } ?? address.bytes.count * 8
  }

  /// Whether `address` is one of them.
  func contains(_ address: NetworkAddress) -> Bool {
    guard address.bytes.count == first.bytes.count else { return false }
    return zip(address.bytes, first.bytes).enumerated().allSatisfy { place, pair in
      let counted = min(8, max(0, length - place * 8))
      return (pair.0 ^ pair.1) >> (8 - UInt8(counted)) == 0
    }
  }
}
