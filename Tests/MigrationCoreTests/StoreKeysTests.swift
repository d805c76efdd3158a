import FoundationEssentials
import SystemPackage
import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore

struct StoreKeysTests {
  private static let config = """
    stores:
      - match: s3://?endpoint=http://h
        environment: LAB
      - match: s3://photos?endpoint=http://h
        command: echo run >> COUNT; echo PHOTO; echo SECRET
      - match: s3://photos/raw?endpoint=http://h
        rclone_remote: raw
      - {match: "obs://", ferry_profile: prod}
      - {match: "oss://", command: "exit 4"}
    profiles:
      prod: {endpoint: 'https://oms', credentials: {command: "echo PROD; echo SECRET; echo TOKEN"}}
    """
  private static let lab = ["LAB_AK": "LABKEY", "LAB_SK": "SECRET"]

  /// The access keys that are found for some places, and how often the command was run.
  private func found(
    _ places: [String], side: MigrationSide = .source, environment: [String: String] = lab,
    config: String = config
  ) async throws -> (keys: [String?], tokens: [Secret?], runs: Int) {
    try await TemporaryDirectory.with { directory in
      let count = directory.path.appending("count").string
      try directory.write(config.replacing("COUNT", with: count), to: "ferry/config.yaml")
      let variables = environment.merging([
        "HOME": directory.path.string, "XDG_CONFIG_HOME": directory.path.string,
      ]) { $1 }
      let keys = StoreKeys(environment: variables) { name, _ throws(KeyFault) in
        StorageKeys(accessKey: "remote " + name, secretKey: Secret("SECRET"))
      }
      let places = try places.map { try StorageLocation($0) }
      let found = try await keys.keys(for: places, on: side)
      let runs = (try? String(contentsOfFile: count, encoding: .utf8))?.split(separator: "\n").count
      return (
        places.map { found[$0]?.accessKey }, places.map { found[$0]?.securityToken }, runs ?? 0
      )
    }
  }

  @Test(arguments: [
    ("s3://other?endpoint=http://h", "LABKEY"), ("s3://photos/a?endpoint=http://h", "PHOTO"),
    ("s3://photos/raw/a?endpoint=http://h", "remote raw"),
    ("s3://photos/rawer?endpoint=http://h", "PHOTO"), ("obs://b?region=r", "PROD"),
    ("s3://photos?endpoint=http://elsewhere", nil), ("cos://b?region=r", nil),
  ])
  func `the store that says most about a place gives its keys`(
    place: String, key: String?
  ) async throws {
    #expect(try await found([place]).keys == [key])
  }

  @Test(arguments: [
    (MigrationSide.source, "FERRY_SOURCE"), (.destination, "FERRY_DESTINATION"),
  ])
  func `the variables of a side come before every store`(
    side: MigrationSide, name: String
  ) async throws {
    let environment = Self.lab.merging([
      name + "_AK": "OWN", name + "_SK": "S", name + "_TOKEN": "T",
    ]) { $1 }
    let found = try await found(
      ["s3://photos?endpoint=http://h", "s3://other?endpoint=http://h"], side: side,
      environment: environment)
    #expect(found.keys == ["OWN", "OWN"] && found.tokens == [Secret("T"), Secret("T")])
    #expect(found.runs == 0)
  }

  @Test func `several places get the keys of their own stores, and each store is asked once`()
    async throws
  {
    let found = try await found([
      "s3://photos/a?endpoint=http://h", "obs://b?region=r", "s3://photos/c?endpoint=http://h",
      "local:/srv",
    ])
    #expect(found.keys == ["PHOTO", "PROD", "PHOTO", nil])
    #expect(found.tokens == [nil, Secret("TOKEN"), nil, nil])
    #expect(found.runs == 1)
  }

  @Test func `one pair of the environment is for one store, and what is left without keys is told`()
    async throws
  {
    let environment = Self.lab.merging(["FERRY_SOURCE_AK": "OWN", "FERRY_SOURCE_SK": "S"]) { $1 }
    let both = ["s3://photos?endpoint=http://h", "obs://b?region=r"]
    #expect(try await found(both, environment: environment).keys == ["PHOTO", "PROD"])
    let error = await #expect(throws: ConfigurationError.self) {
      try await found(both + ["cos://b?region=r"], environment: environment)
    }
    #expect(error == .onePair(variables: "FERRY_SOURCE", stores: 3))
    let half = await #expect(throws: ConfigurationError.self) {
      try await found(both, environment: Self.lab.merging(["FERRY_SOURCE_SK": "S"]) { $1 })
    }
    #expect(half == .halfPair(present: "FERRY_SOURCE_SK", missing: "FERRY_SOURCE_AK"))
  }

  @Test(arguments: [
    ("s3://x?endpoint=http://h", ["FERRY_SOURCE_AK": "A"], ["FERRY_SOURCE_SK"]),
    ("s3://x?endpoint=http://h", ["LAB_AK": "A"], ["s3://?endpoint=http://h", "LAB_SK"]),
    ("s3://x?endpoint=http://h", [:], ["LAB_AK"]),
    ("oss://x?region=r", [:], ["oss://", "status 4"]),
  ])
  func `a store that does not give its keys is named, and nothing else is tried`(
    place: String, environment: [String: String], words: [String]
  ) async throws {
    let error = await #expect(throws: ConfigurationError.self) {
      try await found([place], environment: environment)
    }
    for word in words {
      #expect(error?.english.contains(word) == true, "\(error?.english ?? "-")")
    }
    #expect(error?.english.contains("\n") == false && error?.english.contains("SECRET") == false)
  }

  @Test(
    arguments: [
      (1, "stores: {}", "a list"), (2, "stores:\n - text", "keys and values"),
      (2, "stores:\n - {match: 's3://', key: x}", "'key'"),
      (2, "stores:\n - {match: 's3://'}", "give command or"),
      (2, "stores:\n - {command: x}", "match"),
      (3, "stores:\n - match: 's3://'\n   command: [a]\n", "'command'"),
      (2, "stores:\n - {match: 's3://', command: x, environment: Y}", "exclude"),
      (2, "stores:\n - {match: 'local:/srv', command: x}", "no keys"),
      (2, "stores:\n - {match: 's4://', command: x}", "s4"),
      (
        3, "stores:\n - {match: 's3://a', command: x}\n - {match: 's3://a/', command: y}", "earlier"
      ),
    ] as [(Int, String, String)])
  func `a store that is not as it should be is told with its line`(
    line: Int, config: String, words: String
  ) async {
    let error = await #expect(throws: ConfigurationError.self) {
      try await found(["cos://b?region=r"], config: config)
    }
    #expect(error?.english.contains("config.yaml:\(line):") == true, "\(error?.english ?? "-")")
    #expect(error?.english.contains(words) == true, "\(error?.english ?? "-")")
  }
}
