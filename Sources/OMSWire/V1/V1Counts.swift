/// The answer to a count.
package struct V1Count: Decodable {
  package let taskcount: Int
}

/// The answer about quotas: one object, not a list.
package struct V1Quota: Decodable {
  /// How many tasks of an account may run at the same time.
  package let parallelTasks: Int

  private struct Quotas: Decodable { let resource: Resource }

  private struct Resource: Decodable { let quota: Int }

  private enum CodingKeys: String, CodingKey { case quotas }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    parallelTasks = try container.decode(Quotas.self, forKey: .quotas).resource.quota
  }
}
