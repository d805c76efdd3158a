package import Migration

/// The body of a creation of a task or a group: sections 4 and 5 of the v2 reference.
package struct V2Order: Encodable, SecretBearing {
  /// The kind in the word of what is made: groups write it in capitals.
  private let kind: String
  /// The provider that the destination is said to be at; `nil` for the service's own.
  private let destinationProvider: String?
  private let order: NewTask

  /// The body for a task.
  ///
  /// - Throws: ``APIProblem`` of kind ``APIProblem/Kind/invalid`` when v2 cannot say all of it.
  package init(task order: NewTask) throws(APIProblem) {
    var unsayable = Unsayable(in: "API v2")
    unsayable.note("a number of threads", if: order.settings.threads != nil)
    try unsayable.refuse()
    try WireSelection.check(order.kind, order.source, order.settings)
    kind = order.kind.rawValue
    let provider = order.destination.provider
    destinationProvider = WireProvider.isOwn(provider) ? nil : provider
    self.order = order
  }

  /// The body for a group.
  ///
  /// - Throws: ``APIProblem`` of kind ``APIProblem/Kind/invalid`` when a group cannot say all of it.
  package init(group order: NewTask) throws(APIProblem) {
    var unsayable = Unsayable(in: "a task group")
    unsayable.note("the type object", if: order.kind == .object)
    unsayable.note("a number of threads", if: order.settings.threads != nil)
    unsayable.note("encryption", if: order.settings.isEncrypted != nil)
    unsayable.note("a priority", if: order.settings.priority != nil)
    unsayable.note("temporary keys", if: order.keys.hasTemporary)
    try unsayable.refuse()
    try WireSelection.check(order.kind, order.source, order.settings)
    kind = order.kind.rawValue.uppercased()
    let provider = order.destination.provider
    destinationProvider = WireProvider.isOwn(provider) ? "HEC" : provider
    self.order = order
  }

  package var secrets: [Secret] { order.keys.secrets }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: V2Keys.self)
    try encodeSource(into: &container)
    var node = container.nestedContainer(keyedBy: V2NodeKeys.self, forKey: .destination)
    try node.encode(order.destination, keys: order.keys.destination)
    try node.encodeIfPresent(destinationProvider, forKey: .cloudType)
    let folder = WireObjectKeys.withoutWholeBucket(order.destination.keys).first
    try node.encodeIfPresent(folder, forKey: .savePrefix)
    try container.encode(kind, forKey: .kind)
    try container.encodeIfPresent(
      order.notification.map(V2NotificationRequest.init), forKey: .notificationWish)
    try container.encode(order.settings, domainKey: order.keys.sourceDomain)
  }

  private func encodeSource(into container: inout KeyedEncodingContainer<V2Keys>) throws {
    var node = container.nestedContainer(keyedBy: V2NodeKeys.self, forKey: .source)
    try node.encodeWords(order.source.provider, forKey: .cloudType)
    try node.encode(order.source, keys: order.keys.source)
    try node.encodeIfPresent(order.settings.appID, forKey: .appID)
    if let file = order.settings.listFile {
      try node.encode(WireListFile(file), forKey: .listFile)
    } else {
      let chosen = WireObjectKeys.withoutWholeBucket(order.source.keys)
      try node.encode(chosen.isEmpty ? [""] : chosen, forKey: .objectKey)
    }
  }
}
