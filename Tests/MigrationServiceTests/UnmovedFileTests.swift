import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Migration

@testable import MigrationService

/// Lists of objects in files.
struct UnmovedFileTests {
  private static let odd = [
    "a", "", "a//b", ".", "..", "x/", "tab\tin", "line\nend", "\r", "\u{7F}", "\u{1B}[31m",
    "caf\u{E9}", "cafe\u{301}", "\u{2409}", "\u{201B}", "照片", " blank ",
    NameBytes.text([0x62, 0xFF]),
    String(repeating: "n", count: 1024),
  ]

  private static func with(_ body: (UnmovedFile, TemporaryDirectory) throws -> Void) throws {
    try TemporaryDirectory.with { directory in
      try body(UnmovedFile(.failed, in: directory.path), directory)
    }
  }

  @Test func `every name comes back with its reason`() throws {
    try Self.with { file, _ in
      let objects = Self.odd.map { UnmovedObject($0, "It is odd, “\($0.count)”.") }
      let count = try file.write { lines in for object in objects { try lines.add(object) } }
      #expect(count == objects.count)
      let page = try file.page(start: 0, limit: 100)
      #expect(page.map { Array($0.name.utf8) } == objects.map { Array($0.name.utf8) })
      #expect(page.map(\.reason) == objects.map(\.reason))
    }
  }

  @Test func `a reason is one line, whatever the other side has said`() throws {
    try Self.with { file, _ in
      _ = try file.write { try $0.add(UnmovedObject("a", "one\ntwo\tthree\u{1B}[2J")) }
      #expect(try file.page(start: 0, limit: 2) == [UnmovedObject("a", "one two three [2J")])
    }
  }

  @Test(arguments: [
    (0, 3, 0..<3), (2, 2, 2..<4), (99_999, 5, 99_999..<100_000), (100_000, 1, 0..<0),
  ])
  func `a page is cut out of many`(start: Int, limit: Int, expected: Range<Int>) throws {
    try Self.with { file, _ in
      _ = try file.write { lines in
        for index in 0..<100_000 { try lines.add("o\(index)", "No.") }
      }
      let page = try file.page(start: start, limit: limit)
      #expect(page.map(\.name) == expected.map { "o\($0)" })
    }
  }

  @Test func `the names alone are what rclone takes for a list`() throws {
    try Self.with { file, directory in
      _ = try file.write { lines in
        for name in ["a b", "line\nend", "."] { try lines.add(UnmovedObject(name, "No.")) }
      }
      let path = directory.path.appending("only")
      try file.writeNames(to: path)
      let names = SmallFile.read(path).map { String(decoding: $0, as: UTF8.self) }
      #expect(names == "a b\nline␊end\n．\n")
    }
  }

  @Test func `a list that is not there has no page, and cannot be run again`() throws {
    try Self.with { file, _ in
      let page = try file.page(start: 0, limit: 5)
      #expect(page.isEmpty)
      #expect(throws: Errno.noSuchFileOrDirectory) { try file.forEach { _, _ in } }
    }
  }

  @Test func `a list that cannot be written to its end leaves the one before`() throws {
    struct Broken: Error {}
    try Self.with { file, directory in
      _ = try file.write { try $0.add("before", "No.") }
      #expect(throws: Broken.self) {
        _ = try file.write { lines in
          try lines.add("after", "No.")
          throw Broken()
        }
      }
      #expect(try file.page(start: 0, limit: 5).map(\.name) == ["before"])
      let names = try FileManager.default.contentsOfDirectory(atPath: directory.path.string)
      #expect(names == ["failed"])
    }
  }
}
