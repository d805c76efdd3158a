import Foundation
import Testing

@testable import Migration

@testable import MigrationService

/// The ids and names that tasks are given.
struct TaskNamingTests {
  private static let definition = TaskDefinition(
    kind: .prefix, source: StorageLocation(provider: "AWS", region: "eu-1", bucket: "b"),
    destination: StorageLocation(provider: "S3", region: "http://h:1", bucket: "c"))

  @Test func `ids have fifteen digits and only grow, also when the clock goes back`() {
    var naming = TaskNaming(after: nil)
    let now = Date(timeIntervalSince1970: 1_795_300_000)
    let definition = Self.definition
    let ids = [now, now, now.addingTimeInterval(-3600), now].map {
      naming.next(for: definition, at: $0).id
    }
    #expect(ids == ids.sorted())
    #expect(Set(ids).count == 4)
    #expect(ids.allSatisfy { String($0.rawValue).count == 15 })
  }

  @Test func `a name has both buckets, the time and three digits`() {
    var naming = TaskNaming(after: nil)
    let now = Date(timeIntervalSince1970: 1_709_633_472.345)
    let name = naming.next(for: Self.definition, at: now).name
    #expect(name == "b-c-20240305101112345_500")
  }

  @Test func `nothing but plain characters gets into a name`() {
    var naming = TaskNaming(after: nil)
    var definition = Self.definition
    definition.source = StorageLocation(provider: "Local", bucket: "/home/ö \u{1B}[2J\u{202E}x/")
    definition.destination = StorageLocation(provider: "Local", bucket: "/")
    let name = naming.next(for: definition, at: Date()).name
    #expect(name.hasPrefix("ö---2J-x-root-"))
  }
}
