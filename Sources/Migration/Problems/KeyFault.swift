/// Who was to give keys; it holds nothing that nobody may see.
public enum KeyHolder: Equatable, Sendable {
  /// The profile of this name.
  case profile(String)
  /// The store of the configuration whose locations begin so.
  case store(match: String)
}

/// Why there are no keys where they were to come from; never what was found instead, which may be a
/// part of a key.
public enum KeyFault: Error, Equatable, Sendable {
  /// The command did not end well.
  case command(CommandTrouble)
  /// The command printed something that is not a key, its secret and perhaps a token, a line each.
  case notKeys(lines: Int)
  /// The variables of this name are not set.
  case noVariables(String)
  /// There is no rclone whose configuration could be read.
  case noRclone(RcloneFault)
  /// The configuration of rclone cannot be read.
  case remotes(CommandTrouble)
  /// The configuration of rclone has no such remote.
  case noRemote(String)
  /// The remote has no keys of the kind that the location needs.
  case keylessRemote(String, type: String)
  /// The profile of this name has no keys that open a store: it has a token, or needs nothing.
  case keylessProfile(String)
  /// What gives the keys is not as it should be.
  case unusable(ConfigurationError)
  /// The keys had to be asked for and were not given.
  case refused(APIProblem)
}
