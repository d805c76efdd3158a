import Migration

/// What a location must be, so that rclone reads it as what its owner means.
struct LocationRules {
  /// The location.
  let location: StorageLocation
  /// Which side it is.
  let role: CheckedLocation.Role

  /// Refuses a bucket or a region that cannot be meant, and a provider that cannot be moved.
  func everything() throws(LocationProblem) {
    let (bucket, region) = (location.bucket, location.region)
    guard CloudProvider.isServed(location.provider) else {
      throw problem(.provider, "is not supported")
    }
    guard location.provider != "URLSource" else {
      // Addresses are in no bucket; where they are read from is for the run to say.
      guard role == .source else { throw problem(.provider, "cannot be written to") }
      guard bucket.isEmpty else { throw problem(.bucket, "must be left out") }
      return
    }
    guard !bucket.isEmpty, !bucket.utf8.contains(0) else {
      throw problem(.bucket, "must be a usable name")
    }
    guard location.keys.allSatisfy({ !$0.utf8.contains(0) }) else {
      throw problem(.key, "must not hold a zero byte")
    }
    switch location.provider {
    case "Local":
      guard bucket.hasPrefix("/") else {
        throw problem(.bucket, "must be an absolute directory")
      }
      try refuseClimbing(bucket, .bucket)
    case "Rclone":
      guard isConfiguredRemote else {
        throw problem(.bucket, "must be REMOTE:BUCKET with a configured remote")
      }
      try refuseClimbing(bucket, .bucket)
    default:
      guard !bucket.contains("/"), ![".", ".."].contains(bucket) else {
        throw problem(.bucket, "must be the bucket's name alone")
      }
      try checkRegion(region)
    }
  }

  /// The folder at a destination, without slashes at its ends.
  func folder() throws(LocationProblem) -> String {
    let key = location.keys.first ?? ""
    let folder = String(key.drop { $0 == "/" }.reversed().drop { $0 == "/" }.reversed())
    let names = folder.split(separator: "/", omittingEmptySubsequences: false)
    guard folder.isEmpty || !names.contains("") else {
      throw problem(.key, "must not hold an empty name")
    }
    try refuseClimbing(folder, .key)
    return folder
  }

  /// A remote that is made up on the spot, such as `:local:/etc` or `name,option=value:`, could reach
  /// anything, and so could those that the service itself makes for each run.
  private var isConfiguredRemote: Bool {
    let parts = location.bucket.split(
      separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let first = parts[0].first,
      first.isLetter || first.isNumber || first == "_",
      !CheckedLocation.Role.allCases.map(\.remote).contains(parts[0].lowercased())
    else { return false }
    return parts[0].allSatisfy { $0.isLetter || $0.isNumber || "_-.+@ ".contains($0) }
  }

  /// Regions become part of a host name; the endpoint of an `S3` store is a URL of its own.
  private func checkRegion(_ region: String) throws(LocationProblem) {
    guard location.provider == "S3" else {
      let isName = region.utf8.allSatisfy {
        (97...122).contains($0) || (48...57).contains($0) || $0 == 45
      }
      guard isName else { throw problem(.region, "must be a region's name") }
      return
    }
    guard (try? S3Store(region)) != nil else {
      let form =
        "the endpoint's http or https address, perhaps with ?region=R&addressing=path|virtual"
      throw problem(.region, "must be \(form)")
    }
  }

  private func refuseClimbing(_ path: String, _ part: LocationProblem.Part) throws(LocationProblem)
  {
    guard !path.split(separator: "/").contains(where: { $0 == ".." || $0 == "." }) else {
      throw problem(part, "must not hold . or .. as a name")
    }
  }

  private func problem(_ part: LocationProblem.Part, _ words: String) -> LocationProblem {
    LocationProblem(role: role, part: part, words: words)
  }
}
