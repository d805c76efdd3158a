package import Migration

/// The body of a creation: section 3 of the v1 reference.
package struct V1Create: Encodable, SecretBearing {
  private let task: NewTask

  /// The body for `task`.
  ///
  /// - Throws: ``APIProblem`` of kind ``APIProblem/Kind/invalid`` when v1 cannot say all of it.
  package init(_ task: NewTask) throws(APIProblem) {
    let settings = task.settings
    var unsayable = Unsayable(in: "API v1")
    unsayable.note("whether metadata is moved", if: settings.movesMetadata != nil)
    unsayable.note("that the requester pays", if: settings.requesterPays != nil)
    unsayable.note("when objects are replaced", if: settings.overwriteMode != nil)
    unsayable.note("a storage class", if: settings.storageClass != nil)
    unsayable.note("how copies are checked", if: settings.consistencyCheck != nil)
    unsayable.note("a priority", if: settings.priority != nil)
    unsayable.note("a number of list files", if: settings.listFile?.count != nil)
    unsayable.note("a template for the message", if: task.notification?.template != nil)
    unsayable.noteMoreThanPair(in: task.keys)
    try unsayable.refuse()
    try WireSelection.check(task.kind, task.source, settings)
    self.task = task
  }

  private enum CodingKeys: String, CodingKey {
    case enableKMS, description, smnInfo
    case source = "src_node"
    case destination = "dst_node"
    case threads = "thread_num"
    case kind = "task_type"
    case bandwidth = "bandwidth_policy"
    case migrateSince = "migrate_since"
    case restore = "auto_restore"
    case recordsFailed = "enable_failed_object_recording"
    case sourceDomain = "source_cdn"
  }

  private struct ObjectKeys: Encodable {
    let path = ""
    let keys: [String]
  }

  package var secrets: [Secret] { task.keys.secrets }

  package func encode(to encoder: any Encoder) throws {
    let settings = task.settings
    var container = encoder.container(keyedBy: CodingKeys.self)
    try encodeSource(into: &container)
    var destination = container.nestedContainer(keyedBy: V1NodeKeys.self, forKey: .destination)
    try destination.encode(task.destination, keys: task.keys.destination)
    try destination.encode(task.destination.keys.first ?? "", forKey: .objectKey)
    // These two have no default in v1.
    try container.encode(settings.isEncrypted ?? false, forKey: .enableKMS)
    try container.encode(settings.threads ?? 20, forKey: .threads)
    try container.encode(task.kind.rawValue, forKey: .kind)
    try container.encodeWords(settings.description, forKey: .description)
    if !settings.bandwidth.isEmpty { try container.encode(settings.bandwidth, forKey: .bandwidth) }
    try container.encodeIfPresent(
      WireTime.seconds(of: settings.changedSince), forKey: .migrateSince)
    try container.encodeIfPresent(settings.restoresArchived, forKey: .restore)
    try container.encodeIfPresent(settings.recordsFailedObjects, forKey: .recordsFailed)
    try container.encodeIfPresent(
      settings.sourceDomain.map { WireSourceDomain($0, key: task.keys.sourceDomain) },
      forKey: .sourceDomain)
    try container.encodeIfPresent(
      task.notification.map(V1NotificationRequest.init), forKey: .smnInfo)
  }

  private func encodeSource(into container: inout KeyedEncodingContainer<CodingKeys>) throws {
    var source = container.nestedContainer(keyedBy: V1NodeKeys.self, forKey: .source)
    try source.encode(task.source, keys: task.keys.source)
    try source.encodeIfPresent(task.settings.appID, forKey: .appID)
    if let file = task.settings.listFile {
      try source.encode(WireListFile(file), forKey: .listFile)
    } else {
      try source.encode(ObjectKeys(keys: task.source.keys), forKey: .objectKey)
    }
  }
}
