import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Migration

@testable import MigrationService

struct AccessTests {
  private static func write(
    _ text: String, mode: Int = 0o600, in directory: TemporaryDirectory
  ) throws -> FilePath {
    try directory.write(text, to: "keys")
    let file = directory.path.appending("keys")
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.string)
    return file
  }

  @Test func `a file of keys has one a line`() throws {
    try TemporaryDirectory.with { directory in
      let file = try Self.write("# who may call\nAK1:SK1:p1\n\nAK2:SK2:p2\n", in: directory)
      let keys = try AccessKeyFile.keys(in: file)
      #expect(keys.map(\.keys.accessKey) == ["AK1", "AK2"])
      #expect(keys.map(\.project) == ["p1", "p2"])
      #expect(keys.first?.keys.secretKey == Secret("SK1"))
    }
  }

  @Test(arguments: [0o640, 0o604, 0o620, 0o644])
  func `a file that others can use is refused`(mode: Int) throws {
    try TemporaryDirectory.with { directory in
      let file = try Self.write("AK1:SK1:p1", mode: mode, in: directory)
      #expect(throws: AccessKeyFile.Problem.openToOthers(file.string)) {
        try AccessKeyFile.keys(in: file)
      }
    }
  }

  @Test(arguments: ["AK1:SK1", "AK1:SK1:p1:x", "AK1::p1", "AK1:SK1:p 1", ":"])
  func `a line that is none is named by its number, and not quoted`(line: String) throws {
    try TemporaryDirectory.with { directory in
      let file = try Self.write("A:B:c\n\(line)\n", in: directory)
      let error = #expect(throws: AccessKeyFile.Problem.self) { try AccessKeyFile.keys(in: file) }
      #expect(error == .line(2, file.string))
      #expect(error?.description.contains("SK1") == false)
    }
  }

  @Test func `a file that is empty, or not there, or has a key twice is refused`() throws {
    try TemporaryDirectory.with { directory in
      let none = directory.path.appending("none")
      #expect(throws: AccessKeyFile.Problem.missing(none.string)) {
        try AccessKeyFile.keys(in: none)
      }
      let empty = try Self.write("# nothing\n", in: directory)
      #expect(throws: AccessKeyFile.Problem.empty(empty.string)) {
        try AccessKeyFile.keys(in: empty)
      }
      let twice = try Self.write("A:B:c\nA:D:e\n", in: directory)
      #expect(throws: AccessKeyFile.Problem.twice("A")) { try AccessKeyFile.keys(in: twice) }
    }
  }

  private static func definition(_ bucket: String, keys: [String] = []) -> TaskDefinition {
    let location = StorageLocation(provider: "Local", bucket: bucket, keys: keys)
    return TaskDefinition(
      kind: .object, source: location, destination: StorageLocation(provider: "AWS"))
  }

  @Test func `a directory below a root may be used, also one that is not there yet`() throws {
    try TemporaryDirectory.with { directory in
      let roots = Bounds(roots: [directory.path])
      try roots.check(Self.definition(directory.path.string))
      try roots.check(Self.definition(directory.path.appending("new/deep").string))
    }
  }

  @Test func `a directory beside a root may not be used`() throws {
    try TemporaryDirectory.with { directory in
      let roots = Bounds(roots: [directory.path.appending("in")])
      for name in ["", "out", "inside"] {
        #expect(throws: ServiceError.self) {
          try roots.check(Self.definition(directory.path.appending(name).string))
        }
      }
    }
  }

  @Test func `a link out of a root may not be used`() throws {
    try TemporaryDirectory.with { directory in
      try directory.write("", to: "in/file")
      let link = directory.path.appending("in/link").string
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/etc")
      let roots = Bounds(roots: [directory.path.appending("in")])
      #expect(throws: ServiceError.self) { try roots.check(Self.definition(link)) }
      #expect(throws: ServiceError.self) { try roots.check(Self.definition("\(link)/new")) }
      #expect(throws: ServiceError.self) {
        try roots.check(
          Self.definition(directory.path.appending("in").string, keys: ["link/"]))
      }
    }
  }

  @Test(arguments: [
    "../out/new", "nowhere/../../out", "/nonexistent", "other", "../in/link2/../../out",
  ])
  func `a link that leads nowhere yet counts as the place that it would lead to`(
    target: String
  ) throws {
    try TemporaryDirectory.with { directory in
      try directory.write("", to: "in/file")
      let inside = directory.path.appending("in")
      try FileManager.default.createSymbolicLink(
        atPath: inside.appending("link").string, withDestinationPath: target)
      let bounds = Bounds(roots: [inside])
      let definition = Self.definition(inside.appending("link/deep").string)
      if target == "other" {
        try bounds.check(definition)
      } else {
        #expect(throws: ServiceError.self) { try bounds.check(definition) }
      }
    }
  }

  @Test func `links that go round in circles are followed for a while alone`() throws {
    try TemporaryDirectory.with { directory in
      let link = directory.path.appending("link").string
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "link")
      try Bounds(roots: [directory.path]).check(Self.definition(link))
    }
  }

  @Test func `without roots no directory may be used, and with no bounds any`() throws {
    #expect(throws: ServiceError.self) { try Bounds(roots: []).check(Self.definition("/tmp")) }
    try Bounds.anywhere.check(Self.definition("/tmp"))
  }

  @Test(arguments: ["mine", "MINE", "mine2", "other", "ferrysource", "ferrydestination"])
  func `a remote may be used when its own name was allowed`(remote: String) throws {
    let bounds = Bounds(roots: [], remotes: ["mine", "ferrysource"])
    let location = StorageLocation(provider: "Rclone", bucket: "\(remote):/etc")
    let definition = TaskDefinition(
      kind: .object, source: location, destination: StorageLocation(provider: "AWS"))
    if ["mine", "ferrysource"].contains(remote) {
      try bounds.check(definition)
    } else {
      #expect(throws: ServiceError.self) { try bounds.check(definition) }
    }
    try Bounds.anywhere.check(definition)
  }
}
