import Migration

/// Refuses locations that rclone would read as something else than what their owner means.
struct LocationCheck {
  /// The location.
  let location: StorageLocation
  /// Which side it is, for the words.
  let role: RcloneRemote.Role

  /// Throws when the bucket or the region cannot be meant.
  func everything() throws(MoverProblem) {
    let texts = [location.bucket, location.region] + location.keys
    guard !location.bucket.isEmpty, texts.allSatisfy({ !$0.utf8.contains(0) }) else {
      throw problem("there is no usable bucket name")
    }
    switch location.provider {
    case "Local":
      guard location.bucket.hasPrefix("/"), !climbs(location.bucket) else {
        throw problem("“\(shown(location.bucket))” is not an absolute directory")
      }
    case "Rclone":
      guard isConfiguredRemote, !climbs(location.bucket) else {
        throw problem("“\(shown(location.bucket))” is not REMOTE:BUCKET")
      }
    default:
      guard !location.bucket.contains("/"), ![".", ".."].contains(location.bucket) else {
        throw problem("“\(shown(location.bucket))” is not a bucket name")
      }
      guard isRegion else { throw problem("“\(shown(location.region))” is not a region") }
    }
  }

  /// The folder at a destination, without slashes at its ends; empty means the bucket itself.
  func folder() throws(MoverProblem) -> String {
    let key = location.keys.first ?? ""
    let folder = String(key.drop { $0 == "/" }.reversed().drop { $0 == "/" }.reversed())
    let names = folder.split(separator: "/", omittingEmptySubsequences: false)
    guard folder.isEmpty || !names.contains(""), !climbs(folder) else {
      throw problem("the folder “\(shown(key))” would lie outside of the bucket")
    }
    return folder
  }

  /// A problem that names this side.
  func problem(_ what: String) -> MoverProblem {
    switch role {
    case .source: MoverProblem("The source cannot be read: \(what).", code: "TRF.0155")
    case .destination: MoverProblem("The destination cannot be used: \(what).", code: "TRF.0058")
    }
  }

  /// A remote that is spelled out on the command line could carry options, and keys among them.
  private var isConfiguredRemote: Bool {
    let parts = location.bucket.split(
      separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let first = parts[0].first, first != "-", first != " ",
      RcloneRemote.Role(rawValue: parts[0].lowercased()) == nil
    else { return false }
    return parts[0].allSatisfy { $0.isLetter || $0.isNumber || "_-.+@ ".contains($0) }
  }

  /// Regions become part of a host name; the endpoint of an `S3` store is a URL of its own.
  private var isRegion: Bool {
    guard location.provider == "S3" else {
      return location.region.utf8.allSatisfy {
        (97...122).contains($0) || (48...57).contains($0) || $0 == 45
      }
    }
    return (try? S3Store(location.region)) != nil
  }

  private func climbs(_ path: String) -> Bool {
    path.split(separator: "/").contains { $0 == ".." || $0 == "." }
  }

  private func shown(_ text: String) -> String {
    ObjectName.spell(text)
  }
}
