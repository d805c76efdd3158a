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
  /// - Parameters:
  ///   - end: The place and its keys.
  ///   - role: Which side it is.
  ///   - keepsNames: Whether the destination can have every name that the source can have.
  /// - Throws: When its provider cannot be moved.
  init(_ end: MoveEnd, as role: Role, keepsNames: Bool) throws(MoverProblem) {
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
      var options = ["type": "local", "skip_links": "true"]
      if keepsNames { options["encoding"] = Self.exact }
      environment = Self.variables(role, options)
      isConfiguredByUser = false
    default:
      path = "\(role.rawValue):\(location.bucket)\(suffix)"
      guard var options = CloudProvider.options(for: location.storage, keys: end.keys) else {
        throw MoverProblem(
          role == .source ? .source : .destination,
          "\(location.provider) cannot be moved by this service")
      }
      if options["type"] == "s3" {
        options["no_check_bucket"] = "true"
        if keepsNames { options["encoding"] = Self.exact }
      }
      environment = Self.variables(role, options)
      isConfiguredByUser = false
    }
  }

  /// By itself rclone takes `‛`, `．` and their like in a name for marks of its own, does not find such
  /// a file, and gives `.` another name.
  private static let exact = "Raw"

  private static func variables(_ role: Role, _ options: [String: String]) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: options.map { name, value in
        ("RCLONE_CONFIG_\(role.rawValue.uppercased())_\(name.uppercased())", value)
      })
  }
}
