/// The body of a creation of a task or a group: sections 4 and 5 of the v2 reference.
struct V2Order: Encodable {
  /// The kind in the word of what is made: groups write it in capitals.
  private let kind: String
  private let source: StorageLocation
  private let destination: StorageLocation
  /// The provider that the destination is said to be at; `nil` for the service's own.
  private let destinationProvider: String?
  private let keys: TransferKeys
  private let settings: TaskSettings
  private let notification: NotificationRequest?

  /// The body for a task.
  ///
  /// - Throws: ``APIProblem`` of kind ``APIProblem/Kind/invalid`` when v2 cannot say all of it.
  init(_ task: NewTask) throws(APIProblem) {
    var unsayable = Unsayable(in: "API v2")
    unsayable.note("a number of threads", if: task.settings.threads != nil)
    try unsayable.refuse()
    try WireSelection.check(task.kind, task.source, task.settings)
    kind = task.kind.rawValue
    source = task.source
    destination = task.destination
    let provider = task.destination.provider
    destinationProvider = WireProvider.isOwn(provider) ? nil : provider
    keys = task.keys
    settings = task.settings
    notification = task.notification
  }

  /// The body for a group.
  ///
  /// - Throws: ``APIProblem`` of kind ``APIProblem/Kind/invalid`` when a group cannot say all of it.
  init(_ group: NewTaskGroup) throws(APIProblem) {
    var unsayable = Unsayable(in: "a task group")
    unsayable.note("the type object", if: group.kind == .object)
    unsayable.note("a number of threads", if: group.settings.threads != nil)
    unsayable.note("encryption", if: group.settings.isEncrypted != nil)
    unsayable.note("a priority", if: group.settings.priority != nil)
    unsayable.note("temporary keys", if: group.keys.hasTemporary)
    try unsayable.refuse()
    try WireSelection.check(group.kind, group.source, group.settings)
    kind = group.kind.rawValue.uppercased()
    source = group.source
    destination = group.destination
    let provider = group.destination.provider
    destinationProvider = WireProvider.isOwn(provider) ? "HEC" : provider
    keys = group.keys
    settings = group.settings
    notification = group.notification
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: V2Keys.self)
    try encodeSource(into: &container)
    var node = container.nestedContainer(keyedBy: V2NodeKeys.self, forKey: .destination)
    try node.encode(destination, keys: keys.destination)
    try node.encodeIfPresent(destinationProvider, forKey: .cloudType)
    let folder = WireObjectKeys.withoutWholeBucket(destination.keys).first
    try node.encodeIfPresent(folder, forKey: .savePrefix)
    try container.encode(kind, forKey: .kind)
    try container.encodeIfPresent(
      notification.map(V2NotificationRequest.init), forKey: .notificationWish)
    try container.encode(settings, domainKey: keys.sourceDomain)
  }

  private func encodeSource(into container: inout KeyedEncodingContainer<V2Keys>) throws {
    var node = container.nestedContainer(keyedBy: V2NodeKeys.self, forKey: .source)
    try node.encodeWords(source.provider, forKey: .cloudType)
    try node.encode(source, keys: keys.source)
    try node.encodeIfPresent(settings.appID, forKey: .appID)
    if let file = settings.listFile {
      try node.encode(WireListFile(file), forKey: .listFile)
    } else {
      let chosen = WireObjectKeys.withoutWholeBucket(source.keys)
      try node.encode(chosen.isEmpty ? [""] : chosen, forKey: .objectKey)
    }
  }
}
