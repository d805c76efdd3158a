import Migration

/// One end of an order as rclone takes it: a path on the command line, everything else, and above
/// all the keys, in the environment.
struct RcloneRemote {
  /// What the remote is called in the environment and on the command line.
  enum Role: String {
    case source = "ferrysource"
    case destination = "ferrydestination"
  }

  /// The path on the command line; nothing secret.
  let path: String
  /// The variables that describe the remote, secrets included.
  let environment: [String: String]
  /// Whether the remote is one of the user's own rclone configuration.
  let isConfiguredByUser: Bool

  /// The remote for `end`.
  ///
  /// - Throws: When its provider cannot be moved.
  init(_ end: MoveEnd, as role: Role) throws(MoverProblem) {
    let location = end.location
    let folder = location.folder
    let suffix = folder.isEmpty ? "" : "/" + ObjectName.spell(folder)

    switch location.provider {
    case "Rclone":
      path =
        location.bucket + (location.bucket.hasSuffix(":") ? String(suffix.dropFirst()) : suffix)
      environment = [:]
      isConfiguredByUser = true
    case "Local":
      path = "\(role.rawValue):\(ObjectName.spell(location.bucket))\(suffix)"
      environment = Self.variables(role, ["type": "local", "skip_links": "true"])
      isConfiguredByUser = false
    default:
      path = "\(role.rawValue):\(location.bucket)\(suffix)"
      guard var options = CloudProvider.options(for: location.storage, keys: end.keys) else {
        throw MoverProblem(
          role == .source ? .source : .destination,
          "\(location.provider) cannot be moved by this service")
      }
      options["no_check_bucket"] = options["type"] == "s3" ? "true" : nil
      environment = Self.variables(role, options)
      isConfiguredByUser = false
    }
  }

  private static func variables(_ role: Role, _ options: [String: String]) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: options.map { name, value in
        ("RCLONE_CONFIG_\(role.rawValue.uppercased())_\(name.uppercased())", value)
      })
  }
}
