/// An IPv4 address as a number.
struct IPv4 {
  /// The four bytes, the first in front.
  let bits: UInt32

  /// Reads four numbers with dots between them; `nil` for anything else, such as a name that begins so.
  init?(_ text: some StringProtocol) {
    let numbers = text.split(separator: ".", omittingEmptySubsequences: false)
    // With a zero in front the system takes a number for an octal one: 0127.0.0.1 is 87.0.0.1.
    let bytes = numbers.compactMap { number in
      number.utf8.allSatisfy { (48...57).contains($0) } && (number == "0" || number.first != "0")
        ? UInt8(number) : nil
    }
    guard numbers.count == 4, bytes.count == 4 else { return nil }
    bits = bytes.reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// The addresses that begin with the same bits, such as `10.0.0.0/8`.
  struct Network {
    private let first: IPv4
    private let mask: UInt32

    /// Reads an address and how many of its bits count; `nil` for anything else.
    init?(_ text: some StringProtocol) {
      let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 2, let first = IPv4(parts[0]), let length = UInt32(parts[1]),
        length <= 32
      else { return nil }
      self.first = first
      mask = length == 0 ? 0 : ~0 << (32 - length)
    }

    /// Whether `address` is one of them.
    func contains(_ address: IPv4) -> Bool { address.bits & mask == first.bits & mask }
  }
}
