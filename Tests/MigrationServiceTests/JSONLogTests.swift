import Foundation
import Logging
import SystemPackage
import TestSupport
import Testing

@testable import MigrationService

/// A log that programs read.
struct JSONLogTests {
  /// What a log into a file of at most so many bytes leaves there, and in the one before.
  private static func lines(
    limit: Int64 = 1 << 20, _ body: (Logger) -> Void
  ) throws -> (now: [String], before: [String]) {
    try TemporaryDirectory.with { directory in
      let path = directory.path.appending("log")
      let file = try FileDescriptor.open(
        path, .writeOnly, options: [.create, .append], permissions: .ownerReadWrite)
      return try file.closeAfter {
        var log = Logger(label: "ferry") { label in
          RotatedLogHandler(
            JSONLogHandler(label: label, file) { Date(timeIntervalSince1970: 1.25) },
            LogFile(file, at: path, limit: limit))
        }
        log.logLevel = .info
        body(log)
        return (text(path.string), text(path.string + ".1"))
      }
    }
  }

  private static func text(_ path: String) -> [String] {
    let data = FileManager.default.contents(atPath: path) ?? Data()
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test func `each line is one object with time, level, label and message`() throws {
    let lines = try Self.lines { log in
      log.info("one")
      log.debug("too small")
      log.error("two")
    }
    #expect(
      lines.now == [
        #"{"label":"ferry","level":"info","message":"one","time":"1970-01-01T00:00:01.250Z"}"#,
        #"{"label":"ferry","level":"error","message":"two","time":"1970-01-01T00:00:01.250Z"}"#,
      ])
  }

  @Test func `whatever is said stays in its line and its member`() throws {
    let hostile = "a \"quote\"\n{\"level\":\"forged\"}\u{0}\t\u{1B}[31m"
    let lines = try Self.lines { log in
      log.warning("\(hostile)", metadata: ["error": "\(hostile)", "\"}": "x"])
    }
    let line = try JSON(try #require(lines.now.first))
    #expect(lines.now.count == 1)
    #expect(line["message"]?.string == hostile && line["level"]?.string == "warning")
    #expect(line["metadata"]?["error"]?.string == hostile)
    #expect(line["metadata"]?["\"}"]?.string == "x")
  }

  @Test func `metadata of the log and of the line are one, lists and dictionaries as such`() throws
  {
    let lines = try Self.lines { log in
      var log = log
      log[metadataKey: "request"] = "r1"
      log[metadataKey: "task"] = "1"
      log.info(
        "said",
        metadata: ["task": "2", "all": ["a", "b"], "more": ["x": .stringConvertible(3)]])
    }
    let metadata = try JSON(try #require(lines.now.first))["metadata"]
    #expect(metadata?["request"]?.string == "r1" && metadata?["task"]?.string == "2")
    #expect(metadata?["all"]?.elements.map(\.string) == ["a", "b"])
    #expect(metadata?["more"]?["x"]?.string == "3")
  }

  @Test func `a full file makes room for a new one, with whole lines in both`() throws {
    let lines = try Self.lines(limit: 400) { log in
      for number in 0..<10 { log.info("line \(number)") }
    }
    #expect(!lines.before.isEmpty && !lines.now.isEmpty)
    let said = try (lines.before + lines.now).map { try JSON($0)["message"]?.string }
    #expect(said == (10 - said.count..<10).map { "line \($0)" })
  }
}
