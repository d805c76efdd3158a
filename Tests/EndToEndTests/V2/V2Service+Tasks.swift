import TestSupport
import FoundationEssentials

@testable import MigrationService

extension V2Service {
  /// Lists tasks, or makes one.
  func replyAboutTasks(_ order: Order) throws -> Reply {
    switch order.method {
    case "GET": try list(order.query)
    case "POST": try create(order)
    case _: throw Refusal.noSuchPath
    }
  }

  private func list(_ query: [String: String]) throws -> Reply {
    struct Page: Encodable {
      var tasks: [ServedTask]
      var count: Int
    }
    var wanted = tasks
    if let group = query["group_id"] { wanted.removeAll { $0.groupId != group } }
    if let name = query["task_name"] {
      guard !name.contains(where: { "*?^<>&\"'() ".contains($0) }) else {
        throw Refusal(code: "OMS.0064", message: "The name has special characters.")
      }
      wanted.removeAll { !$0.name.contains(name) }
    }
    // 6 is in the range, but among the values that can be asked for it is not.
    let (indices, count) = try page(wanted, query, states: [1, 2, 3, 4, 5, 7], of: \.status)
    let shown = indices.map { wanted[$0] }
    for id in shown.map(\.id) { try look(at: id) }
    return try Reply(Page(tasks: shown, count: count))
  }

  private func create(_ order: Order) throws -> Reply {
    struct Created: Encodable {
      var id: Int64
      var taskName: String
    }
    let keys = order.json?["dst_node"]
    guard keys?["ak"] != nil, keys?["sk"] != nil else {
      throw Refusal(code: "OMS.1004", message: "The parameter dst_node.ak is missing.")
    }
    var wanted = try Self.read(ServedOrder.self, order.body)
    guard !(wanted.description ?? "").contains(where: { "^<>&\"'".contains($0) }) else {
      throw Refusal(code: "OMS.0078", message: "The description is not valid.")
    }
    try Self.check(wanted.bandwidthPolicy ?? [])
    wanted.migrateSince = wanted.migrateSince.map { $0 * 1000 }
    let id = (tasks.map(\.id).max() ?? 226_400_111_222_000) + 1
    let name = "\(wanted.srcNode.bucket ?? "")-\(wanted.dstNode.bucket ?? "")-\(id)"
    var task = ServedTask(id, name, status: 1, coming: [2])
    task.order = wanted
    tasks.insert(task, at: 0)
    return try Reply(Created(id: id, taskName: name))
  }

  /// Shows, starts, stops, deletes or changes one task.
  func reply(to order: Order, aboutTask text: String, _ verb: String?) throws -> Reply {
    guard let id = Int64(text), let index = tasks.firstIndex(where: { $0.id == id }) else {
      throw Refusal.noSuchTask
    }
    switch (order.method, verb) {
    case ("GET", nil):
      let reply = try Reply(tasks[index])
      try look(at: id)
      return reply
    case ("POST", "start"): try start(index, order)
    case ("POST", "stop"): try stop(index)
    case ("PUT", "bandwidth-policy"): try limit(index, order)
    case ("DELETE", nil): try delete(index)
    case (_, _): throw Refusal.noSuchPath
    }
    return .empty
  }

  private func look(at id: Int64) throws {
    if let index = tasks.firstIndex(where: { $0.id == id }) { tasks[index].advance() }
  }

  private func start(_ index: Int, _ order: Order) throws {
    guard order.json?["dst_ak"] != nil, order.json?["dst_sk"] != nil else {
      throw Refusal(code: "OMS.1004", message: "The parameter dst_ak is missing.")
    }
    switch tasks[index].status {
    case 3, 4: tasks[index].turn(1, then: 2)
    case 5: throw Refusal(code: "OMS.0070", message: "The task is finished.")
    case _: throw Refusal(code: "OMS.0065", message: "The task has been started.")
    }
  }

  private func stop(_ index: Int) throws {
    switch tasks[index].status {
    case 2, 6:
      tasks[index].turn(7, then: 7, 3)
      tasks[index].lateRefusals = 1
    case 5: throw Refusal(code: "OMS.0070", message: "The task is finished.")
    case _: throw Refusal(code: "OMS.0066", message: "The task is not running.")
    }
  }

  private func delete(_ index: Int) throws {
    guard ![2, 6, 7].contains(tasks[index].status), tasks[index].lateRefusals == 0 else {
      tasks[index].lateRefusals = max(tasks[index].lateRefusals - 1, 0)
      throw Refusal(code: "OMS.0063", message: "The task is running; pause it first.")
    }
    tasks.remove(at: index)
  }

  private func limit(_ index: Int, _ order: Order) throws {
    struct Policy: Decodable { var bandwidthPolicy: [ServedOrder.Window] }
    guard tasks[index].status != 5 else {
      throw Refusal(code: "OMS.0086", message: "The task is finished.")
    }
    let windows = try Self.read(Policy.self, order.body).bandwidthPolicy
    try Self.check(windows)
    tasks[index].order.bandwidthPolicy = windows
  }

  private static func check(_ windows: [ServedOrder.Window]) throws {
    guard windows.allSatisfy({ (1_048_576...209_715_200).contains($0.maxBandwidth) }) else {
      throw Refusal(code: "OMS.0084", message: "The bandwidth is out of range.")
    }
  }

  private static func read<Body: Decodable>(_ type: Body.Type, _ body: [UInt8]) throws -> Body {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    do {
      return try decoder.decode(type, from: Data(body))
    } catch {
      throw Refusal(code: "OMS.1010", message: "The parameters are malformed.")
    }
  }
}
