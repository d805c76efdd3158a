import Dispatch
import Glibc
import NIOCore

/// Asks which addresses the name of a host stands for.
struct HostResolver: Sendable {
  /// Answers for one host, an IPv6 address without brackets; with nothing when nobody knows it.
  let addresses: @Sendable (_ host: String) async -> [NetworkAddress]
  /// The addresses of this machine, with those that its networks have for neighbours.
  let own: @Sendable () -> [NetworkBlock]

  /// The system's, which takes `127.1`, `0x7f000001` and their like for addresses as well.
  static let system = HostResolver { host in
    await withCheckedContinuation { answer in
      // It waits for servers, and the threads that all Swift tasks share do not.
      queue.async { answer.resume(returning: Self.ask(host)) }
    }
  } own: {
    let devices = (try? System.enumerateDevices()) ?? []
    return devices.compactMap { device in
      device.address.flatMap { NetworkAddress($0) }.map { address in
        NetworkBlock(address, mask: device.netmask.flatMap { NetworkAddress($0) })
      }
    }
  }

  private static let queue = DispatchQueue(label: "ferry.names", attributes: .concurrent)

  private static func ask(_ host: String) -> [NetworkAddress] {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    hints.ai_flags = AI_ADDRCONFIG
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, nil, &hints, &found) == 0 else { return [] }
    defer { freeaddrinfo(found) }
    var addresses: [NetworkAddress] = []
    var next = found
    while let entry = next {
      if let address = address(in: entry.pointee), !addresses.contains(address) {
        addresses.append(address)
      }
      next = entry.pointee.ai_next
    }
    return addresses
  }

  private static func address(in entry: addrinfo) -> NetworkAddress? {
    guard let socket = UnsafeRawPointer(entry.ai_addr) else { return nil }
    switch entry.ai_family {
    case AF_INET: return NetworkAddress(socket, as: .four)
    case AF_INET6: return NetworkAddress(socket, as: .six)
    default: return nil
    }
  }
}
