import Migration

/// What processes of a run inherit.
extension RcloneCommand {
  /// What of the service's environment rclone may see: never the service's own keys, and never
  /// options that somebody has set for rclone in general.
  static func inheritable(
    _ all: [String: String], usesOwnConfiguration: Bool
  ) -> [String: String] {
    guard usesOwnConfiguration else {
      return all.filter { common.contains($0.key) || common.contains($0.key.uppercased()) }
        .merging(["RCLONE_CONFIG": "", "HOME": "/nonexistent"]) { _, second in second }
    }
    return all.filter { name, _ in
      if name.hasPrefix("RCLONE_") {
        return name.hasPrefix("RCLONE_CONFIG") || name == "RCLONE_PASSWORD_COMMAND"
      }
      return !name.hasPrefix("FERRY_") && !name.hasPrefix("HUAWEICLOUD_")
    }
  }

  private static let common: Set = [
    "PATH", "TMPDIR", "TZ", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "ALL_PROXY", "SSL_CERT_FILE",
    "SSL_CERT_DIR",
  ]
}
