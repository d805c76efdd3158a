import FoundationEssentials
import TestSupport
import Testing

@testable import Migration
@testable import OMSWire

/// How answers are read: once, and without one odd member costing another.
struct WireReaderTests {
  private enum Member: String, WireMember {
    case first, second, third

    static let names = MemberNames<Member> { $0.rawValue }
  }

  /// The members of an object in the order in which they are met, with what `read` makes of them.
  private func walk<Value>(
    _ text: String, _ read: (inout WireReader) throws(WireProblem) -> Value?
  ) throws -> (found: [(member: Member, value: Value?)], reader: WireReader) {
    var reader = WireReader(Array(text.utf8))
    var members = try #require(try reader.members(Member.self))
    var found: [(member: Member, value: Value?)] = []
    while let member = try members.next(&reader) { found.append((member, try read(&reader))) }
    try reader.finish()
    return (found, reader)
  }

  @Test func `each member is met once, in the order of the text, and others are passed by`() throws
  {
    let text = #"{"other":[{"first":1}],"third":3,"first":1,"third":4,"\u0073econd":2,"":{}}"#
    let found = try walk(text) { reader throws(WireProblem) in try reader.integer() }.found
    #expect(found.map(\.member) == [.third, .first, .second])
    #expect(found.map(\.value) == [3, 1, 2])
  }

  @Test func `a member that is not read is passed by`() throws {
    let found = try walk(#"{"first": {"a":[1]}, "second" : "x","third":2}"#) {
      reader throws(WireProblem) -> Int64? in nil
    }.found
    #expect(found.map(\.member) == [.first, .second, .third])
  }

  @Test(arguments: ["null", #""""#])
  func `what says nothing is not told`(value: String) throws {
    let (found, reader) = try walk(#"{"first":\#(value),"second":7}"#) {
      reader throws(WireProblem) in
      try reader.integer()
    }
    #expect(found.map(\.value) == [nil, 7])
    #expect(reader.oddityCount == 0)
  }

  @Test(arguments: [
    ("[1,{}]", JSONKind.list), (#"{"second":1}"#, .object), ("true", .bool), (#""x""#, .text),
    ("1e30", .number),
  ])
  func `what is of no use is told with its place, and its neighbour is read`(
    value: String, kind: JSONKind
  ) throws {
    let (found, reader) = try walk(#"{"first": \#(value) ,"second":7}"#) {
      reader throws(WireProblem) in try reader.integer()
    }
    #expect(found.map(\.value) == [nil, 7])
    #expect(reader.oddities == [WireProblem(.found(kind), at: 10, path: "first")])
  }

  @Test func `the way to what is told leads through lists and objects`() throws {
    let text = #"[{"id":1},{"id":2,"src_node":{"region":[],"bucket":"b"}}]"#
    let reading = try WireForm<WirePage<AnsweredTask>>.tasks(in: .v1).reading(
      of: Array(text.utf8))
    #expect(reading.oddities.map(\.path) == ["1.src_node.region"])
    #expect(reading.value.entries.last?.task.source.bucket == "b")
  }

  @Test func `why an entry cannot be read is said with the way to it`() throws {
    let text = #"{"count":4,"tasks":[{"id":1},{"name":"x"},null,"y"]}"#
    let page = try WireForm<WirePage<AnsweredTask>>.tasks(in: .v2).value(in: Array(text.utf8))
    #expect(page.entries.map(\.task.id.rawValue) == [1])
    #expect(
      page.unreadable == [
        "tasks.1.id is missing", "tasks.2 is null", "tasks.3 has another type, text",
      ])
  }

  @Test func `of what is odd everywhere only the first ten are told`() throws {
    let entry = #"{"id":1,"name":7}"#
    let text = "[" + Array(repeating: entry, count: 50).joined(separator: ",") + "]"
    let reading = try WireForm<WirePage<AnsweredTask>>.tasks(in: .v1).reading(
      of: Array(text.utf8))
    #expect(reading.oddityCount == 50)
    #expect(reading.oddities.map(\.path) == (0..<10).map { "\($0).name" })
  }

  @Test(arguments: ["0", "{\"id\":1}", "\"\"", "[]"])
  func `a list without an end is refused before it fills the memory`(entry: String) throws {
    let text = "[" + Array(repeating: entry, count: 20_000).joined(separator: ",") + "]"
    let problem = #expect(throws: WireProblem.self) {
      try WireForm<WirePage<AnsweredTask>>.tasks(in: .v1).value(in: Array(text.utf8))
    }
    #expect(problem?.reason == .tooLong)
  }

  @Test func `the same bytes are read once`() throws {
    var reader = WireReader(Array(#"[["a"], ["a"],["a","b"],7,7,"x","x","xy"]"#.utf8))
    var repetition = WireReader.Repetition<JSONValue>()
    var count = 0
    let values = try reader.entries { reader throws(WireProblem) -> JSONValue? in
      try reader.repeating(&repetition) { reader throws(WireProblem) -> JSONValue? in
        count += 1
        return switch try reader.kind() {
        case .list:
          .list(
            try reader.entries { reader throws(WireProblem) in
              try reader.text().map(JSONValue.text)
            } ?? [])
        case .text: try reader.text().map(JSONValue.text)
        default: try reader.number()
        }
      }
    }
    let list = JSONValue.list([.text("a")])
    #expect(
      values == [
        list, list, .list([.text("a"), .text("b")]), .integer(7), .integer(7), .text("x"),
        .text("x"), .text("xy"),
      ])
    #expect(count == 6)
  }

  @Test(
    arguments: [
      ("12", 12), (#""12""#, 12), ("1.0", 1), ("1.5", 2), ("-1.5", -2), ("1e3", 1000),
      ("9223372036854775807", .max), ("-9223372036854775808", .min), ("9223372036854775808", nil),
      ("1e308", nil), ("1e999", nil), ("-1e99999999999", nil), ("0e99999999999", 0),
      ("0.00000000000000000000000000001", 0), (#""1.5""#, nil), (#""""#, nil), ("true", nil),
    ] as [(String, Int64?)])
  func `a whole number is one in any spelling, and never a wrong one`(
    text: String, number: Int64?
  ) throws {
    var reader = WireReader(Array(text.utf8))
    #expect(try reader.integer() == number)
    try reader.finish()
  }

  @Test func `every number is read as Swift reads it`() throws {
    for seed in UInt64(0)..<2000 {
      var random = Generator(seed: seed)
      func digits(_ count: ClosedRange<Int>) -> String {
        (0..<Int.random(in: count, using: &random)).map { _ in
          String(Int.random(in: 0...9, using: &random))
        }.joined()
      }
      var text = Bool.random(using: &random) ? "-" : ""
      text += String(Int.random(in: 1...9, using: &random)) + digits(0...20)
      if Bool.random(using: &random) { text += "." + digits(1...20) }
      if Bool.random(using: &random) { text += "e\(Int.random(in: -40...40, using: &random))" }
      var reader = WireReader(Array(text.utf8))
      #expect(try reader.double() == Double(text), "\(text)")
    }
  }

  @Test func `a value in a wrong place costs itself and nothing else`() throws {
    let body = try JSONEncoder().encode(VectorFile.v2("task-show-4-failed").response.body)
    let whole = try JSON(String(decoding: body, as: UTF8.self))
    guard case .object(let members) = whole else { return }
    let form = WireForm<AnsweredTask>.task(in: .v2)
    let odd: [JSON] = [.null, .bool(true), .integer(-1), .text("?"), .list([.null]), .object([:])]
    for name in members.keys where name != "id" {
      let without = try form.value(in: Self.bytes(members.filter { $0.key != name }))
      for value in odd {
        var damaged = members
        damaged[name] = value
        let read = try form.value(in: Self.bytes(damaged))
        damaged["id"] = .integer(7)
        let page: JSON = .list([whole, .object(damaged), whole])
        let tasks = try WireForm<WirePage<AnsweredTask>>.tasks(in: .v2).value(
          in: Array(JSONEncoder().encode(page)))
        #expect(tasks.entries.count == 3)
        #expect(tasks.entries.first == tasks.entries.last)
        #expect(Self.differences(read, without) <= 1, "\(name): \(value)")
      }
    }
  }

  private static func bytes(_ members: [String: JSON]) throws -> [UInt8] {
    Array(try JSONEncoder().encode(JSON.object(members)))
  }

  /// In how many members two tasks differ when they are written.
  private static func differences(_ one: AnsweredTask, _ other: AnsweredTask) -> Int {
    func members(_ task: AnsweredTask) -> [String: JSONValue] {
      let bytes = WireForm<AnsweredTask>.task(in: .v2).bytes(of: task)
      guard case .object(var members) = try? JSONValue(bytes) else { return [:] }
      members["group_type"] = nil  // It follows from the group.
      return members
    }
    let (one, other) = (members(one), members(other))
    return Set(one.keys).union(other.keys).count { one[$0] != other[$0] }
  }
}
