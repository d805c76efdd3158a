import FoundationEssentials
import TestSupport
import Testing

@testable import OMSWire

struct JSONReaderTests {
  private func read(_ text: String) throws -> JSON {
    try JSONReader.decode(from: Array(text.utf8))
  }

  @Test(
    arguments: [
      ("null", .null), (" true ", .bool(true)), ("false", .bool(false)), ("0", .integer(0)),
      ("-0", .integer(0)), ("-12", .integer(-12)), ("1.5", .number(1.5)), ("1e3", .integer(1000)),
      ("-2.5E-1", .number(-0.25)), ("9223372036854775807", .integer(.max)),
      ("-9223372036854775808", .integer(.min)), ("9223372036854775808", .number(0x1p63)),
      ("\"\"", .text("")), ("[]", .list([])), ("{}", .object([:])),
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
    (#""\ud83d""#, "\u{FFFD}"), (#""\ude00\ud83d""#, "\u{FFFD}\u{FFFD}"),
    (#""\ud83d\n""#, "\u{FFFD}\n"), (#""\u12""#, "\u{FFFD}12"), (#""\x""#, "\u{FFFD}"),
    (#""\u0000\u001b""#, "\u{0}\u{1B}"),
  ])
  func `a text is read with its escapes`(text: String, value: String) throws {
    #expect(try read(text) == .text(value))
  }

  @Test func `a member is found by its name even when that is escaped`() throws {
    #expect(try read(#"{"\u0061b":1}"#) == .object(["ab": .integer(1)]))
  }

  @Test func `bytes that are no UTF-8 do not hide the rest`() throws {
    let bytes = Array("[\"a".utf8) + [0xFF, 0xC3] + Array("b\", 2]".utf8)
    let value: JSON = try JSONReader.decode(from: bytes)
    #expect(value == .list([.text("a\u{FFFD}\u{FFFD}b"), .integer(2)]))
  }

  @Test(arguments: [
    "", " ", "{", "[", "\"", "[1", "[1,", "[1,]", "[,]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}",
    "{a:1}", "{1:1}", "nul", "nulll", "True", "01", "-", "-a", "1.", ".5", "1e", "1e+", "+1",
    "0x10", "NaN", "Infinity", "1 2", "[] []", "\"\n\"", "\"\u{1}\"", "'a'", "\"\\", "\"\\\"",
    "<html></html>", "[1}", "{]", "// 1",
  ])
  func `what is not JSON is refused as a whole`(text: String) {
    #expect(throws: DecodingError.self) { try read(text) }
  }

  @Test func `a text of many brackets does no harm`() {
    #expect(throws: DecodingError.self) { try read(String(repeating: "[", count: 100_000)) }
  }

  @Test func `a number that no type holds is an error and not a wrong number`() {
    #expect(throws: DecodingError.self) {
      try JSONReader.decode(Int8.self, from: Array("128".utf8))
    }
    #expect(throws: DecodingError.self) { try JSONReader.decode(UInt.self, from: Array("-1".utf8)) }
    #expect(throws: DecodingError.self) { try JSONReader.decode(Int.self, from: Array("1.5".utf8)) }
    #expect(throws: DecodingError.self) {
      try JSONReader.decode(Double.self, from: Array("1e999".utf8))
    }
  }

  @Test func `an error names the way to its place`() {
    struct Inner: Decodable { var id: Int }
    let error = #expect(throws: DecodingError.self) {
      try JSONReader.decode(
        [String: [Inner]].self, from: Array(#"{"a":[{"id":1},{"id":""}]}"#.utf8))
    }
    #expect(error.map(DecodingSummary.text) == "a.1.id has another type")
  }

  @Test(arguments: ["v1", "v2"])
  func `every reference body is read as Foundation reads it`(version: String) throws {
    let names = try VectorFile.names(version)
    #expect(names.count > 80)
    for name in names {
      let data = try VectorFile.data("\(version)/\(name).json")
      let value: JSON = try JSONReader.decode(from: [UInt8](data))
      #expect(try value == JSONDecoder().decode(JSON.self, from: data))
    }
  }

  @Test func `a damaged body is read like Foundation reads it, or refused like it`() throws {
    var random = Generator(seed: 7)
    let body = [UInt8](try VectorFile.data("v2/task-show-4-failed.json"))
    for _ in 0..<300 {
      var damaged = body
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        // ASCII only: about other bytes the two differ on purpose.
        let place = Int.random(in: damaged.indices, using: &random)
        damaged[place] = UInt8.random(in: 0x09..<0x7F, using: &random)
      }
      let ours = try? JSONReader.decode(JSON.self, from: damaged)
      let theirs = try? JSONDecoder().decode(JSON.self, from: Data(damaged))
      // Foundation refuses escapes that mean nothing; here they are a replacement character.
      if let theirs {
        #expect(ours == theirs)
      } else if damaged.contains(0x5C) {
        continue
      } else {
        #expect(ours == nil)
      }
    }
  }
}
