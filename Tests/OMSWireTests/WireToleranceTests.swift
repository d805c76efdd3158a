import TestSupport
import FoundationEssentials
import Testing

@testable import Migration
@testable import OMSWire

/// What services send that no document shows.
struct WireToleranceTests {
  private func v2(_ members: String) throws -> MigrationTask {
    let text = #"{"id":7\#(members.isEmpty ? "" : ","+members)}"#
    return try WireForm<AnsweredTask>.task(in: .v2).value(in: Array(text.utf8)).task
  }

  private func v1(_ members: String) throws -> MigrationTask {
    let text = #"{"id":7\#(members.isEmpty ? "" : ","+members)}"#
    return try WireForm<AnsweredTask>.task(in: .v1).value(in: Array(text.utf8)).task
  }

  @Test(arguments: ["1717200000", "1717200000000", #""1717200000000""#, "1717200000000.0"])
  func `migrate_since is the same instant in seconds and in milliseconds`(value: String) throws {
    let instant = Date(timeIntervalSince1970: 1_717_200_000)
    #expect(try v1(#""migrate_since":\#(value)"#).settings.changedSince == instant)
    #expect(try v2(#""migrate_since":\#(value)"#).settings.changedSince == instant)
  }

  @Test(arguments: [
    (0, TaskState.initialising), (6, .retrying), (7, .stopping), (8, .unknown(8)),
    (-5, .unknown(-5)), (Int.max, .unknown(Int.max)),
  ])
  func `any number is a state`(code: Int, state: TaskState) throws {
    #expect(try v2(#""status":\#(code)"#).state == state)
  }

  @Test func `a task without a state is in one that is not known`() throws {
    #expect(try v2("").state == .unknown(-1))
  }

  @Test(arguments: ["null", "[]", #"[""]"#, #"["/"]"#, #""""#, #""/""#, #"{"path":"","keys":[]}"#])
  func `the whole bucket is no keys`(selection: String) throws {
    #expect(try v1(#""src_node":{"object_key":\#(selection)}"#).source.keys == [])
    #expect(try v2(#""src_node":{"object_key":\#(selection)}"#).source.keys == [])
  }

  @Test(arguments: [
    "-1", "null", #""""#, #""many""#, "[]", "{}", "true", "1e300", "99999999999999999999",
  ])
  func `a count that is none is 0`(value: String) throws {
    let task = try v2(#""total_num":\#(value),"total_size":\#(value),"migrate_speed":\#(value)"#)
    #expect(task.objects.total == 0)
    #expect(task.totalBytes == 0)
    #expect(task.speed == 0)
  }

  @Test(
    arguments: [
      ("0.25", 0.25), ("1", 1), (#""0.25""#, 0.25), ("7", 1), ("-1", 0), (#""nan""#, 0),
      (#""inf""#, 0), ("null", 0), ("{}", 0),
    ] as [(String, Double)])
  func `progress is a part of one`(value: String, part: Double) throws {
    #expect(try v2(#""progress":\#(value)"#).progress == part)
  }

  @Test(arguments: ["null", #""""#, "{}", #"{"error_code":null,"error_msg":null}"#, "[]", "0"])
  func `no reason is no failure`(value: String) throws {
    #expect(try v2(#""error_reason":\#(value)"#).outcome.failure == nil)
  }

  @Test func `a reason in words alone is a failure`() throws {
    #expect(
      try v2(#""error_reason":"it broke""#).outcome.failure
        == TaskFailure(code: "", message: "it broke"))
  }

  @Test(arguments: ["null", #""""#, #""not JSON""#, #""[1]""#, "{}", #"{"result":"yes"}"#, "7"])
  func `a record of failed objects that cannot be read is none`(value: String) throws {
    #expect(try v1(#""failed_object_record":\#(value)"#).outcome.failedObjects == nil)
  }

  @Test func `a speed limit or a key that is none costs itself alone`() throws {
    let windows = #"[{"start":"00:00","end":"01:00","max_bandwidth":"5"},{"start":"02:00"},7]"#
    let task = try v2(#""bandwidth_policy":\#(windows),"src_node":{"object_key":["a",7,"b"]}"#)
    #expect(
      task.settings.bandwidth == [BandwidthWindow(start: "00:00", end: "01:00", maxBandwidth: 5)])
    #expect(task.source.keys == ["a", "b"])
  }

  @Test(arguments: ["null", "7", "[]", #""x""#, #"{"bucket":7,"region":null}"#])
  func `a side that is none costs no task`(value: String) throws {
    let task = try v2(#""src_node":\#(value),"dst_node":\#(value)"#)
    #expect(task.source == StorageLocation())
    #expect(task.destination == StorageLocation())
  }

  @Test(arguments: [#"{"status":2}"#, #"{"id":null}"#, #"{"id":-1}"#, #"{"id":"x"}"#, "[]", "7"])
  func `a task without an id is unreadable, and its neighbours are not`(entry: String) throws {
    let text = #"{"tasks":[{"id":1},\#(entry),{"id":"2"}],"count":3}"#
    let page = TaskPage(
      try WireForm<WirePage<AnsweredTask>>.tasks(in: .v2).reading(of: Array(text.utf8)))
    #expect(page.tasks.map(\.id.rawValue) == [1, 2])
    #expect(page.unreadable.count == 1)
    #expect(page.count == 3)
    #expect(page.total == 3)
  }

  @Test func `hostile names arrive as they are and cost no neighbour`() throws {
    let text = #"[{"id":1,"name":"\u001b[2J\n\u0000"},{"id":2,"name":"b"}]"#
    let page = TaskPage(
      try WireForm<WirePage<AnsweredTask>>.tasks(in: .v2).reading(of: Array(text.utf8)))
    #expect(page.tasks.map(\.name) == ["\u{1B}[2J\n\0", "b"])
  }

  @Test(arguments: [#"{"tasks":[%],"count":3}"#, "[%]"])
  func `what is of another type is told with the tasks that lack it`(around: String) throws {
    let tasks = #"""
      {"id":1,"progress":"half","src_node":{"bucket":[]}}, {"id":2,"name":null,"start_time":""},
      {"id":3,"migrate_speed":true}
      """#
    let text = around.replacing("%", with: tasks)
    let page = TaskPage(
      try WireForm<WirePage<AnsweredTask>>.tasks(in: .v2).reading(of: Array(text.utf8)))
    #expect(page.tasks.count == 3)
    #expect(page.leftOut.tasks == [TaskID(rawValue: 1), TaskID(rawValue: 3)])
    #expect(page.leftOut.members == ["progress", "src_node.bucket", "migrate_speed"])
  }
}
