import Foundation
import Migration
import OMSWire
import Testing

@testable import MigrationService

struct RequestValidationTests {
  /// A creation with something wrong, and the code for it.
  struct Case: Sendable, CustomTestStringConvertible {
    let what: String
    let body: String
    let code: String

    init(_ what: String, _ code: String, _ body: String) {
      self.what = what
      self.body = body
      self.code = code
    }

    var testDescription: String { what }
  }

  private static func node(_ members: String) -> String { "{\(members)}" }

  private static func window(_ members: String) -> String {
    Bodies.create(more: #","bandwidth_policy":[{\#(members)}]"#)
  }

  static let cases: [Case] = [
    Case("empty body", "OMS.0067", ""),
    Case("half a body", "OMS.0067", #"{"src_node":"#),
    Case("an array", "OMS.0061", "[]"),
    Case("a number", "OMS.0061", "1"),
    Case("null", "OMS.0061", "null"),
    Case("a source that is a text", "OMS.0057", Bodies.create(source: #""x""#)),
    Case("a source that is null", "OMS.0057", Bodies.create(source: "null")),
    Case("a destination that is an array", "OMS.0058", Bodies.create(destination: "[]")),
    Case(
      "no source keys", "OMS.0057",
      Bodies.create(
        source: node(#""cloud_type":"AWS","region":"r","bucket":"b","object_key":"a""#))),
    Case(
      "a source key of 101 characters", "OMS.0057",
      Bodies.create(
        source: node(
          #""cloud_type":"AWS","region":"r","bucket":"b","object_key":"a","sk":"s","ak":""#
            + String(repeating: "a", count: 101) + #"""#))),
    Case(
      "an unknown provider", "OMS.0057",
      Bodies.create(source: node(#""cloud_type":"Nowhere","bucket":"b","object_key":"a""#))),
    Case("no selection", "S3M.0088", Bodies.create(source: Bodies.source(#""list_file":"""#))),
    Case(
      "a selection that is a number", "OMS.0057",
      Bodies.create(source: Bodies.source(#""object_key":7"#))),
    Case(
      "a key that is a number", "OMS.0057",
      Bodies.create(source: Bodies.source(#""object_key":{"keys":["a",7]}"#))),
    Case(
      "a key with a line break", "S3M.0055",
      Bodies.create(source: Bodies.source(#""object_key":{"keys":["a\n--delete"]}"#))),
    Case(
      "a directory that climbs", "OMS.0057",
      Bodies.create(source: node(#""cloud_type":"Local","bucket":"/data/../etc","object_key":"""#))),
    Case(
      "a directory that is relative", "OMS.0057",
      Bodies.create(source: node(#""cloud_type":"Local","bucket":"data","object_key":"""#))),
    Case(
      "a directory with a name that says nothing", "OMS.0057",
      Bodies.create(source: node(#""cloud_type":"Local","bucket":"/data/./x","object_key":"""#))),
    Case(
      "a region that leads to another host", "OMS.0057",
      Bodies.create(
        source: node(
          #""cloud_type":"AWS","region":"evil.example/x","ak":"a","sk":"s","bucket":"b","object_key":"""#
        ))),
    Case(
      "a folder with an empty name in it", "OMS.0058",
      Bodies.create(
        destination: node(#""cloud_type":"Local","bucket":"/data","object_key":"a//b/""#))),
    Case(
      "a local key that climbs", "S3M.0055",
      Bodies.create(source: node(#""cloud_type":"Local","bucket":"/data","object_key":"../etc/""#))),
    Case(
      "a remote that is made up", "OMS.0057",
      Bodies.create(source: node(#""cloud_type":"Rclone","bucket":":local:/etc","object_key":"""#))),
    Case(
      "a remote with options", "OMS.0057",
      Bodies.create(
        source: node(#""cloud_type":"Rclone","bucket":"mine,x=y:/etc","object_key":"""#))),
    Case(
      "a remote that the service makes for its runs", "OMS.0057",
      Bodies.create(
        source: node(#""cloud_type":"Rclone","bucket":"FerryDestination:/etc","object_key":"""#))),
    Case(
      "an endpoint with a password", "OMS.0058",
      Bodies.create(
        destination: node(
          #""cloud_type":"S3","region":"http://u:p@h","ak":"a","sk":"s","bucket":"b","object_key":"""#
        ))),
    Case(
      "an endpoint that is a file", "OMS.0058",
      Bodies.create(
        destination: node(
          #""cloud_type":"S3","region":"file:///etc","ak":"a","sk":"s","bucket":"b","object_key":"""#
        ))),
    Case(
      "a bucket with an escape sequence", "OMS.0058",
      Bodies.create(
        destination: node(
          #""region":"r","ak":"a","sk":"s","bucket":"b\u001b[2J","object_key":"""#))),
    Case("threads as a text", "OMS.0059", Bodies.create(threads: #""20""#)),
    Case("half a thread", "OMS.0059", Bodies.create(threads: "20.5")),
    Case("fewer than no threads", "OMS.0059", Bodies.create(threads: "-1")),
    Case("too many threads for a number", "OMS.0059", Bodies.create(threads: "1e300")),
    Case("an unknown task type", "S3M.0088", Bodies.create(more: #","task_type":"copy""#)),
    Case(
      "a list without a file", "S3M.0088", Bodies.create(more: #","task_type":"list""#)),
    Case(
      "a list file without a key", "OMS.0057",
      Bodies.create(
        source: Bodies.source(#""list_file":{"obs_bucket":"b"}"#), more: #","task_type":"list""#)),
    Case(
      "a list file in a folder instead of a bucket", "OMS.0057",
      Bodies.create(
        source: Bodies.source(#""list_file":{"obs_bucket":"b/c","list_file_key":"k"}"#),
        more: #","task_type":"list""#)),
    Case(
      "several list files", "OMS.0001",
      Bodies.create(
        source: Bodies.source(
          #""list_file":{"obs_bucket":"b","list_file_key":"k","list_file_num":"2"}"#),
        more: #","task_type":"list""#)),
    Case(
      "a time for addresses", "OMS.0001",
      Bodies.create(
        source:
          #"{"cloud_type":"URLSource","list_file":{"obs_bucket":"b","list_file_key":"k"}}"#,
        more: #","task_type":"url_list","migrate_since":1700000000"#)),
    Case(
      "a folder of no list files", "OMS.0001",
      Bodies.create(
        source: Bodies.source(
          #""list_file":{"obs_bucket":"b","list_file_key":"k/","list_file_num":"0"}"#),
        more: #","task_type":"list""#)),
    Case(
      "a list of addresses in a bucket", "OMS.0057",
      Bodies.create(
        source: Bodies.source(#""list_file":{"obs_bucket":"b","list_file_key":"k"}"#),
        more: #","task_type":"url_list""#)),
    Case(
      "addresses without a list", "OMS.0057",
      Bodies.create(source: node(#""cloud_type":"URLSource","object_key":"""#))),
    Case(
      "a description of 256 characters", "OMS.0078",
      Bodies.create(more: #","description":"\#(String(repeating: "a", count: 256))""#)),
    Case(
      "a description with an escape", "OMS.0078", Bodies.create(more: #","description":"\u001b""#)),
    Case("a time before 1970", "OMS.0064", Bodies.create(more: #","migrate_since":-1"#)),
    Case(
      "a time after all", "OMS.0064", Bodies.create(more: #","migrate_since":9223372036854775807"#)),
    Case(
      "encryption left open", "OMS.0064",
      #"{"src_node":\#(Bodies.source()),"dst_node":\#(Bodies.destination),"thread_num":1}"#),
    Case(
      "a domain without a key", "OMS.0081",
      Bodies.create(
        more:
          #","source_cdn":{"protocol":"http","domain":"d","authentication_type":"ALIYUN_OSS_A"}"#)),
    Case(
      "a topic without conditions", "OMS.0064",
      Bodies.create(more: #","smnInfo":{"topicUrn":"t","triggerConditions":[]}"#)),
    Case("a window that is a text", "OMS.0087", Bodies.create(more: #","bandwidth_policy":["x"]"#)),
    Case(
      "a window without an end", "OMS.0087", window(#""start":"00:00","max_bandwidth":5242880"#)),
    Case(
      "a window that ends first", "OMS.0087",
      window(#""start":"08:00","end":"07:00","max_bandwidth":5242880"#)),
    Case(
      "a limit that is too high", "OMS.0084",
      window(#""start":"00:00","end":"01:00","max_bandwidth":10737418241"#)),
    Case("arrays in arrays", "OMS.0067", String(repeating: "[", count: 100_000)),
  ]

  @Test(arguments: cases)
  func `a creation with something wrong is refused with the code for it`(_ wrong: Case) {
    let error = #expect(throws: ServiceError.self) {
      try CreateRequest(body: Data(wrong.body.utf8), in: .v1)
    }
    #expect(error?.code == wrong.code)
    #expect(error?.status == 400)
  }

  @Test(arguments: [
    #""object_key":"""#, #""object_key":"/""#, #""object_key":{"keys":[]}"#,
    #""object_key":{"keys":[""]}"#, #""object_key":{"path":"","keys":["/"]}"#,
  ])
  func `the whole bucket has several spellings`(selection: String) throws {
    let body = Bodies.create(source: Bodies.source(selection))
    let create = try CreateRequest(body: Data(body.utf8), in: .v1)
    #expect(create.definition.source.keys.isEmpty)
  }

  @Test(arguments: ["S3", "Local", "Rclone"])
  func `both ends may be of the kinds that only this service has`(kind: String) throws {
    let buckets = ["S3": "b", "Local": "/data", "Rclone": "mine:b"]
    let node =
      #"{"cloud_type":"\#(kind)","region":"https://h:9000","ak":"a","sk":"s","#
      + #""bucket":"\#(buckets[kind] ?? "")","object_key":"a/"}"#
    let other = node.replacing("/data", with: "/copy").replacing("mine:b", with: "mine:c")
      .replacing(#""b""#, with: #""c""#)
    let body = Bodies.create(source: node, destination: other)
    let definition = try CreateRequest(body: Data(body.utf8), in: .v1).definition
    #expect(definition.source.provider == kind)
    #expect(definition.destination.provider == kind)
  }

  @Test func `no more than five windows, and ones that touch are fine`() throws {
    let values: [JSONValue] = (0..<5).map { hour in
      .object([
        "start": .text("0\(hour):00"), "end": .text("0\(hour):59"),
        "max_bandwidth": .integer(5_242_880),
      ])
    }
    #expect(try BandwidthPolicy.windows(values, in: .v1).count == 5)
  }

  @Test(
    arguments: [
      ([], "OMS.0051"), ([("start", "0")], "OMS.0051"),
      ([("start", "0"), ("limit", "0")], "OMS.0051"),
      ([("start", "-1"), ("limit", "1")], "OMS.0051"),
      ([("start", "0"), ("limit", "99999999999999999999")], "OMS.0051"),
      ([("start", "0"), ("limit", "1"), ("state", "x")], "OMS.0052"),
      ([("totalcount", "true"), ("state", "-1")], "OMS.0052"),
      ([("totalcount", "TRUE")], "OMS.0051"),
    ] as [([(String, String)], String)])
  func `a list that cannot be meant is refused`(items: [(String, String)], code: String) {
    let error = #expect(throws: ServiceError.self) {
      try V1ListQuery(items.map { (name: $0.0, value: $0.1) })
    }
    #expect(error?.code == code)
  }
}
