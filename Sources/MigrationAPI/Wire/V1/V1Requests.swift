import FoundationEssentials

/// The body of a creation: section 3 of the v1 reference.
struct V1Create: Encodable {
  let task: NewTask

  private enum CodingKeys: String, CodingKey {
    case source = "src_node"
    case destination = "dst_node"
    case enableKMS
    case threads = "thread_num"
    case description
    case kind = "task_type"
    case bandwidth = "bandwidth_policy"
  }

  private enum NodeKeys: String, CodingKey {
    case cloudType = "cloud_type"
    case region, ak, sk, bucket
    case objectKey = "object_key"
  }

  private struct ObjectKeys: Encodable {
    let path = ""
    let keys: [String]
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    var source = container.nestedContainer(keyedBy: NodeKeys.self, forKey: .source)
    try encode(task.source, keys: task.keys.source, into: &source)
    try source.encode(ObjectKeys(keys: task.source.keys), forKey: .objectKey)
    var destination = container.nestedContainer(keyedBy: NodeKeys.self, forKey: .destination)
    try encode(task.destination, keys: task.keys.destination, into: &destination)
    try destination.encode(task.destination.keys.first ?? "", forKey: .objectKey)
    try container.encode(false, forKey: .enableKMS)
    try container.encode(task.settings.threads ?? 20, forKey: .threads)
    try container.encode(task.settings.description, forKey: .description)
    try container.encode(task.kind.rawValue, forKey: .kind)
    let windows = task.settings.bandwidth
    if !windows.isEmpty { try container.encode(windows, forKey: .bandwidth) }
  }

  private func encode(
    _ location: StorageLocation, keys: StorageKeys?,
    into container: inout KeyedEncodingContainer<NodeKeys>
  ) throws {
    try container.encode(location.provider, forKey: .cloudType)
    try container.encode(location.region, forKey: .region)
    try container.encode(keys?.accessKey ?? "", forKey: .ak)
    try container.encode(keys?.secretKey.reveal() ?? "", forKey: .sk)
    try container.encode(location.bucket, forKey: .bucket)
  }
}

/// The body of a PUT on a task: section 7 of the v1 reference.
enum V1Operation: Encodable {
  case stop
  case start(TransferKeys, failedOnly: Bool)
  case changeBandwidth([BandwidthWindow])

  private enum CodingKeys: String, CodingKey {
    case operation
    case sourceAccessKey = "source_ak"
    case sourceSecretKey = "source_sk"
    case targetAccessKey = "target_ak"
    case targetSecretKey = "target_sk"
    case failedOnly = "migration_failed_object"
    case bandwidth = "bandwidth_policy"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .stop:
      try container.encode("stop", forKey: .operation)
    case .start(let keys, let failedOnly):
      try container.encode("start", forKey: .operation)
      try container.encode(keys.source?.accessKey ?? "", forKey: .sourceAccessKey)
      try container.encode(keys.source?.secretKey.reveal() ?? "", forKey: .sourceSecretKey)
      try container.encode(keys.destination?.accessKey ?? "", forKey: .targetAccessKey)
      try container.encode(keys.destination?.secretKey.reveal() ?? "", forKey: .targetSecretKey)
      try container.encode(failedOnly, forKey: .failedOnly)
    case .changeBandwidth(let windows):
      try container.encode("change_bandwidthpolicy", forKey: .operation)
      try container.encode(windows, forKey: .bandwidth)
    }
  }
}
