import HTTPTypes
import TestSupport
import Testing

@testable import Migration

@testable import MigrationService

extension ServiceHarness {
  /// Sends a request of v2 about the project; `path` begins after its id.
  func v2(
    _ method: HTTPRequest.Method, _ path: String, body: String? = nil
  ) async throws -> Answer {
    try await send(method, "/v2/\(Self.project)/\(path)", body: body)
  }

  /// The members of a task that is there, as v2 has them.
  func showInV2(_ id: TaskID) async throws -> [String: JSON] {
    let answer = try await v2(.get, "tasks/\(id)")
    try #require(answer.status == 200, "\(answer)")
    return answer.json
  }

  /// The ids on a page of tasks of v2, and how many there are altogether.
  func listInV2(_ query: String = "") async throws -> (ids: [TaskID], count: Int64?) {
    let answer = try await v2(.get, "tasks?\(query)")
    try #require(answer.status == 200, "\(answer)")
    let ids = answer.json["tasks"]?.elements.compactMap { $0["id"]?.number }
    return ((ids ?? []).map(TaskID.init(rawValue:)), answer.json["count"]?.number)
  }

  /// Waits until the runs have been told these limits, each run one of them.
  func waitUntilTold(_ limits: [Int64?]) async throws {
    try await eventually("the limits \(limits)") { mover.limits == limits ? true : nil }
  }

  /// Creates a group of these prefixes.
  func createGroup(
    _ keys: [String] = ["a/", "b/", "c/"], more: String = ""
  ) async throws -> TaskGroupID {
    let answer = try await v2(.post, "taskgroups", body: V2Bodies.group(keys, more: more))
    try #require(answer.status == 200, "\(answer)")
    return TaskGroupID(rawValue: try #require(answer.json["group_id"]?.string))
  }

  /// The members of a group that is there.
  func show(_ group: TaskGroupID) async throws -> [String: JSON] {
    let answer = try await v2(.get, "taskgroups/\(group)")
    try #require(answer.status == 200, "\(answer)")
    return answer.json
  }

  /// The tasks of a group, oldest first.
  func members(of group: TaskGroupID) async throws -> [TaskID] {
    try await listInV2("limit=100&group_id=\(group)").ids.reversed()
  }

  /// Waits until a group has this status, and returns its members.
  @discardableResult
  func wait(for group: TaskGroupID, status: Int64) async throws -> [String: JSON] {
    try await eventually("group \(group) has status \(status)") {
      let members = try await show(group)
      return members["status"] == .integer(status) ? members : nil
    }
  }
}

/// Bodies of requests of v2.
enum V2Bodies {
  /// The keys that a start brings.
  static let keys = #"{"src_ak":"NEWAK","src_sk":"NEWSK","dst_ak":"NEWDAK","dst_sk":"NEWDSK"}"#

  /// A source with these further members.
  static func source(_ members: String = #""object_key":["2023/"]"#) -> String {
    #"{"cloud_type":"AWS","region":"eu-central-1","ak":"SRCAK","sk":"SRCSECRET","#
      + #""bucket":"holiday-photos",\#(members)}"#
  }

  /// A destination with these further members.
  static func destination(_ members: String = #""save_prefix":"incoming/""#) -> String {
    #"{"region":"region-x","ak":"DSTAK","sk":"DSTSECRET","bucket":"photo-archive",\#(members)}"#
  }

  /// A creation, correct but for what is given.
  static func create(
    source: String = source(), destination: String = destination(), more: String = ""
  ) -> String {
    #"{"src_node":\#(source),"dst_node":\#(destination)\#(more)}"#
  }

  /// The creation of a group of these prefixes.
  static func group(_ keys: [String], more: String = "") -> String {
    let list = keys.map { #""\#($0)""# }.joined(separator: ",")
    return create(source: source(#""object_key":[\#(list)]"#), more: more)
  }
}
