import Migration

extension KeyedDecodingContainer<V2Keys> {
  /// The settings of an answer, with those that `source` holds.
  func settings(source: KeyedDecodingContainer<V2NodeKeys>?) -> TaskSettings {
    var settings = TaskSettings()
    settings.description = text(.description)
    settings.bandwidth = lenient(.bandwidth) ?? []
    settings.changedSince = WireTime.date(ofSecondsOrMilliseconds: integer(.migrateSince))
    settings.isEncrypted = lenient(.encrypts)
    settings.restoresArchived = lenient(.restores)
    settings.movesMetadata = lenient(.movesMetadata)
    settings.recordsFailedObjects = lenient(.recordsFailed)
    settings.requesterPays = lenient(.requesterPays)
    settings.overwriteMode = words(.overwriteMode)
    settings.storageClass = words(.storageClass)
    settings.consistencyCheck = words(.consistencyCheck)
    settings.priority = words(.priority)
    settings.sourceDomain = lenient(WireSourceDomain.self, .sourceDomain)?.domain
    settings.listFile = source?.lenient(WireListFile.self, .listFile)?.file
    settings.appID = source?.words(.appID)
    return settings
  }
}

extension KeyedEncodingContainer<V2Keys> {
  /// Writes what was chosen; the rest is left to the service.
  mutating func encode(_ settings: TaskSettings, domainKey: Secret?) throws {
    try encodeWords(settings.description, forKey: .description)
    if !settings.bandwidth.isEmpty { try encode(settings.bandwidth, forKey: .bandwidth) }
    try encodeIfPresent(WireTime.seconds(of: settings.changedSince), forKey: .migrateSince)
    try encodeIfPresent(settings.isEncrypted, forKey: .encrypts)
    try encodeIfPresent(settings.restoresArchived, forKey: .restores)
    try encodeIfPresent(settings.movesMetadata, forKey: .movesMetadata)
    try encodeIfPresent(settings.recordsFailedObjects, forKey: .recordsFailed)
    try encodeIfPresent(settings.requesterPays, forKey: .requesterPays)
    try encodeIfPresent(settings.overwriteMode, forKey: .overwriteMode)
    try encodeIfPresent(settings.storageClass, forKey: .storageClass)
    try encodeIfPresent(settings.consistencyCheck, forKey: .consistencyCheck)
    try encodeIfPresent(settings.priority, forKey: .priority)
    try encodeIfPresent(
      settings.sourceDomain.map { WireSourceDomain($0, key: domainKey) }, forKey: .sourceDomain)
  }
}
