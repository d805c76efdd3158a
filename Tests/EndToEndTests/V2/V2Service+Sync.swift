import FoundationEssentials
import TestSupport

extension V2Service {
  /// Lists synchronisation tasks, or makes one.
  func replyAboutSyncs(_ order: Order) throws -> Reply {
    struct Page: Encodable {
      var tasks: [ServedSync]
      var count: Int
    }
    switch order.method {
    case "GET":
      let wanted = syncs.filter { task in order.query["status"].map { $0 == task.status } ?? true }
      let start = order.query["offset"].flatMap { Int($0) } ?? 0
      let limit = order.query["limit"].flatMap { Int($0) } ?? 10
      return try Reply(
        Page(tasks: Array(wanted.dropFirst(start).prefix(limit)), count: wanted.count))
    case "POST": return try createSync(order)
    case _: throw Refusal.noSuchPath
    }
  }

  private func createSync(_ order: Order) throws -> Reply {
    let needed = [
      "src_region", "src_bucket", "src_ak", "src_sk", "dst_ak", "dst_sk", "dst_region",
      "dst_bucket",
    ]
    guard needed.allSatisfy({ order.json?[$0] != nil }) else {
      throw Refusal(code: "OMS.1004", message: "A parameter is missing.")
    }
    guard case .text(let bucket)? = order.json?["src_bucket"] else {
      throw Refusal(code: "OMS.1010", message: "The parameters are malformed.")
    }
    let id = "sync-\(syncs.count + 1)"
    syncs.append(ServedSync(id, from: bucket))
    return try Reply(["sync_task_id": id])
  }

  /// Shows, starts, stops or deletes one synchronisation task.
  func reply(to order: Order, aboutSync id: String, _ verb: String?) throws -> Reply {
    guard let index = syncs.firstIndex(where: { $0.syncTaskId == id }) else {
      throw Refusal.noSuchGroup
    }
    let isRunning = syncs[index].status == "SYNCHRONIZING"
    switch (order.method, verb) {
    case ("GET", nil):
      guard order.query["query_time"].flatMap({ Int64($0) }) != nil else {
        throw Refusal(code: "OMS.1004", message: "The parameter query_time is missing.")
      }
      return try Reply(syncs[index].withMonth)
    case ("POST", "start"):
      guard !isRunning else { throw Refusal(code: "OMS.0065", message: "It has been started.") }
      guard order.json?["src_ak"] != nil, order.json?["dst_sk"] != nil else {
        throw Refusal(code: "OMS.1004", message: "A key is missing.")
      }
      syncs[index].status = "SYNCHRONIZING"
    case ("POST", "stop"):
      guard isRunning else { throw Refusal(code: "OMS.0066", message: "It is not running.") }
      syncs[index].status = "STOPPED"
    case ("DELETE", nil):
      guard !isRunning else { throw Refusal(code: "OMS.0063", message: "It is running.") }
      syncs.remove(at: index)
    case (_, _): throw Refusal.noSuchPath
    }
    return .empty
  }
}
