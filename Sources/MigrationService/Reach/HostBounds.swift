import Migration

/// The hosts of the network that tasks of a caller may read from: any that lie on the public internet
/// alone, and those that the owner of the service allows.
struct HostBounds: Equatable, Sendable {
  private let names: Set<String>
  private let networks: [NetworkBlock]

  /// Bounds that leave hosts beside the public ones.
  ///
  /// - Parameter allowed: Names, addresses, and networks such as `10.0.0.0/8`; see ``isMeant(_:)``.
  init(allowing allowed: [String] = []) {
    names = Set(allowed.map(Self.name))
    networks = allowed.compactMap { NetworkBlock($0) }
  }

  /// Whether an owner can allow this: a host's name or address, or a network.
  static func isMeant(_ text: String) -> Bool {
    let isHost = HTTPAddress("http://\(text)/").map { name($0.host) == name(text) }
    return isHost ?? false || NetworkBlock(text) != nil
  }

  /// The addresses that a connection to a host may go to, which are all of those it has.
  ///
  /// One that has a forbidden one beside others is forbidden: which of them is connected to would be a
  /// matter of luck.
  ///
  /// - Parameters:
  ///   - host: The host as it is asked for.
  ///   - addresses: Those that its name stands for now.
  ///   - own: Those of this machine and of the networks that it is in.
  /// - Returns: The addresses.
  /// - Throws: Why none of them may be connected to.
  func judged(
    _ host: String, at addresses: [NetworkAddress], own: [NetworkBlock]
  ) throws(AddressRefusal) -> [NetworkAddress] {
    guard !names.contains(Self.name(host)) else { return addresses }
    let isAllowed = addresses.allSatisfy { address in
      networks.contains { $0.contains(address) || $0.contains(address.end) }
        || address.isPublic && !own.contains { $0.contains(address) || $0.contains(address.end) }
    }
    guard isAllowed else {
      throw AddressRefusal(
        reason:
          "The host “\(host)” lies on the service's own machine or network, where callers over TCP "
          + "have nothing read; the owner of the service can allow it with --url-host.")
    }
    return addresses
  }

  /// A name as it is compared: the dot at its end says only that it is whole.
  private static func name(_ text: String) -> String {
    let text = text.lowercased()
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }
}

/// Why there is nothing at an address that could be read.
struct AddressRefusal: Error, Equatable {
  /// A sentence.
  let reason: String
  /// Whether the same may well go better a moment later.
  var isPassing = false

  /// One redirect leads to the next.
  static let endless = AddressRefusal(
    reason: "The address leads on without an end, from one redirect to the next.")
}
