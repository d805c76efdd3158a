import Foundation
import Hummingbird
import OMSWire
import TestSupport
import Testing

@testable import Migration

@testable import MigrationService

/// The OpenAPI document says what is served, and nothing else.
struct OpenAPITests {
  private static func document() throws -> JSON {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Documents/openapi.json")
    return try JSON(String(contentsOf: file, encoding: .utf8))
  }

  /// The names of the members that a schema of the document has.
  private static func members(of schema: String) throws -> Set<String> {
    try document()["components"]?["schemas"]?[schema]?["properties"]?.memberNames ?? []
  }

  @Test func `every call that is served is in the document, and every one in it is served`()
    async throws
  {
    let document = try Self.document()
    guard case .object(let paths)? = document["paths"] else { throw NeverHappened(what: "paths") }
    let told = paths.flatMap { path, methods in
      methods.memberNames.map { "\($0.uppercased()) \(path)" }
    }
    try await ServiceHarness.with { service in
      let routes = ServiceRoutes(engine: service.engine, listing: FakeListing()) { nil }
      let served = routes.router(.owner, bounds: .anywhere).routes.map { route in
        let names = "\(route.path)".split(separator: "/").map { part in
          let isName = part.hasPrefix("{") || !part.hasPrefix(":")
          return isName ? String(part) : "{\(part.dropFirst())}"
        }
        return "\(route.method) /\(names.joined(separator: "/"))"
      }
      #expect(Set(told) == Set(served))
      #expect(told.count == served.count)
    }
  }

  @Test func `tasks and groups have the members that the document says`() async throws {
    try await ServiceHarness.with { service in
      let group = try await service.createGroup()
      let members = try await service.members(of: group)
      #expect(try await Set(service.show(group).keys) == Self.members(of: "Group"))
      let task = try #require(members.first)
      #expect(try await Set(service.showInV2(task).keys) == Self.members(of: "Task"))
      let first = try await Set(service.show(task).keys)
      #expect(first.isSubset(of: try Self.members(of: "TaskV1")))
    }
  }

  @Test func `what a creation may say is what is read`() throws {
    for (schema, dialect) in [
      ("NewTaskV1", TaskDialect.v1), ("NewTask", .v2), ("NewGroup", .group),
    ] {
      let told = try Self.members(of: schema)
      let names = Set(TaskMember.allCases.map { $0.name(in: dialect) })
      #expect(!told.isEmpty && told.isSubset(of: names), "\(told.subtracting(names))")
    }
  }

  @Test(arguments: [("NewTaskV1", TaskDialect.v1), ("NewTask", .v2), ("NewGroup", .group)])
  func `a setting may have the values that the document says, and no others`(
    schema: String, dialect: TaskDialect
  ) throws {
    let members = try Self.document()["components"]?["schemas"]?[schema]?["properties"]
    for (member, values) in Self.settings {
      let told = members?[member.name(in: dialect)].map(Self.values(of:))
      // v1 and groups have fewer of them.
      guard let told else {
        #expect(dialect != .v2, "\(member)")
        continue
      }
      let taken = values.filter { Self.isTaken($0, as: member, in: dialect) }
      #expect(
        taken.count == told.count && taken.allSatisfy(told.contains), "\(member): \(taken), \(told)"
      )
    }
  }

  /// The settings of a creation that are chosen among few values, and all of these that OMS has.
  private static let settings: [(member: TaskMember, values: [JSON])] = {
    let flags: [TaskMember] = [
      .encrypts, .restores, .recordsFailed, .movesMetadata, .requesterPays,
    ]
    let words: [(TaskMember, SettingWords)] = [
      (.overwriteMode, .overwrite), (.storageClass, .storageClass), (.consistencyCheck, .check),
      (.priority, .priority),
    ]
    return flags.map { ($0, [.bool(false), .bool(true)]) }
      + words.map { ($0, $1.codes.map(JSON.text)) }
  }()

  /// The values that the schema of a member allows.
  private static func values(of schema: JSON) -> [JSON] {
    if let only = schema["const"] { return [only] }
    if case .list(let values)? = schema["enum"] { return values }
    return schema["type"] == .text("boolean") ? [.bool(false), .bool(true)] : []
  }

  /// Whether a creation with this value is taken, of objects or of addresses: not each goes with both.
  private static func isTaken(
    _ value: JSON, as member: TaskMember, in dialect: TaskDialect
  ) -> Bool {
    let store: [String: JSON] = [
      "cloud_type": .text("S3"), "region": .text("https://h:9000"), "bucket": .text("b"),
      "ak": .text("a"), "sk": .text("s"),
    ]
    let addresses: [String: JSON] = [
      "cloud_type": .text("URLSource"),
      "list_file": .object(["obs_bucket": .text("b"), "list_file_key": .text("list")]),
    ]
    var (source, destination) = (store, store)
    source["object_key"] = dialect.isFirst ? JSON.text("a/") : JSON.list([.text("a/")])
    destination["bucket"] = JSON.text("c")
    if dialect.isFirst { destination["object_key"] = JSON.text("") }
    let isGroup = dialect == .group
    let sources: [(kind: String, members: [String: JSON])] = [
      (isGroup ? "PREFIX" : "object", source), (isGroup ? "URL_LIST" : "url_list", addresses),
    ]
    return sources.contains { kind, source in
      var order: [String: JSON] = [
        "task_type": .text(kind), "src_node": .object(source), "dst_node": .object(destination),
      ]
      if dialect.isFirst {
        order["thread_num"] = JSON.integer(1)
        order["enableKMS"] = JSON.bool(false)
      }
      order[member.name(in: dialect)] = value
      guard let body = try? JSONEncoder().encode(JSON.object(order)) else { return false }
      return (try? CreateRequest(body: body, in: dialect)) != nil
    }
  }
}
