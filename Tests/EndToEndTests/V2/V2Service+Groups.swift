import TestSupport

extension V2Service {
  /// Lists groups.
  func replyAboutGroups(_ order: Order) throws -> Reply {
    struct Page: Encodable {
      var taskgroups: [ServedGroup]
      var count: Int
    }
    if order.method == "POST" { return try createGroup(order) }
    guard order.method == "GET" else { throw Refusal.noSuchPath }
    let (indices, count) = try page(groups, order.query, states: Set(0...9), of: \.status)
    return try Reply(Page(taskgroups: indices.map { groups[$0] }, count: count))
  }

  private func createGroup(_ order: Order) throws -> Reply {
    guard order.json?["dst_node"]?["ak"] != nil, order.json?["task_type"] != .text("OBJECT")
    else {
      throw Refusal(code: "OMS.1004", message: "A parameter is missing.")
    }
    let group = ServedGroup("group-\(groups.count + 1)", "", status: 1)
    groups.insert(group, at: 0)
    return try Reply(["group_id": group.id])
  }

  /// Shows, starts, stops, retries or deletes one group.
  func reply(to order: Order, aboutGroup id: String, _ verb: String?) throws -> Reply {
    guard let index = groups.firstIndex(where: { $0.id == id }) else { throw Refusal.noSuchGroup }
    let status = groups[index].status
    switch (order.method, verb) {
    case ("GET", nil):
      let reply = try Reply(groups[index])
      groups[index].advance()
      groups.removeAll { $0.status == ServedGroup.gone }
      return reply
    case ("PUT", "stop"):
      try check(status, isIn: [1, 2], else: "OMS.1038")
      groups[index].turn(7, then: 7, 3)
    case ("PUT", "start"):
      try check(status, isIn: [3], else: "OMS.1039")
      guard order.json?["dst_ak"] != nil, order.json?["dst_sk"] != nil else {
        throw Refusal(code: "OMS.1004", message: "The parameter dst_ak is missing.")
      }
      groups[index].turn(2)
    case ("PUT", "retry"):
      try check(status, isIn: [4, 5], else: "OMS.1040")
      groups[index].turn(2)
    case ("PUT", "update"):
      guard order.json?["bandwidth_policy"] != nil else {
        throw Refusal(code: "OMS.1004", message: "The parameter bandwidth_policy is missing.")
      }
      try check(status, isIn: Set(0...5), else: "OMS.0086")
    case ("DELETE", nil):
      try check(status, isIn: [0, 3, 4, 5, 6], else: "OMS.1036")
      groups[index].turn(8, then: 9, ServedGroup.gone)
    case (_, _): throw Refusal.noSuchPath
    }
    return .empty
  }

  private func check(_ status: Int, isIn allowed: Set<Int>, else code: String) throws {
    guard allowed.contains(status) else {
      throw Refusal(code: code, message: "Not possible in the present state of the group.")
    }
  }
}
