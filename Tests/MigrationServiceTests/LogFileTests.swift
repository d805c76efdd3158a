import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import MigrationService

/// The log of a service that lives for long.
struct LogFileTests {
  private static func with(
    _ body: (FilePath, FileDescriptor) throws -> Void
  ) throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path.appending("log")
      let file = try FileDescriptor.open(
        path, .writeOnly, options: [.create, .append], permissions: .ownerReadWrite)
      try file.closeAfter { try body(path, file) }
    }
  }

  private static func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `a full file makes room for a new one, and the one before that goes`() throws {
    try Self.with { path, file in
      let log = LogFile(file, at: path, limit: 10)
      for word in ["the first line\n", "the second line\n", "third\n", "fourth\n"] {
        log.rotate()
        try file.writeAll(word.utf8)
      }
      #expect(Self.text(path.string) == "third\nfourth\n")
      #expect(Self.text(path.string + ".1") == "the second line\n")
      let mode = try FileManager.default.attributesOfItem(atPath: path.string)[.posixPermissions]
      #expect(mode as? Int == 0o600)
      let names = try FileManager.default.contentsOfDirectory(
        atPath: path.removingLastComponent().string)
      #expect(names.sorted() == ["log", "log.1"])
    }
  }

  @Test func `what is not the log of the service is left as it is`() throws {
    try Self.with { path, file in
      try file.writeAll("another's long log".utf8)
      LogFile(file, at: path.removingLastComponent().appending("mine"), limit: 1).rotate()
      let other = path.removingLastComponent().appending("mine")
      try Data("mine, and full".utf8).write(to: URL(filePath: other.string))
      LogFile(file, at: other, limit: 1).rotate()
      #expect(Self.text(path.string) == "another's long log")
      #expect(Self.text(other.string) == "mine, and full")
    }
  }

  @Test func `without a right to begin a new file the log goes on where it is`() throws {
    try Self.with { path, file in
      try file.writeAll("full".utf8)
      try FileManager.default.createDirectory(
        atPath: path.string + ".1/x", withIntermediateDirectories: true)
      LogFile(file, at: path, limit: 1).rotate()
      try file.writeAll(" and on".utf8)
      #expect(Self.text(path.string) == "full and on")
    }
  }
}
