import Migration

extension TaskSettings {
  /// Reads the value of `member`, if it is one of the settings; any other is left to be read.
  mutating func read(_ member: TaskMember, _ reader: inout WireReader) throws(WireProblem) {
    switch member {
    case .description: description = try reader.text() ?? ""
    case .threads: threads = try reader.integer().map { Int($0) }
    case .bandwidth: bandwidth = try reader.entries(WireForm.bandwidthWindow.read) ?? []
    case .migrateSince:
      changedSince = WireTime.date(ofSecondsOrMilliseconds: try reader.integer())
    case .encrypts: isEncrypted = try reader.bool()
    case .restores: restoresArchived = try reader.bool()
    case .movesMetadata: movesMetadata = try reader.bool()
    case .recordsFailed: recordsFailedObjects = try reader.bool()
    case .requesterPays: requesterPays = try reader.bool()
    case .overwriteMode: overwriteMode = try reader.words()
    case .storageClass: storageClass = try reader.words()
    case .consistencyCheck: consistencyCheck = try reader.words()
    case .priority: priority = try reader.words()
    case .sourceDomain: sourceDomain = try WireForm.sourceDomain.read(&reader)
    default: break
    }
  }
}

extension MemberWriter where Member == TaskMember {
  /// Writes the settings of an answer, where times are in milliseconds and nothing is 0.
  mutating func writeAnswer(_ settings: TaskSettings, in dialect: TaskDialect) {
    write(.description, settings.description)
    write(.bandwidth) { $0.write(settings.bandwidth) }
    write(.migrateSince, WireTime.milliseconds(of: settings.changedSince) ?? 0)
    writeChoices(settings, domainKey: nil)
    guard dialect == .v2 || dialect == .group else { return }
    if settings.sourceDomain == nil { writeNull(.sourceDomain) }
    write(.storageSystem, "BUCKET")
  }

  /// Writes the settings of a request, where times are in seconds; what was not chosen is left to the
  /// service.
  mutating func writeRequest(_ settings: TaskSettings, domainKey: Secret?) {
    write(.description, words: settings.description)
    if !settings.bandwidth.isEmpty { write(.bandwidth) { $0.write(settings.bandwidth) } }
    write(.migrateSince, WireTime.seconds(of: settings.changedSince))
    writeChoices(settings, domainKey: domainKey)
  }

  private mutating func writeChoices(_ settings: TaskSettings, domainKey: Secret?) {
    write(.threads, settings.threads)
    write(.encrypts, settings.isEncrypted)
    write(.restores, settings.restoresArchived)
    write(.movesMetadata, settings.movesMetadata)
    write(.recordsFailed, settings.recordsFailedObjects)
    write(.requesterPays, settings.requesterPays)
    write(.overwriteMode, settings.overwriteMode)
    write(.storageClass, settings.storageClass)
    write(.consistencyCheck, settings.consistencyCheck)
    write(.priority, settings.priority)
    if let domain = settings.sourceDomain {
      write(.sourceDomain) { $0.write(domain, key: domainKey) }
    }
  }
}
