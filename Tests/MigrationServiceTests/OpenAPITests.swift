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
}
