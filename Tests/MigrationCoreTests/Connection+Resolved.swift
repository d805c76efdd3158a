import SystemPackage
import TestSupport

@testable import Migration
@testable import MigrationCore

extension Connection {
  /// The connection of a user whose home holds these files.
  static func resolved(
    _ choice: ConnectionChoice = ConnectionChoice(), config: String? = nil,
    environment: [String: String] = [:], sdkFile: String? = nil
  ) throws -> Connection {
    try TemporaryDirectory.with { directory in
      if let config { try directory.write(config, to: "config/ferry/config.yaml") }
      if let sdkFile { try directory.write(sdkFile, to: "home/.huaweicloud/credentials") }
      var environment = environment
      environment["HOME"] = directory.path.appending("home").string
      environment["XDG_CONFIG_HOME"] = directory.path.appending("config").string
      environment["XDG_RUNTIME_DIR"] = directory.path.appending("run").string
      return try Connection.resolve(choice, environment: environment)
    }
  }
}
