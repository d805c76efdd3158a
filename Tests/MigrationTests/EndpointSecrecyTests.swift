import Testing

@testable import Migration

struct EndpointSecrecyTests {
  @Test(arguments: [
    "https://oms.example", "https://[2001:db8::1]:8443", "unix:///run/oms.sock", "http://localhost",
    "http://LOCALHOST:8080/base", "http://[::1]", "http://[::1]:80", "http://127.0.0.1",
    "http://127.255.0.9:8080",
  ])
  func `what is encrypted, or stays on this machine, nobody reads on the way`(
    address: String
  ) throws {
    let endpoint = try Endpoint(address)
    #expect(endpoint.isPrivate && endpoint.keepsSecrets)
  }

  @Test(arguments: [
    "http://oms.example", "http://localhost.example", "http://localhost:80.example",
    "http://[::2]", "http://[::1", "http://[::1]x80", "http://[::1].example", "http://128.0.0.1",
    "http://127.0.0.1.example",
    "http://127.0.0", "http://127.0.0.256", "http://127.0.0.+1", "http://127.0.0.١",
    "http://127..0.1", "http://10.127.0.1",
  ])
  func `whatever else goes over plain HTTP can be read`(address: String) throws {
    guard var endpoint = try? Endpoint(address) else { return }
    #expect(!endpoint.isPrivate && !endpoint.keepsSecrets)
    endpoint.isTrusted = true
    #expect(!endpoint.isPrivate && endpoint.keepsSecrets)
  }
}
