/// A command whose help says what it does.
package enum HelpTopic: CaseIterable, Sendable {
  case ferry, dashboard, list, show, create, stop, delete, start, bandwidth, wait, watch, verify
  case group, groupList, groupShow, groupCreate, groupStop, groupDelete, groupStart, groupRetry
  case groupBandwidth
  case sync, syncList, syncShow, syncCreate, syncStart, syncStop, syncDelete
  case buckets, ls, history, profiles, doctor, serve, demo
}
