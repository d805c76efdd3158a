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
  ///   - more: Options for a store that speaks S3.
  ///   - origin: Where what is written to it comes from; `nil` for an end that is read.
  /// - Throws: When its provider cannot be moved.
  init(
    _ end: MoveEnd, _ more: [String: String] = [:], writtenFrom origin: MoveEnd? = nil
  ) throws(MoverProblem) {
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
    case "URLSource":
      path = "\(name):"
      environment = Self.variables(name, ["type": "http", "url": location.region])
      isConfiguredByUser = false
    case "Local":
      path = "\(name):\(ObjectName.spell(location.bucket))\(suffix)"
      var options = ["type": "local", "skip_links": "true"]
      options["encoding"] = Self.encoding(ofDirectoryWrittenFrom: origin)
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
        options.merge(more) { _, chosen in chosen }
        // Without the slash rclone looks whether there is an object of the bare name, which keys for
        // the folder may not do.
        if !suffix.isEmpty { slash = "/" }
        options["encoding"] = Self.exact
        // By itself rclone looks at each object that it has written.
        if !end.seesObjects { options["no_head"] = "true" }
      }
      path = "\(name):\(location.bucket)\(suffix)\(slash)"
      environment = Self.variables(name, options)
      isConfiguredByUser = false
    }
  }

  /// By itself rclone takes `‛`, `．` and their like in a name for marks of its own, does not find such
  /// a file, and gives `.` another name.
  private static let exact = "Raw"

  /// Which names of `origin` a directory has under another name, as rclone's list of them.
  ///
  /// A key of a store may have parts that a directory cannot have, or that lead out of it: `.` and `..`.
  /// rclone's own names for stores that it does not read exactly have slashes within a part as well,
  /// and against these stands what it does by itself.
  private static func encoding(ofDirectoryWrittenFrom origin: MoveEnd?) -> String? {
    guard let origin, origin.location.provider != "Local" else { return exact }
    let options = CloudProvider.options(for: origin.location.storage, keys: origin.keys)
    return options?["type"] == "s3" ? "Dot" : nil
  }

  private static func variables(
    _ remote: String, _ options: [String: String]
  ) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: options.map { name, value in
        ("RCLONE_CONFIG_\(remote.uppercased())_\(name.uppercased())", value)
      })
  }
}
