package import Migration

/// The body of the creation of a synchronisation task.
package struct V2SyncOrder: Encodable, SecretBearing {
  private let task: NewSyncTask

  /// The body for `task`.
  ///
  /// - Throws: ``APIProblem`` of kind ``APIProblem/Kind/invalid`` when it cannot say all of it.
  package init(_ task: NewSyncTask) throws(APIProblem) {
    let settings = task.settings
    var unsayable = Unsayable(in: "a synchronisation task")
    unsayable.note("a selection of objects", if: !task.source.keys.isEmpty)
    unsayable.note("a list file", if: settings.listFile != nil)
    unsayable.note("a target folder", if: !task.destination.keys.isEmpty)
    unsayable.note("speed limits", if: !settings.bandwidth.isEmpty)
    unsayable.note("a date of change", if: settings.changedSince != nil)
    unsayable.note("a number of threads", if: settings.threads != nil)
    unsayable.note("encryption", if: settings.isEncrypted != nil)
    unsayable.note("whether failed objects are listed", if: settings.recordsFailedObjects != nil)
    unsayable.note("that the requester pays", if: settings.requesterPays != nil)
    unsayable.note("when objects are replaced", if: settings.overwriteMode != nil)
    unsayable.note("a priority", if: settings.priority != nil)
    unsayable.noteMoreThanPair(in: task.keys)
    try unsayable.refuse()
    self.task = task
  }

  package var secrets: [Secret] { task.keys.secrets }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: V2Keys.self)
    try container.encodeWords(task.source.provider, forKey: .provider)
    try container.encode(task.source.region, forKey: .sourceRegion)
    try container.encode(task.source.bucket, forKey: .sourceBucket)
    try container.encodeIfPresent(task.keys.source?.accessKey, forKey: .sourceAccessKey)
    try container.encodeIfPresent(task.keys.source?.secretKey.reveal(), forKey: .sourceSecretKey)
    let destination = task.keys.destination
    try container.encodeIfPresent(destination?.accessKey, forKey: .destinationAccessKey)
    try container.encodeIfPresent(destination?.secretKey.reveal(), forKey: .destinationSecretKey)
    try container.encode(task.destination.region, forKey: .destinationRegion)
    try container.encode(task.destination.bucket, forKey: .destinationBucket)
    try container.encodeIfPresent(task.settings.appID, forKey: .appID)
    try container.encode(task.settings, domainKey: task.keys.sourceDomain)
  }
}
