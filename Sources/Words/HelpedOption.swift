/// An option, flag or argument that help explains; lists of words come from where they are read.
package enum HelpedOption: Sendable {
  case profile, endpoint, projectID, api
  case refresh, readOnly, color, ascii, linear, firstFilter
  case filter, sort(keys: String), mostTasks, mostGroups
  case formatOfOne, formatOfMany, formatOfResults, formatOfAnswer, formatOfFindings, probedStore
  case formatOfHistory, formatOfEvents
  case taskID, taskIDs, groupID, groupIDs, syncID, syncIDs
  case yes, confirm, dryRun, dryCreation
  case untilTasksStopped, untilGroupsStopped, untilGroupsGone
  case stopTasksFirst, stopGroupsFirst, failedOnly
  case newLimits, noLimit
  case goal, timeout
  case events(list: String), exec, webhook
  case groupState(words: String), syncState, month
  case from, to, followed, following, type, key, keysFrom, listFile, listFiles
  case description, bandwidth, since
  case overwrite(words: String), storageClass(words: String), check(words: String)
  case priority(words: String)
  case threads, metadata, restore, encrypt, failedList, requesterPays, appID
  case sourceDomain, domainAuthentication(words: String)
  case notify, notifyOn, notifyLanguage, notifyTemplate
  case likeTask, likeGroup
  case report, repair, readContents
  case provider(words: String), region, location, side
  case mostEntries, notOlder, aboutTask
  case listen, accessKeys, tlsCertificate, tlsKey, stateDirectory, socket, mostRunning
  case localRoots, rcloneRemotes, urlHosts, serviceWebhook, timeZone, logLevel, logFormat
  case headless
}
