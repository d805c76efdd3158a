/// What a check of the terminal, the files or the service found, for a line of `ferry doctor`.
package enum Finding: Equatable, Sendable {
  /// There is no terminal.
  case noTerminal
  /// Nothing names the terminal's type.
  case noTerminalType
  /// This machine does not know the terminal's type.
  case unknownTerminal(type: String)
  /// The terminal cannot show a full screen.
  case simpleTerminal(type: String)
  /// The terminal can show a full screen.
  case terminal(type: String)
  /// `NO_COLOR` is set.
  case refusedColours
  /// How many colours the terminal has; 0 for none.
  case colours(Int)
  /// The size of the terminal, in cells.
  case size(columns: Int, rows: Int)
  /// The variable and value that the locale comes from, if any does, and the charset that it means;
  /// `nil` when it is not installed.
  case locale(setting: String?, charset: String?)

  /// The rclone that the local service uses.
  case rclone(version: String, path: String)
  /// The local service has no rclone that it can use; whether the service that was asked for is local.
  case noRclone(RcloneFault, isNeeded: Bool)

  /// There is no configuration file.
  case noConfiguration(path: String)
  /// A configuration file without faults, and its profiles by name.
  case configuration(path: String, profiles: [String])
  /// A fault of the configuration that does not keep the rest from being used.
  case configurationRemark(ConfigurationError)
  /// A configuration that cannot be used.
  case badConfiguration(ConfigurationError)

  /// The directory of what has to last can be written, by its owner alone.
  case state(path: String)
  /// The directory can be made when it is needed.
  case stateToCome(path: String)
  /// The directory cannot be made, as `parent` is no directory or may not be written to.
  case noState(path: String, parent: String)
  /// The directory cannot be written to.
  case closedState(path: String)
  /// Others can read the directory, or a file in it.
  case openState(path: String, isDirectory: Bool)

  /// `XDG_RUNTIME_DIR` names a directory that the user cannot use, so the socket is elsewhere.
  case noRuntimeDirectory(path: String, socket: String)
  /// The path of the socket has more bytes than the system takes.
  case longSocketPath(String, most: Int)
  /// The local service does not run; the first command that needs it starts it.
  case noLocalService
  /// The local service is there and does not answer in time.
  case silentLocalService(Endpoint)
  /// The local service runs and is well.
  case localService(Endpoint)
  /// The local service runs and is not well: an HTTP status, and what it complains about.
  case ailingLocalService(Endpoint, status: Int, complaints: [String])

  /// What the user should know about the connection.
  case connectionRemark(ConfigurationError)
  /// Nothing can be connected to.
  case noConnection(ConfigurationError)

  /// Somebody answers; with which HTTP status and how fast, where that is known.
  case endpoint(Endpoint, isEncrypted: Bool, status: Int?, latency: Duration)
  /// So many of some connections that were opened at once were answered; how long the last one took.
  case connections(answered: Int, of: Int, slowest: Duration)
  /// How far the service's clock is ahead of this machine's.
  case clock(ahead: Duration)
  /// Where the credentials come from.
  case credentials(CredentialOrigin)
  /// The project, which was named.
  case project(id: String)
  /// The project, which was found by a name.
  case foundProject(id: String, name: String)
  /// The version that is spoken, and those that are offered; `nil` without a list.
  case versions(spoken: APIGeneration, offered: [String]?)
  /// Tasks may be listed; whether one of them was read as well, as there is one.
  case tasks(isOneRead: Bool)
  /// So many tasks could not be read; why the first one could not.
  case unreadableTasks(Int, first: String)
  /// Not all of the tasks' members could be used.
  case leftOut(LeftOut)
  /// The most tasks of the account that may run at the same time.
  case quota(runningTasks: Int)
  /// The quota was not asked for, or not told.
  case noQuota(QuotaGap)
  /// The zone in which the service counts the hours of bandwidth windows.
  case windowZone(WindowZone)
  /// The service does not tell that zone.
  case noWindowZone
  /// What a probe of a store found.
  case store(StoreFinding)
  /// The call of a check failed.
  case failed(Check, APIProblem)
}

/// Why nobody knows a quota.
package enum QuotaGap: Equatable, Sendable, CaseIterable {
  /// Only the project is known, and quotas are the account's.
  case unknownAccount
  /// The service has no call that tells it.
  case noCall
}
