import Migration

/// Where a bucket answers requests that are not rclone's.
struct S3Address: Equatable, Sendable {
  /// The bucket's address, `https://HOST/BUCKET`.
  let bucket: String
  /// The host with its port, as requests name it.
  let host: String
  /// The path of the bucket.
  let path: String
  /// The region that signatures name.
  let region: String

  /// The address of the bucket at `location`; `nil` for a store that is not asked by path.
  init?(_ location: StorageLocation) {
    let endpoint: String
    switch StorageLocation.commonProvider(location.provider) {
    case "S3":
      guard let store = try? S3Store(location.region), store.addressing != .virtual else {
        return nil
      }
      endpoint = store.endpoint.description
      region = store.region ?? "us-east-1"
    case "AWS":
      let end = location.region.hasPrefix("cn-") ? ".com.cn" : ".com"
      endpoint = "https://s3.\(location.region).amazonaws\(end)"
      region = location.region
    case "HuaweiCloud":
      endpoint = "https://\(Region.host(of: "obs", in: location.region))"
      region = location.region
    default: return nil
    }
    let parts = endpoint.split(separator: "/")
    guard parts.count >= 2, parts[0].lowercased() == "http:" || parts[0].lowercased() == "https:"
    else { return nil }
    host = parts[1].lowercased()
    let names = parts.dropFirst(2).map { String($0) } + [PercentEncoding.encoded(location.bucket)]
    path = "/" + names.joined(separator: "/")
    bucket = "\(parts[0].lowercased())//\(host)\(path)"
  }
}
