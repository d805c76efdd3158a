import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Migration

@testable import MigrationService

/// Which destinations lie inside their source.
struct NestingTests {
  /// A source's keys and a folder in the same place, and whether the folder is part of the source.
  struct Case: Sendable, CustomTestStringConvertible {
    let keys: [String]
    let folder: String
    let kind: TaskKind
    let isInside: Bool

    init(_ keys: [String], _ folder: String, _ isInside: Bool, _ kind: TaskKind = .object) {
      self.keys = keys
      self.folder = folder
      self.kind = kind
      self.isInside = isInside
    }

    var testDescription: String { "\(kind) \(keys) to \(folder)" }
  }

  static let cases: [Case] = [
    Case([], "", true), Case([], "copy/", true), Case(["/"], "copy", true),
    Case(["mobile/"], "mobile3/", false), Case(["mobile/"], "mobile/copy/", true),
    Case(["mobile/"], "mobile", true), Case(["a/b/"], "a", false), Case(["a/a/"], "a", true),
    Case(["x/", "copy/"], "copy/deep", true), Case(["photo.jpg"], "copy/", false),
    Case(["photo.jpg"], "", true), Case(["photo.jpg"], "photo.jpg", false),
    Case(["mo"], "mobile", true, .prefix), Case(["mo"], "archive", false, .prefix),
    Case(["caf\u{E9}/"], "cafe\u{301}/x", false), Case(["caf\u{E9}/"], "caf\u{E9}/x", true),
  ]

  private static func definition(
    _ test: Case, _ source: StorageLocation, _ destination: StorageLocation
  ) -> TaskDefinition {
    var (source, destination) = (source, destination)
    source.keys = test.keys
    destination.keys = test.folder.isEmpty ? [] : [test.folder]
    return TaskDefinition(kind: test.kind, source: source, destination: destination)
  }

  @Test(
    arguments: cases,
    [
      StorageLocation(provider: "S3", region: "http://H:9/", bucket: "one"),
      StorageLocation(provider: "Rclone", bucket: "mine:one/deep"),
      StorageLocation(provider: "Local", bucket: "/nonexistent/one"),
    ])
  func `a folder is inside its source when what arrives there is selected again`(
    test: Case, place: StorageLocation
  ) {
    var same = place
    if place.provider == "S3" { same.region = "http://h:9" }
    #expect(Nesting.isInside(Self.definition(test, place, same)) == test.isInside)
  }

  @Test(arguments: [
    ("S3", "http://h", "one", "S3", "http://h", "other"),
    ("S3", "http://h", "one", "S3", "http://g", "one"),
    ("Aliyun", "r", "one", "HuaweiCloud", "r", "one"),
    ("Rclone", "", "mine:one", "Rclone", "", "yours:one"),
    ("Local", "", "/one", "Local", "", "/one2"), ("Local", "", "/a/b", "Local", "", "/a"),
  ])
  func `another place is never inside`(
    _ from: String, _ region: String, _ bucket: String, _ to: String, _ other: String,
    _ target: String
  ) {
    let definition = TaskDefinition(
      kind: .object, source: StorageLocation(provider: from, region: region, bucket: bucket),
      destination: StorageLocation(provider: to, region: other, bucket: target))
    #expect(!Nesting.isInside(definition))
  }

  @Test func `a directory that a link leads into the source is inside`() throws {
    try TemporaryDirectory.with { directory in
      try directory.write("", to: "source/file")
      let link = directory.path.appending("link").string
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "source")
      let definition = TaskDefinition(
        kind: .object,
        source: StorageLocation(
          provider: "Local", bucket: directory.path.appending("source").string),
        destination: StorageLocation(provider: "Local", bucket: link + "/new"))
      #expect(Nesting.isInside(definition))
    }
  }
}
