package import SystemPackage

/// Where Ferry keeps its files, after the XDG base directory rules.
package struct FerryPaths: Equatable, Sendable {
  /// The configuration, written by the user.
  package let configuration: FilePath
  /// The directory for what has to last: `service.db`, `journal.jsonl`, `ferry.log`.
  package let state: FilePath
  /// The Unix socket of the local service.
  package let socket: FilePath
  /// The directory of `XDG_RUNTIME_DIR`, where that is somebody else's or cannot be made, so that the
  /// socket is elsewhere; `nil` where it is as it should be.
  package let unusableRuntimeDirectory: FilePath?
  /// The credentials file of the official SDKs.
  package let sdkCredentials: FilePath

  /// The paths that `environment` asks for.
  ///
  /// A relative XDG path is ignored, as the rules demand, and so is a directory for sockets that the
  /// user cannot use.
  package init(environment: [String: String]) {
    let home = UserHome.path(environment)
    func directory(_ variable: String) -> FilePath? {
      environment[variable].map { FilePath($0) }.flatMap { $0.isAbsolute ? $0 : nil }
    }
    let config = directory("XDG_CONFIG_HOME") ?? home.appending(".config")
    configuration = config.appending("ferry").appending("config.yaml")
    let usualState = home.appending(".local").appending("state")
    state = (directory("XDG_STATE_HOME") ?? usualState).appending("ferry")
    let runtime = directory("XDG_RUNTIME_DIR")
    let usable = runtime.flatMap { UserHome.isUsable($0) ? $0 : nil }
    unusableRuntimeDirectory = usable == nil ? runtime : nil
    // Accounts of services have a home that is not there.
    let state = UserHome.isThere(home) ? usualState : directory("XDG_STATE_HOME") ?? usualState
    socket = (usable ?? state).appending("ferry").appending("ferry.sock")
    sdkCredentials =
      environment["HUAWEICLOUD_SDK_CREDENTIALS_FILE"].map { FilePath($0) }
      ?? home.appending(".huaweicloud").appending("credentials")
  }

  /// The memory of which versions of the API services speak.
  package var versions: FilePath { state.appending("api-versions.json") }
  /// The memory of which keys were refused.
  package var refusals: FilePath { state.appending("refused-keys.json") }
  /// The action journal.
  package var journal: FilePath { state.appending("journal.jsonl") }
  /// What was seen to happen to tasks.
  package var seen: FilePath { state.appending("seen.jsonl") }
  /// The memory of when somebody last looked at tasks.
  package var looks: FilePath { state.appending("looks.json") }
  /// The log of a service that was started in the background.
  package var log: FilePath { state.appending("ferry.log") }
}
