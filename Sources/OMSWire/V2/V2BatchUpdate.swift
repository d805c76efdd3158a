package import Migration

/// The body of a change of many tasks at once.
package struct V2BatchUpdate: Encodable {
  let targets: BatchTargets
  let bandwidth: [BandwidthWindow]
  let priority: String?

  /// The change of `targets`; a priority of `nil` stays as it is.
  package init(targets: BatchTargets, bandwidth: [BandwidthWindow], priority: String?) {
    self.targets = targets
    self.bandwidth = bandwidth
    self.priority = priority
  }

  private enum CodingKeys: String, CodingKey {
    case ids
    case group = "group_id"
    case bandwidth = "bandwidth_policy"
    case priority = "task_priority"
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch targets {
    case .tasks(let ids): try container.encode(ids.map(\.rawValue), forKey: .ids)
    case .group(let id): try container.encode(id.rawValue, forKey: .group)
    }
    try container.encode(bandwidth, forKey: .bandwidth)
    try container.encodeIfPresent(priority, forKey: .priority)
  }
}
