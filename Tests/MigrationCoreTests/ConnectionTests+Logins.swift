import FoundationEssentials
import SystemPackage
import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore
@testable import OMSClient

extension ConnectionTests {
  static let login = [
    "FERRY_IAM_USER": "alice", "FERRY_IAM_PASSWORD": "PASS", "HUAWEICLOUD_SDK_REGION": "region-x",
  ]

  @Test func `a login is found in the environment`() throws {
    let connection = try Connection.resolved(
      ConnectionChoice(endpoint: "https://h"), environment: Self.login)
    #expect(connection.credentials is TokenLogin)
    #expect(connection.project is TokenLogin)
    #expect(connection.origin == .login(user: "alice", isAsked: false))
    #expect(connection.projectID == nil)
  }

  @Test func `a token comes before a login, and keys do unless the profile wants a token`() throws {
    let choice = ConnectionChoice(profile: "p")
    let config = "profiles: {p: {endpoint: 'https://h', credentials: token}}"
    var environment = Self.login.merging(Self.keys) { $1 }
    #expect(
      try Connection.resolved(ConnectionChoice(endpoint: "https://h"), environment: environment)
        .origin
        == .environment)
    #expect(
      try Connection.resolved(choice, config: config, environment: environment).origin
        == .login(user: "alice", isAsked: false))
    environment["FERRY_AUTH_TOKEN"] = "T"
    #expect(
      try Connection.resolved(choice, config: config, environment: environment).origin == .token)
  }

  @Test func `a password that is in no variable is asked for`() throws {
    var environment = Self.login
    environment["FERRY_IAM_PASSWORD"] = nil
    environment["HOME"] = "/nonexistent"
    var questions: [String] = []
    let connection = try Connection.resolve(
      ConnectionChoice(endpoint: "https://h"), environment: environment
    ) { question in
      questions.append(question)
      return Secret("PASS")
    }
    #expect(connection.credentials is TokenLogin)
    #expect(questions.map { $0.contains("alice") } == [true])
    let error = #expect(throws: ConfigurationError.self) {
      try Connection.resolve(ConnectionChoice(endpoint: "https://h"), environment: environment)
    }
    #expect(error?.english.contains("FERRY_IAM_PASSWORD") == true)
  }

  @Test(arguments: [("http://iam.example.test", false), ("http://127.0.0.1:1", true)])
  func `a password is sent to nobody in the clear`(address: String, isAccepted: Bool) {
    var environment = Self.login
    environment["HUAWEICLOUD_SDK_IAM_ENDPOINT"] = address
    let choice = ConnectionChoice(endpoint: "https://h")
    let connection = try? Connection.resolved(choice, environment: environment)
    #expect((connection != nil) == isAccepted)
  }
}
