/// The answer to a count.
struct V1Count: Decodable {
  let taskcount: Int
}

/// The answer about quotas: one object, not a list.
struct V1Quota: Decodable {
  /// How many tasks of an account may run at the same time.
  let parallelTasks: Int

  private struct Quotas: Decodable { let resource: Resource }

  private struct Resource: Decodable { let quota: Int }

  private enum CodingKeys: String, CodingKey { case quotas }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    parallelTasks = try container.decode(Quotas.self, forKey: .quotas).resource.quota
  }
}
