import Foundation
import OMSWire
import Testing

@testable import Migration

@testable import MigrationService

/// Creations of v2 with something wrong, each refused with the code for it and by name.
struct V2ValidationTests {
  typealias Case = RequestValidationTests.Case

  private static func local(_ members: String) -> String {
    V2Bodies.create(source: #"{"cloud_type":"Local","bucket":"/data",\#(members)}"#)
  }

  static let cases: [Case] = [
    Case("empty body", "OMS.0067", ""), Case("an array", "OMS.0061", "[]"),
    Case("no source", "OMS.1004", #"{"dst_node":\#(V2Bodies.destination())}"#),
    Case("a source that is a text", "OMS.1002", V2Bodies.create(source: #""x""#)),
    Case(
      "keys that are a text", "OMS.1002",
      V2Bodies.create(source: V2Bodies.source(#""object_key":"a""#))),
    Case(
      "a key that is a number", "OMS.1002",
      V2Bodies.create(source: V2Bodies.source(#""object_key":[1]"#))),
    Case("no keys", "OMS.1004", V2Bodies.create(source: V2Bodies.source(#""list_file":null"#))),
    Case(
      "an unknown provider", "OMS.0057",
      V2Bodies.create(source: #"{"cloud_type":"Foo","bucket":"b","object_key":[""]}"#)),
    Case(
      "no access key", "OMS.1004",
      V2Bodies.create(
        source: #"{"cloud_type":"AWS","region":"r","bucket":"b","object_key":[""],"sk":"s"}"#)),
    Case(
      "no way into an account at Azure", "OMS.1004",
      V2Bodies.create(source: #"{"cloud_type":"Azure","bucket":"b","object_key":[""]}"#)),
    Case(
      "a folder that climbs", "OMS.0058",
      V2Bodies.create(destination: V2Bodies.destination(#""save_prefix":"../x""#))),
    Case("a local key that climbs", "S3M.0055", local(#""object_key":["../etc"]"#)),
    Case("a description with a sign", "OMS.0078", V2Bodies.create(more: #","description":"a^b""#)),
    Case("a description of another type", "OMS.1002", V2Bodies.create(more: #","description":1"#)),
    Case("a time of another type", "OMS.1002", V2Bodies.create(more: #","migrate_since":"1""#)),
    Case(
      "a limit below the least", "OMS.0084",
      V2Bodies.create(
        more: #","bandwidth_policy":[{"start":"00:00","end":"01:00","max_bandwidth":1048575}]"#)),
    Case(
      "a limit above the most", "OMS.0084",
      V2Bodies.create(
        more: #","bandwidth_policy":[{"start":"00:00","end":"01:00","max_bandwidth":209715201}]"#)),
    Case("a type in capitals", "S3M.0088", V2Bodies.create(more: #","task_type":"PREFIX""#)),
    Case(
      "an unknown mode", "OMS.0001", V2Bodies.create(more: #","object_overwrite_mode":"MAYBE""#)),
    Case("an unknown priority", "OMS.0001", V2Bodies.create(more: #","task_priority":"high""#)),
    Case(
      "a topic without conditions", "OMS.0064",
      V2Bodies.create(more: #","smn_config":{"topic_urn":"t","trigger_conditions":[]}"#)),
    Case(
      "the conditions of v1", "OMS.0064",
      V2Bodies.create(more: #","smn_config":{"topic_urn":"t","trigger_conditions":["FAIL"]}"#)),
    Case(
      "more keys than belong into a request", "OMS.0064",
      V2Bodies.create(
        source: V2Bodies.source(
          #""object_key":[\#(repeatElement(#""k""#, count: 20_000).joined(separator: ","))]"#))),
    Case("encryption", "OMS.0069", V2Bodies.create(more: #","enable_kms":true"#)),
    Case("a restore", "OMS.0082", V2Bodies.create(more: #","enable_restore":true"#)),
    Case(
      "a destination inside its source", "OMS.0058",
      V2Bodies.create(
        source: #"{"cloud_type":"Local","bucket":"/data","object_key":[""]}"#,
        destination: #"{"cloud_type":"Local","bucket":"/data/x"}"#)),
  ]

  @Test(arguments: cases)
  func `a creation with something wrong is refused with the code for it`(_ wrong: Case) {
    let error = #expect(throws: ServiceError.self) {
      try CreateRequest(body: Data(wrong.body.utf8), in: .v2)
    }
    #expect(error?.code == wrong.code, "\(error?.message ?? "")")
    #expect(error?.status == 400)
  }

  @Test(arguments: [
    #"{"cloud_type":"Local","bucket":"/srv/a","object_key":[""]}"#,
    #"{"cloud_type":"Rclone","bucket":"mine:b","object_key":["a/"]}"#,
    #"{"cloud_type":"S3","region":"https://h:9000","bucket":"b","ak":"a","sk":"s","object_key":["/"]}"#,
  ])
  func `both ends may be of the kinds that only this service has`(node: String) throws {
    let destination = #"{"cloud_type":"Local","bucket":"/srv/b"}"#
    for dialect in [TaskDialect.v2, .group] {
      let create = try CreateRequest(
        body: Data(V2Bodies.create(source: node, destination: destination).utf8), in: dialect)
      #expect(create.definition.destination.provider == "Local")
      #expect(create.definition.destination.keys.isEmpty)
      #expect(create.definition.kind == (dialect == .group ? .prefix : .object))
    }
  }

  @Test(arguments: [("object", "S3M.0088"), ("OBJECT", "S3M.0088"), ("LIST", "S3M.0088")])
  func `a group has types of its own`(word: String, code: String) {
    let error = #expect(throws: ServiceError.self) {
      try CreateRequest(
        body: Data(V2Bodies.group(["a/"], more: #","task_type":"\#(word)""#).utf8), in: .group)
    }
    #expect(error?.code == code)
  }
}
