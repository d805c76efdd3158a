/// What stands before a value among all that there is to say about something.
package enum Label: CaseIterable, Sendable {
  case id, name, group, state, progress, bytes, speed, tasks, objects, started, elapsed, left
  case created, thisMonth
  case error, advice, failedObjects, notification
  case type, source, destination, listFile, description, limit, changedSince, overwrite
  case storageClass, check, priority, metadata, restore, encryption, failureList, requesterPays
  case threads, appID, sourceDomain
  case example, time, notChecked
  case route, profile

  /// What is not told where it was not chosen, and is then as the service does by default.
  package static let ofSettings: [Label] = [
    .changedSince, .overwrite, .storageClass, .check, .priority, .metadata, .restore, .encryption,
    .failureList, .requesterPays, .threads,
  ]
}
