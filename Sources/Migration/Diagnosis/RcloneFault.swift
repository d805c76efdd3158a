/// Why there is no rclone that the local service can use.
public enum RcloneFault: Error, Equatable, Sendable {
  /// The oldest version that will do: older ones give up all objects that are named when one of
  /// them cannot be looked at.
  package static let oldest = (major: 1, minor: 75)

  /// There is none.
  case missing
  /// `FERRY_RCLONE` names something that is no program.
  case notAProgram(path: String)
  /// The program does not answer as rclone does.
  case foreign(path: String)
  /// It is too old.
  case tooOld(path: String, version: String)
}
