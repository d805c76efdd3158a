import Testing

@testable import Migration

struct AddressTests {
  @Test(
    arguments: [
      ("host", "host", nil), ("Host.Example:8080", "host.example", 8080),
      ("127.0.0.1:1", "127.0.0.1", 1), ("[::1]", "::1", nil),
      ("[FE80::1%eth0]:443", "fe80::1%eth0", 443),
      ("host:0", "host", 0),
    ] as [(String, String, Int?)])
  func `a place is a host, and a port if it has one`(text: String, host: String, port: Int?) throws
  {
    let place = try #require(HostAndPort(text))
    #expect(place.host == host)
    #expect(place.port == port)
  }

  @Test(
    arguments: [
      "", ":80", "::1", "::1:8080", "[::1", "[::1]8080", "[host]:80", "host:", "host:x", "host:+8",
      "host:65536", "a b", "user@host", "host/path", "[]:80",
    ])
  func `what is not whole, or an IPv6 address without brackets, is no place`(text: String) {
    #expect(HostAndPort(text) == nil)
    #expect(throws: ConfigurationError.self) { try Endpoint("http://\(text)#") }
  }

  @Test(
    arguments: [
      ("localhost", true), ("127.0.0.1", true), ("127.255.0.9", true), ("::1", true),
      ("127.0.0.1.example.com", false), ("10.0.0.1", false), ("localhost.example.com", false),
      ("127.0.0.256", false), ("0127.0.0.1", false), ("127.0.0.01", false), ("127.0.00.1", false),
      ("127.1", false), ("+127.0.0.1", false),
    ])
  func `this machine is told from others by its whole address`(host: String, isThis: Bool) {
    #expect(HostAndPort.isThisMachine(host) == isThis)
  }

  @Test(
    arguments: [
      ("http://proxy:3128", "http://proxy:3128", nil), ("proxy:3128", "http://proxy:3128", nil),
      ("HTTP://proxy/", "http://proxy:80", nil),
      ("socks5://[::1]:1081", "socks5://[::1]:1081", nil),
      ("socks5h://proxy", "socks5://proxy:1080", nil),
      ("http://me:p%40ss:x@proxy:1", "http://proxy:1", "me"),
    ] as [(String, String, String?)])
  func `a proxy is read, and printed without its user`(
    text: String, description: String, user: String?
  ) throws {
    let proxy = try #require(Proxy(text))
    #expect(proxy.description == description)
    #expect(proxy.user == user)
    if user != nil { #expect(proxy.password.reveal() == "p@ss:x") }
  }

  @Test(
    arguments: ["", "ftp://proxy", "https://proxy:1", "proxy:x", "socks5://me:p@proxy", "http://"])
  func `what no call can go through is no proxy`(text: String) {
    #expect(Proxy(text) == nil)
  }

  @Test(
    arguments: [
      ("", "oms.example.com", false), ("", "localhost", true), ("", "127.0.0.1:8080", true),
      ("", "[::1]:8080", true), ("*", "oms.example.com", true),
      ("example.com", "oms.example.com", true), (".example.com", "oms.example.com", true),
      ("*.example.com", "oms.example.com", true), ("example.com", "example.com", true),
      ("example.com", "notexample.com", false), ("a.com, Example.COM", "oms.example.com", true),
      ("a.com example.com", "example.com", true), ("example.com:8443", "example.com", false),
      ("example.com:443", "example.com", true), ("example.com:8443", "example.com:8443", true),
      ("10.0.0.0/8", "10.1.2.3", true), ("10.0.0.0/8", "11.1.2.3", false),
      ("192.168.1.0/24", "192.168.1.77:9", true), ("0.0.0.0/0", "8.8.8.8", true),
      ("fd00::1", "[fd00::1]:443", true), ("[fd00::1]:443", "[fd00::1]", true),
      ("10.0.0.0/33", "10.1.2.3", false), (",,", "example.com", false), (".", "example.com", false),
    ])
  func `a list of exemptions means hosts, domains, networks and ports`(
    list: String, place: String, isExempt: Bool
  ) throws {
    let place = try #require(HostAndPort(place))
    #expect(ProxyExemptions(list).contains(place, usualPort: 443) == isExempt)
  }

  @Test(
    arguments: [
      ("cn-north-4", "myhuaweicloud.com"), ("eu-west-0", "myhuaweicloud.com"),
      ("eu-west-101", "myhuaweicloud.eu"), ("eu-west-199", "myhuaweicloud.eu"),
      ("eu-west-1", "myhuaweicloud.com"), ("ap-southeast-1", "myhuaweicloud.com"),
    ])
  func `a region is below the domain of its cloud, and is found again in an address`(
    name: String, domain: String
  ) throws {
    let region = try Region(name)
    let endpoint = try region.endpoint(of: "oms")
    #expect(endpoint.description == "https://oms.\(name).\(domain)")
    #expect(Region(of: endpoint) == region)
    #expect(Region.host(of: "obs", in: name) == "obs.\(name).\(domain)")
  }

  @Test(
    arguments: [
      "https://oms.eu-west-101.myhuaweicloud.com", "https://oms.cn-north-4.myhuaweicloud.eu",
      "https://iam.cn-north-4.myhuaweicloud.com", "https://oms.example.com", "https://localhost",
    ])
  func `an address of another kind names no region`(text: String) throws {
    #expect(Region(of: try Endpoint(text)) == nil)
  }
}
