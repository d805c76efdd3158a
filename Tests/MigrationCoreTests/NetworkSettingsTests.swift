import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore

struct NetworkSettingsTests {
  private static func proxy(
    _ environment: [String: String], _ profile: Profile = Profile(),
    to endpoint: String = "https://oms.example.com"
  ) throws -> String? {
    try NetworkSettings(environment: environment, profile: profile)
      .way(to: try Endpoint(endpoint)).proxy?.description
  }

  @Test(
    arguments: [
      (["HTTPS_PROXY": "a:1"], "https://h", "http://a:1"),
      (["https_proxy": "a:1", "HTTPS_PROXY": "b:2"], "https://h", "http://a:1"),
      (["https_proxy": "", "HTTPS_PROXY": "b:2"], "https://h", "http://b:2"),
      (["HTTP_PROXY": "a:1"], "http://h", "http://a:1"),
      (["ALL_PROXY": "a:1"], "https://h", "http://a:1"),
      (["all_proxy": "a:1", "HTTP_PROXY": "b:2"], "http://h", "http://b:2"),
      (["http_proxy": "a:1"], "http://h", "http://a:1"),
      (["HTTP_PROXY": "a:1"], "https://h", nil), (["HTTPS_PROXY": "a:1"], "http://h", nil),
      (["HTTPS_PROXY": "a:1", "NO_PROXY": "h"], "https://h", nil),
      (["HTTPS_PROXY": "a:1", "no_proxy": "other,h"], "https://h:8", nil),
      (["HTTPS_PROXY": "a:1", "NO_PROXY": "other"], "https://h", "http://a:1"),
      (["HTTPS_PROXY": "a:1"], "https://localhost:8443", nil),
      (["HTTP_PROXY": "a:1", "HTTPS_PROXY": "a:1"], "unix:///run/ferry.sock", nil),
    ] as [([String: String], String, String?)])
  func `the variables of the machine say what calls go through`(
    environment: [String: String], endpoint: String, proxy: String?
  ) throws {
    #expect(try Self.proxy(environment, to: endpoint) == proxy)
  }

  @Test func `what the profile says comes before the variables`() throws {
    let environment = ["HTTPS_PROXY": "a:1", "NO_PROXY": "oms.example.com"]
    var profile = Profile()
    profile.proxy = .through(try #require(Proxy("b:2")))
    #expect(try Self.proxy(environment, profile) == "http://b:2")
    profile.proxy = Profile.ProxyChoice.none
    #expect(try Self.proxy(["HTTPS_PROXY": "a:1"], profile) == nil)
  }

  @Test func `a proxy that is none is told by the variable, and not by what it holds`() {
    #expect(throws: ConfigurationError.proxy(setting: "https_proxy")) {
      try Self.proxy(["https_proxy": "ftp://me:secret@proxy"])
    }
  }

  @Test(
    arguments: [
      ([:], [], true), (["SSL_CERT_FILE": "/f"], ["/f"], true),
      (["SSL_CERT_DIR": "/a:/b"], ["/a", "/b"], true),
      (["SSL_CERT_FILE": "/f", "SSL_CERT_DIR": "/a"], ["/f", "/a"], false),
    ] as [([String: String], [String], Bool)])
  func `each variable of authorities takes the place of one of the system's two`(
    environment: [String: String], paths: [String], includesSystem: Bool
  ) throws {
    let way = try NetworkSettings(environment: environment).way(to: try Endpoint("https://h"))
    #expect(way.authorities.sources.map(\.path) == paths)
    #expect(way.authorities.includesSystem == includesSystem)
  }

  @Test func `a profile's file of authorities is the only one`() throws {
    var profile = Profile()
    profile.authorities = "/own.pem"
    let way = try NetworkSettings(environment: ["SSL_CERT_FILE": "/f"], profile: profile)
      .way(to: try Endpoint("https://h"))
    #expect(way.authorities.sources == [.init(path: "/own.pem", setting: "ca_file")])
    #expect(!way.authorities.includesSystem)
  }

  @Test func `a profile's proxy and authorities hold for its service and its identity service`()
    throws
  {
    let connection = try Connection.resolved(
      ConnectionChoice(profile: "p"),
      config: """
        profiles:
          p: {region: eu-west-101, proxy: 'http://proxy:3128', ca_file: /own.pem}
        """,
      environment: ["HUAWEICLOUD_SDK_AK": "AK", "HUAWEICLOUD_SDK_SK": "SK"])
    #expect(connection.endpoint.way.proxy?.description == "http://proxy:3128")
    #expect(connection.endpoint.way.authorities.sources.map(\.path) == ["/own.pem"])
    #expect(connection.endpoint.description == "https://oms.eu-west-101.myhuaweicloud.eu")
  }

  @Test func `a proxy in the configuration that is none is told without its text`() throws {
    do {
      _ = try Connection.resolved(
        ConnectionChoice(profile: "p"),
        config: "profiles: {p: {region: cn-north-4, proxy: 'ftp://me:secret@proxy'}}",
        environment: ["HUAWEICLOUD_SDK_AK": "AK", "HUAWEICLOUD_SDK_SK": "SK"])
      Issue.record("it was taken")
    } catch let error as ConfigurationError {
      #expect(!"\(error)".contains("secret"))
    }
  }

  @Test func `authorities are nothing to a service that shows no certificate`() throws {
    let settings = NetworkSettings(environment: ["SSL_CERT_FILE": "/gone.pem"])
    #expect(try settings.way(to: Endpoint("http://h")).authorities.sources.isEmpty)
    #expect(try !settings.way(to: Endpoint("https://h")).authorities.sources.isEmpty)
  }
}
