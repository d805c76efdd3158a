import Foundation
import PrivateFiles
import SystemPackage
import TestSupport
import Testing

struct LineFileTests {
  private func lines(of file: LineFile) throws -> [String] {
    try file.withLinesFromEnd { lines in
      var found: [String] = []
      while let line = try lines.next() {
        found.append(String(decoding: line.bytes, as: UTF8.self))
      }
      return found
    } ?? ["no file"]
  }

  /// Texts of any shape, whose lines have to be found by their end.
  @Test(
    arguments: [
      "", "\n", "a", "a\n", "\na", "a\nb", "a\n\n\nb\n", "\n\n\n",
      String(repeating: "x", count: 200_000), String(repeating: "x", count: 65_536) + "\ny",
      String(repeating: "ab\n", count: 50_000), "é\n👩‍🚀\n",
      String(repeating: "x", count: 65_535) + "\n" + String(repeating: "z", count: 65_536),
    ])
  func `lines are read from the last to the first, whatever their length`(text: String) throws {
    try TemporaryDirectory.with { directory in
      try directory.write(text, to: "lines")
      let found = try lines(of: LineFile(path: directory.path.appending("lines")))
      #expect(found == text.split(separator: "\n").map(String.init).reversed())
    }
  }

  @Test func `each line knows where it is`() throws {
    try TemporaryDirectory.with { directory in
      let text = "one\n\nthree\n" + String(repeating: "x", count: 70_000) + "\nlast"
      try directory.write(text, to: "lines")
      let bytes = Array(text.utf8)
      _ = try LineFile(path: directory.path.appending("lines")).withLinesFromEnd { lines in
        while let line = try lines.next() {
          let range = Int(line.range.lowerBound)..<Int(line.range.upperBound)
          #expect(Array(line.bytes) == Array(bytes[range]))
        }
      }
    }
  }

  @Test func `no file is nothing`() throws {
    try TemporaryDirectory.with { (directory) throws in
      let file = LineFile(path: directory.path.appending("none"))
      #expect(try lines(of: file) == ["no file"])
      #expect(try !file.keep { _ in [] })
    }
  }

  @Test(arguments: ["", "whole\n", "torn", "whole\ntorn"])
  func `a line that is added begins on a fresh one`(before: String) throws {
    try TemporaryDirectory.with { directory in
      try directory.write(before, to: "lines")
      let file = LineFile(path: directory.path.appending("lines"))
      let size = try file.append("new".utf8)
      let text = try #require(try PrivateFiles.contents(of: file.path))
      #expect(size == Int64(text.count))
      let old = before.split(separator: "\n").map(String.init)
      #expect(try lines(of: file) == ["new"] + old.reversed())
      #expect(text.last == UInt8(ascii: "\n"))
    }
  }

  @Test func `what is kept stays in its order, and the file stays private`() throws {
    try TemporaryDirectory.with { directory in
      let file = LineFile(path: directory.path.appending("lines"))
      for number in 1...9 { try file.append("line \(number)".utf8) }
      let isKept = try file.keep { lines in
        var odd: [Range<Int64>] = []
        while let line = try lines.next() {
          if line.bytes.last.map({ $0 % 2 == 1 }) == true { odd.append(line.range) }
        }
        return odd
      }
      #expect(isKept)
      #expect(try lines(of: file) == [9, 7, 5, 3, 1].map { "line \($0)" })
      #expect(try !PrivateFiles.isOpenToOthers(file.path))
    }
  }

  @Test func `a choice that fails leaves the file as it was`() throws {
    try TemporaryDirectory.with { directory in
      let file = LineFile(path: directory.path.appending("lines"))
      try file.append("one".utf8)
      // A process that another test starts has the file too, until it is one of its own.
      #expect(throws: Errno.self) { while try !file.keep({ _ in throw Errno.ioError }) {} }
      #expect(try lines(of: file) == ["one"])
    }
  }
}
