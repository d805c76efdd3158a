import Migration
import SystemPackage

/// Storage keys in variables whose names begin alike.
struct EnvironmentKeys {
  /// The environment.
  let environment: [String: String]
  /// What the names begin with, such as `FERRY_SOURCE`.
  let name: String

  /// The keys for a place at `provider`: `NAME_AK`, `NAME_SK` and, of temporary ones, `NAME_TOKEN`;
  /// `NAME_CONNECTION_STRING` for Azure, and for Google the file that `NAME_AUTH_FILE` names.
  ///
  /// - Returns: `nil` when no variable is set.
  /// - Throws: `ConfigurationError` for half a pair, or a file that cannot be read.
  func keys(at provider: String) throws(ConfigurationError) -> StorageKeys? {
    switch provider {
    case "Azure":
      return value("CONNECTION_STRING").map { StorageKeys(connectionString: Secret($0)) }
    case "Google":
      return try value("AUTH_FILE").map { path throws(ConfigurationError) in
        StorageKeys(authFile: try Self.content(of: path))
      }
    default:
      try KeyPair.check(
        environment, access: name + "_AK", secret: name + "_SK", token: name + "_TOKEN")
      guard let access = value("AK"), let secret = value("SK") else { return nil }
      return StorageKeys(
        accessKey: access, secretKey: Secret(secret),
        securityToken: value("TOKEN").map { Secret($0) })
    }
  }

  private func value(_ end: String) -> String? {
    environment["\(name)_\(end)"].flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func content(of path: String) throws(ConfigurationError) -> Secret {
    do {
      guard let text = try WrittenText.contents(of: FilePath(path)) else {
        throw Errno.noSuchFileOrDirectory
      }
      return Secret(text)
    } catch {
      throw .file(path: path, .unreadable(reason: "\(error)".lowercased()))
    }
  }
}
