import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Migration

@testable import MigrationService

/// Runs that have to stay within directories, and the walk that looks for ways out.
struct ConfinementTests {
  private static func order(_ directory: TemporaryDirectory) throws -> MoveOrder {
    func end(_ name: String, as role: CheckedLocation.Role) throws -> MoveEnd {
      try MoveEnd(
        StorageLocation(provider: "Local", bucket: directory.path.appending(name).string), as: role)
    }
    return MoveOrder(
      task: TaskID(rawValue: 1), directory: directory.path.appending("run"),
      source: try end("in/from", as: .source), destination: try end("in/to", as: .destination),
      kind: .object)
  }

  private static func check(
    _ directory: TemporaryDirectory, link: String, to target: String
  ) throws {
    try directory.write("", to: "in/from/file")
    try directory.write("", to: "in/to/deep/file")
    try directory.write("", to: "out/file")
    try FileManager.default.createSymbolicLink(
      atPath: directory.path.appending(link).string,
      withDestinationPath: directory.path.appending(target).string)
    try Confinement(roots: [LocalPath.resolved(directory.path.appending("in"))])
      .check(try order(directory))
  }

  @Test(arguments: ["in/to/link", "in/to/deep/link"], ["out", "out/file", "out/not there yet"])
  func `a link at the destination that leads out is refused by name`(
    link: String, target: String
  ) throws {
    try TemporaryDirectory.with { directory in
      let problem = #expect(throws: MoverProblem.self) {
        try Self.check(directory, link: link, to: target)
      }
      #expect(problem?.description.contains("link") == true)
    }
  }

  @Test func `a link that stays within, and any at the source, are nobody's business`() throws {
    try TemporaryDirectory.with { try Self.check($0, link: "in/to/link", to: "in/from") }
    try TemporaryDirectory.with { try Self.check($0, link: "in/from/link", to: "out") }
  }

  @Test func `an end that was swapped for a link since is refused`() throws {
    try TemporaryDirectory.with { directory in
      try directory.write("", to: "out/file")
      try directory.write("", to: "in/from/file")
      try FileManager.default.createSymbolicLink(
        atPath: directory.path.appending("in/to").string,
        withDestinationPath: directory.path.appending("out").string)
      #expect(throws: MoverProblem.self) {
        try Confinement(roots: [LocalPath.resolved(directory.path.appending("in"))])
          .check(try Self.order(directory))
      }
    }
  }

  @Test func `the kernel is told the roots that the ends lie in, and not the ends`() throws {
    try TemporaryDirectory.with { directory in
      for name in ["in/from", "in/to", "run"] { try directory.write("", to: name + "/file") }
      var order = try Self.order(directory)
      let root = LocalPath.resolved(directory.path.appending("in"))
      order.roots = [root, "/srv/another"]
      let confinement = RunConfinement(program: "/opt/ferry")
      let run = confinement.prefix(for: order, rclone: "/opt/r/rclone", environment: [:])
      #expect(Self.paths(run, "--read").contains(root.string))
      #expect(Self.paths(run, "--write") == [order.directory.string, root.string])
      #expect(!run.contains { $0.hasSuffix("from") || $0.contains("another") })
      let look = confinement.prefix(
        for: order, rclone: "/opt/r/rclone", environment: [:], isLook: true)
      #expect(Self.paths(look, "--read").contains(root.string))
      #expect(Self.paths(look, "--write").isEmpty)
      order.roots = nil
      #expect(
        confinement.prefix(for: order, rclone: "/opt/r/rclone", environment: [:]).isEmpty)
    }
  }

  private static func paths(_ words: [String], _ option: String) -> [String] {
    zip(words, words.dropFirst()).filter { $0.0 == option }.map(\.1)
  }

  @Test func `a walk names everything once, a directory before what is in it`() throws {
    try TemporaryDirectory.with { directory in
      for name in ["a", "b/c", "b/d/e", "b/d/f"] { try directory.write("", to: name) }
      try FileManager.default.createSymbolicLink(
        atPath: directory.path.appending("b/loop").string, withDestinationPath: ".")
      let names = DirectoryWalk(directory.path).map { String(decoding: $0.name, as: UTF8.self) }
      #expect(Set(names) == ["a", "b", "b/c", "b/d", "b/d/e", "b/d/f", "b/loop"])
      #expect(names.count == 7)
      for (name, parent) in [("b/c", "b"), ("b/d/e", "b/d"), ("b/d", "b")] {
        let places = (names.firstIndex(of: parent), names.firstIndex(of: name))
        #expect(try #require(places.0) < #require(places.1))
      }
      #expect(DirectoryWalk(directory.path.appending("not there")).next() == nil)
    }
  }
}
