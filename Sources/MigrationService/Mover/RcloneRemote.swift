import Migration

/// One end of an order as rclone takes it: a path on the command line, everything else, and above
/// all the keys, in the environment.
struct RcloneRemote {
  /// The path on the command line; nothing secret.
  let path: String
  /// The variables that describe the remote, secrets included.
  let environment: [String: String]
  /// Whether the remote is one of the user's own rclone configuration.
  let isConfiguredByUser: Bool

  /// The remote for `end`.
  ///
  /// - Parameters:
  ///   - end: The place and its keys.
  ///   - keepsNames: Whether the destination can have every name that the source can have.
  /// - Throws: When its provider cannot be moved.
  init(_ end: MoveEnd, keepsNames: Bool) throws(MoverProblem) {
    let location = end.location
    let name = location.role.remote
    let folder = location.folder
    let suffix = folder.isEmpty ? "" : "/" + ObjectName.spell(folder)

    switch location.provider {
    case "Rclone":
      path =
        location.bucket + (location.bucket.hasSuffix(":") ? String(suffix.dropFirst()) : suffix)
      environment = [:]
      isConfiguredByUser = true
    case "Local":
      path = "\(name):\(ObjectName.spell(location.bucket))\(suffix)"
      var options = ["type": "local", "skip_links": "true"]
      if keepsNames { options["encoding"] = Self.exact }
      environment = Self.variables(name, options)
      isConfiguredByUser = false
    default:
      var slash = ""
      guard var options = CloudProvider.options(for: location.storage, keys: end.keys) else {
        throw MoverProblem(
          location.role, "\(location.provider) cannot be moved by this service")
      }
      if options["type"] == "s3" {
        options["no_check_bucket"] = "true"
        // Without the slash rclone looks whether there is an object of the bare name, which keys for
        // the folder may not do.
        if !suffix.isEmpty { slash = "/" }
        if keepsNames { options["encoding"] = Self.exact }
      }
      path = "\(name):\(location.bucket)\(suffix)\(slash)"
      environment = Self.variables(name, options)
      isConfiguredByUser = false
    }
  }

  /// By itself rclone takes `‛`, `．` and their like in a name for marks of its own, does not find such
  /// a file, and gives `.` another name.
  private static let exact = "Raw"

  private static func variables(
    _ remote: String, _ options: [String: String]
  ) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: options.map { name, value in
        ("RCLONE_CONFIG_\(remote.uppercased())_\(name.uppercased())", value)
      })
  }
}
