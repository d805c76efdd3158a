import FoundationEssentials
import Migration
import MigrationCore
import MigrationService
import Subprocess
import SystemPackage

/// Keys that the user's own configuration of rclone has for a remote.
///
/// rclone itself reads it, so that an encrypted one, or one elsewhere, is read too. None of the options
/// that are keys is obscured there. What comes back is kept in memory alone.
enum RcloneKeys {
  private static let mostBytes = 4 << 20
  private static let limit = Duration.seconds(60)

  /// The keys of the remote `name` for a place such as `location`.
  ///
  /// - Throws: `KeyFault` when the configuration cannot be read, or has no such keys.
  @Sendable static func keys(
    of name: String, for location: StorageLocation
  ) async throws(KeyFault) -> StorageKeys {
    guard let options = try await remotes()[name] else { throw .noRemote(name) }
    let type = options["type"] ?? "?"
    let keys: StorageKeys?
    do throws(ConfigurationError) {
      keys = try self.keys(in: options, type: type, of: name, at: location.provider)
    } catch {
      throw .unusable(error)
    }
    guard let keys else { throw .keylessRemote(name, type: type) }
    return keys
  }

  /// The keys that the options of a remote hold; `nil` when there are none of the provider's kind.
  private static func keys(
    in options: [String: String], type: String, of name: String, at provider: String
  ) throws(ConfigurationError) -> StorageKeys? {
    func value(_ option: String) -> Secret? {
      options[option].flatMap { $0.isEmpty ? nil : Secret($0) }
    }
    switch (type, provider) {
    case ("azureblob", "Azure"):
      return value("connection_string").map { StorageKeys(connectionString: $0) }
    case ("google cloud storage", "Google"):
      if let text = value("service_account_credentials") { return StorageKeys(authFile: text) }
      guard let path = value("service_account_file")?.reveal() else { return nil }
      let bytes = try TextInput.bytes(of: path)
      return StorageKeys(authFile: Secret(String(decoding: bytes, as: UTF8.self)))
    case (_, "Azure"), (_, "Google"): return nil
    case ("s3", _), ("qingstor", _):
      let names = (access: "access_key_id", secret: "secret_access_key", token: "session_token")
      try KeyPair.check(
        options, access: names.access, secret: names.secret, token: names.token,
        in: "rclone remote '\(name)': ")
      guard let access = value(names.access), let secret = value(names.secret) else { return nil }
      return StorageKeys(
        accessKey: access.reveal(), secretKey: secret, securityToken: value(names.token))
    default: return nil
    }
  }

  private static func remotes() async throws(KeyFault) -> [String: [String: String]] {
    let program: RcloneProgram
    do throws(RcloneFault) {
      program = try await RcloneProgram.find()
    } catch {
      throw .noRclone(error)
    }
    let bytes: [UInt8]
    do throws(CommandTrouble) {
      bytes = try await UserCommand.run(within: limit) {
        let outcome = try await Subprocess.run(
          .path(program.path), arguments: ["config", "dump", "--ask-password=false"],
          platformOptions: UserCommand.options, input: .none, output: .bytes(limit: mostBytes),
          error: .discarded)
        return (outcome.terminationStatus, outcome.standardOutput)
      }
    } catch {
      throw .remotes(error)
    }
    do {
      return try JSONDecoder().decode([String: [String: String]].self, from: Data(bytes))
    } catch {
      throw .remotes(.notRun(reason: "its answer is not a list of remotes"))
    }
  }
}
