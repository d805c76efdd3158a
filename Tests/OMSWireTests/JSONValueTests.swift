import FoundationEssentials
import TestSupport
import Testing

@testable import OMSWire

/// What is JSON, and what it says; Foundation's reader is asked too.
struct JSONValueTests {
  private func read(_ text: String) throws -> JSON {
    JSON(try JSONValue(Array(text.utf8), .tolerant))
  }

  @Test(
    arguments: [
      ("null", .null), (" true ", .bool(true)), ("false", .bool(false)), ("0", .integer(0)),
      ("-0", .integer(0)), ("-12", .integer(-12)), ("1.5", .number(1.5)), ("1e3", .integer(1000)),
      ("-2.5E-1", .number(-0.25)), ("9223372036854775807", .integer(.max)),
      ("-9223372036854775808", .integer(.min)), ("9223372036854775808", .number(0x1p63)),
      ("123456789012345678901234567890", .number(0x1.8ee90ff6c373ep96)),
      ("0.1", .number(0.1)), ("1e-7", .number(1e-7)),
      ("1.7976931348623157e308", .number(0x1.fffffffffffffp1023)),
      ("5e-324", .number(0x1p-1074)), ("\"\"", .text("")), ("[]", .list([])), ("{}", .object([:])),
      ("\t[ 1 ,\n2 ]\r", .list([.integer(1), .integer(2)])),
      (#"{"a":{"b":[{}]}}"#, .object(["a": .object(["b": .list([.object([:])])])])),
      (#"{"a":1,"a":2}"#, .object(["a": .integer(1)])),
      ("\u{FEFF}7", .integer(7)),
    ] as [(String, JSON)])
  func `every kind of value is read`(text: String, value: JSON) throws {
    #expect(try read(text) == value)
  }

  @Test(arguments: [
    (#""a\"b\\c\/d""#, "a\"b\\c/d"), (#""\b\f\n\r\t""#, "\u{8}\u{C}\n\r\t"),
    (#""\u7167\u7247""#, "照片"), (#""\ud83d\ude00""#, "😀"), ("\"照片😀\"", "照片😀"),
    (#""\u0000\u001b""#, "\u{0}\u{1B}"),
  ])
  func `a text is read with its escapes`(text: String, value: String) throws {
    #expect(try JSONValue(Array(text.utf8), .strict) == .text(value))
    #expect(try JSONValue(Array(text.utf8), .tolerant) == .text(value))
  }

  @Test(arguments: [
    (#""\ud83d""#, "\u{FFFD}"), (#""\ude00\ud83d""#, "\u{FFFD}\u{FFFD}"),
    (#""\ud83d\n""#, "\u{FFFD}\n"), (#""\u12""#, "\u{FFFD}12"), (#""\x""#, "\u{FFFD}"),
    (#""\u+123""#, "\u{FFFD}+123"),
  ])
  func `an escape without a meaning is replaced, or refused where that must be`(
    text: String, value: String
  ) throws {
    #expect(throws: WireProblem.self) { try JSONValue(Array(text.utf8), .strict) }
    #expect(try JSONValue(Array(text.utf8), .tolerant) == .text(value))
  }

  @Test func `bytes that are no UTF-8 do not hide the rest, or are refused where that must be`()
    throws
  {
    let bytes = Array("[\"a".utf8) + [0xFF, 0xC3] + Array("b\", 2]".utf8)
    #expect(throws: WireProblem.self) { try JSONValue(bytes, .strict) }
    #expect(
      try JSONValue(bytes, .tolerant) == .list([.text("a\u{FFFD}\u{FFFD}b"), .integer(2)]))
  }

  @Test func `a member is found by its name even when that is escaped`() throws {
    #expect(try read(#"{"\u0061b":1}"#) == .object(["ab": .integer(1)]))
  }

  @Test(arguments: [
    "", " ", "{", "[", "\"", "[1", "[1,", "[1,]", "[,]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}",
    "{a:1}", "{1:1}", "{,}", "nul", "nulll", "True", "01", "-", "-a", "1.", ".5", "1e", "1e+", "+1",
    "0x10", "NaN", "Infinity", "1 2", "[] []", "\"\n\"", "\"\u{1}\"", "'a'", "\"\\", "\"\\\"",
    "<html></html>", "[1}", "{]", "// 1", "{\"\n\":1}",
  ])
  func `what is not JSON is refused as a whole, with its place`(text: String) throws {
    let problem = #expect(throws: WireProblem.self) { try read(text) }
    let place = try #require(problem).position
    #expect((0...text.utf8.count).contains(place))
    guard case .notJSON = problem?.reason else {
      Issue.record("refused as \(String(describing: problem))")
      return
    }
  }

  @Test(arguments: ["[", "{\"a\":", "[{\"a\":"])
  func `a text of many brackets does no harm`(brackets: String) {
    #expect(throws: WireProblem.self) { try read(String(repeating: brackets, count: 100_000)) }
  }

  @Test(arguments: ["v1", "v2"])
  func `every reference body is read as Foundation reads it`(version: String) throws {
    let names = try VectorFile.names(version)
    #expect(names.count > 80)
    for name in names {
      let data = try VectorFile.data("\(version)/\(name).json")
      let value = JSON(try JSONValue([UInt8](data)))
      #expect(try value == JSONDecoder().decode(JSON.self, from: data))
    }
  }

  @Test func `a damaged body is read as Foundation reads it, or refused like it`() throws {
    let body = [UInt8](try VectorFile.data("v2/task-show-4-failed.json"))
    for seed in UInt64(0)..<500 {
      var random = Generator(seed: seed)
      let damaged = Damage.damaged(body, &random)
      let ours = try? JSON(JSONValue(damaged))
      let theirs = try? JSONDecoder().decode(JSON.self, from: Data(damaged))
      if ours == theirs { continue }
      // Foundation lets a comma stand before a bracket.
      let hasLastComma = String(decoding: damaged, as: UTF8.self).contains(/,\s*[\]}]/)
      #expect(ours == nil && hasLastComma, "seed \(seed)")
    }
  }
}

extension JSON {
  /// The same value, for comparisons.
  init(_ value: JSONValue) {
    switch value {
    case .null: self = .null
    case .bool(let flag): self = .bool(flag)
    case .integer(let number): self = .integer(number)
    case .number(let number): self = .number(number)
    case .text(let text): self = .text(text)
    case .list(let values): self = .list(values.map { JSON($0) })
    case .object(let members): self = .object(members.mapValues { JSON($0) })
    }
  }
}
