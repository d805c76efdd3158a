import TestSupport
import FoundationEssentials

@testable import MigrationService

/// A service of v2 in memory: its tasks and groups, its rules, and what it was asked.
actor V2Service {
  /// A request as it came.
  struct Seen: Sendable {
    /// The method and the path, the latter below the project where it has one: `GET tasks/5`.
    var call: String
    /// The parameters of the query, decoded.
    var query: [String: String]
    /// All headers, their names in lower case.
    var headers: [String: String]
    /// The body, when it is JSON.
    var body: JSON?
  }

  /// What is answered.
  struct Reply: Sendable {
    var status = 200
    var body: [UInt8] = []

    /// No content, as most orders are answered.
    static let empty = Reply()

    init(status: Int = 200, body: [UInt8] = []) {
      self.status = status
      self.body = body
    }

    /// A value as JSON, its members in the spelling of v2.
    init(_ value: some Encodable) throws {
      let encoder = JSONEncoder()
      encoder.keyEncodingStrategy = .convertToSnakeCase
      self.init(body: Array(try encoder.encode(value)))
    }
  }

  /// A refusal with one of the API's codes.
  struct Refusal: Error {
    var code: String
    var message: String
    var status = 400

    static let noSuchTask = Refusal(code: "OMS.1009", message: "No such resource.")
    static let noSuchGroup = Refusal(code: "OMS.1009", message: "No such resource.", status: 404)
    static let noSuchPath = Refusal(
      code: "APIGW.0101", message: "The API does not exist.", status: 404)

    var reply: Reply {
      get throws {
        var reply = try Reply(["error_code": code, "error_msg": message])
        reply.status = status
        return reply
      }
    }
  }

  /// A request in the parts that decide who answers it.
  struct Order {
    var method: String
    var query: [String: String]
    var body: [UInt8]
    var json: JSON?
  }

  /// All requests so far, in order, those that were refused too.
  private(set) var seen: [Seen] = []
  /// The tasks, newest first.
  var tasks: [ServedTask]
  /// The groups, newest first.
  var groups: [ServedGroup]
  /// What is kept waiting.
  var holding = Holding()
  /// Whether the calls about buckets are missing.
  var knowsNoBuckets = false
  /// The synchronisation tasks, in no order.
  var syncs: [ServedSync]
  /// The sizes of the objects of the source's buckets, by bucket and key.
  let contents: [String: [String: Int64]]

  init(
    tasks: [ServedTask] = [], groups: [ServedGroup] = [], syncs: [ServedSync] = [],
    contents: [String: [String: Int64]] = [:]
  ) {
    self.tasks = tasks
    self.groups = groups
    self.syncs = syncs
    self.contents = contents
  }

  /// What was asked, in order.
  var calls: [String] { seen.map(\.call) }

  /// What was asked that changes something, in order.
  var changes: [String] {
    calls.filter {
      !$0.hasPrefix("GET ") && !$0.hasPrefix("POST objectstorage/") && !$0.contains("-checks")
    }
  }

  /// Adds a task, as another user would.
  func add(_ task: ServedTask) { tasks.insert(task, at: 0) }

  /// Has the calls about buckets missing from now on.
  func forgetBuckets() { knowsNoBuckets = true }

  func remember(_ request: Seen) { seen.append(request) }

  /// Answers a request whose path has `parts` below the project; none for the service itself.
  func reply(to order: Order, at parts: [String]) throws -> Reply {
    do {
      switch (parts.first, parts.dropFirst().first, parts.dropFirst(2).first) {
      case (nil, _, _) where order.method == "GET": return try versions
      case ("tasks", nil, _): return try replyAboutTasks(order)
      case ("tasks", let id?, let verb): return try reply(to: order, aboutTask: id, verb)
      case ("taskgroups", nil, _): return try replyAboutGroups(order)
      case ("taskgroups", let id?, let verb): return try reply(to: order, aboutGroup: id, verb)
      case ("sync-tasks", nil, _): return try replyAboutSyncs(order)
      case ("sync-tasks", let id?, let verb): return try reply(to: order, aboutSync: id, verb)
      case ("objectstorage", _, _) where !knowsNoBuckets:
        return try reply(to: order, aboutStorage: Array(parts.dropFirst()))
      case (_, _, _): throw Refusal.noSuchPath
      }
    } catch let refusal as Refusal {
      return try refusal.reply
    }
  }

  private var versions: Reply {
    get throws {
      struct Version: Encodable {
        var id: String
        var status: String
      }
      return try Reply([
        "versions": [
          Version(id: "v1", status: "SUPPORTED"), Version(id: "v2", status: "CURRENT"),
        ]
      ])
    }
  }

  /// The page of `all` that a query asks for.
  ///
  /// - Throws: ``Refusal`` for a page or a state that v2 does not have.
  func page<Value>(
    _ all: [Value], _ query: [String: String], states: Set<Int>, of state: (Value) -> Int
  ) throws -> (indices: [Int], count: Int) {
    let limit = query["limit"].map { Int($0) ?? 0 } ?? 10
    let offset = query["offset"].map { Int($0) ?? -1 } ?? 0
    guard (1...100).contains(limit), offset >= 0 else {
      throw Refusal(code: "OMS.0064", message: "The page is out of range.")
    }
    var matching = Array(all.indices)
    if let text = query["status"] {
      guard let wanted = Int(text), states.contains(wanted) else {
        throw Refusal(code: "OMS.0064", message: "The status cannot be asked for.")
      }
      matching.removeAll { state(all[$0]) != wanted }
    }
    return (Array(matching.dropFirst(offset).prefix(limit)), matching.count)
  }
}
