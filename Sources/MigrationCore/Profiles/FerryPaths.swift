package import SystemPackage

/// Where Ferry keeps its files, after the XDG base directory rules.
package struct FerryPaths: Equatable, Sendable {
  /// The configuration, written by the user.
  package let configuration: FilePath
  /// The directory for what has to last: `service.db`, `journal.jsonl`, `ferry.log`.
  package let state: FilePath
  /// The Unix socket of the local service.
  package let socket: FilePath
  /// The credentials file of the official SDKs.
  package let sdkCredentials: FilePath

  /// The paths that `environment` asks for.
  ///
  /// A relative XDG path is ignored, as the rules demand.
  package init(environment: [String: String]) {
    let home = FilePath(environment["HOME"] ?? "/")
    func directory(_ variable: String) -> FilePath? {
      environment[variable].map { FilePath($0) }.flatMap { $0.isAbsolute ? $0 : nil }
    }
    let config = directory("XDG_CONFIG_HOME") ?? home.appending(".config")
    configuration = config.appending("ferry").appending("config.yaml")
    state =
      (directory("XDG_STATE_HOME") ?? home.appending(".local").appending("state")).appending(
        "ferry")
    socket =
      directory("XDG_RUNTIME_DIR").map { $0.appending("ferry").appending("ferry.sock") }
      ?? home.appending(".local").appending("state").appending("ferry").appending("ferry.sock")
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
  /// The log of a service that was started in the background.
  package var log: FilePath { state.appending("ferry.log") }
}
