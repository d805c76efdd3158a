/// The schemes of the cloud providers, and OMS's words for them.
private let clouds: [(scheme: String, provider: String)] = [
  ("obs", "HuaweiCloud"), ("aws", "AWS"), ("oss", "Aliyun"), ("cos", "Tencent"),
  ("qingstor", "QingCloud"), ("ks3", "KingsoftCloud"), ("bos", "Baidu"), ("qiniu", "Qiniu"),
  ("azure", "Azure"), ("google", "Google"), ("ucloud", "UCloud"),
]

extension StorageLocation {
  /// Reads a location as users write it.
  ///
  /// `local:/absolute/path`, `s3://BUCKET/PREFIX?endpoint=URL` (with `&region=R` and
  /// `&addressing=path|virtual`), `obs://BUCKET/PREFIX?region=R` and the like for `aws`, `oss`, `cos`,
  /// `qingstor`, `ks3`, `bos`, `qiniu`, `azure`, `google` and `ucloud`, `rclone:REMOTE:BUCKET/PREFIX`.
  ///
  /// - Throws: ``ConfigurationError`` that says how a location is written.
  public init(_ text: String) throws(ConfigurationError) {
    if text.hasPrefix("local:") {
      self = try Self.local(text.dropFirst(6))
    } else if text.hasPrefix("rclone:") {
      self = try Self.remote(text.dropFirst(7), in: text)
    } else if let marker = text.firstRange(of: "://") {
      self = try Self.bucket(
        scheme: String(text[..<marker.lowerBound]), rest: text[marker.upperBound...], in: text)
    } else {
      throw .location(Self.shown(text), .form)
    }
  }

  /// The schemes of stores that have buckets.
  package static let schemes = ["s3"] + clouds.map(\.scheme)

  /// OMS's word for the provider of a scheme; `nil` when there is no such scheme.
  package static func provider(ofScheme scheme: String) -> String? {
    scheme == "s3" ? "S3" : clouds.first { $0.scheme == scheme }?.provider
  }

  /// The scheme of OMS's word for a provider; `nil` for one that has no buckets or that nobody knows.
  static func scheme(ofProvider provider: String) -> String? {
    let common = commonProvider(provider)
    return common == "S3" ? "s3" : clouds.first { $0.provider == common }?.scheme
  }

  /// The one word for a provider that has several: `HEC` and `OBS` are Huawei's own cloud, and so is
  /// the destination of which v2 says nothing.
  package static func commonProvider(_ provider: String) -> String {
    ["HEC", "OBS", ""].contains(provider) ? "HuaweiCloud" : provider
  }

  private static func local(_ path: Substring) throws(ConfigurationError) -> StorageLocation {
    guard path.hasPrefix("/") else {
      throw .location(Quoted("local:\(path)"), .relativePath)
    }
    return StorageLocation(provider: "Local", bucket: String(path))
  }

  private static func remote(
    _ rest: Substring, in text: String
  ) throws(ConfigurationError) -> StorageLocation {
    guard let colon = rest.firstIndex(of: ":"), colon != rest.startIndex else {
      throw .location(shown(text), .noRemote)
    }
    let path = rest[rest.index(after: colon)...]
    let (bucket, prefix) = split(path)
    return StorageLocation(
      provider: "Rclone", bucket: rest[...colon] + bucket, keys: prefix.isEmpty ? [] : [prefix])
  }

  private static func bucket(
    scheme: String, rest: Substring, in text: String
  ) throws(ConfigurationError) -> StorageLocation {
    let mark = rest.firstIndex(of: "?") ?? rest.endIndex
    let (bucket, prefix) = split(rest[..<mark])
    let options = PercentEncoding.items(ofRawQuery: rest[mark...].dropFirst())
    guard !bucket.isEmpty else { throw .location(shown(text), .noBucket) }
    guard !bucket.contains(where: { $0 == "@" || $0 == ":" }) else {
      throw .location(shown(text), .holdsKeys)
    }
    let keys = prefix.isEmpty ? [] : [prefix]
    if scheme == "s3" {
      let store = try S3Store(options, of: shown(text))
      return StorageLocation(provider: "S3", region: store.text, bucket: bucket, keys: keys)
    }
    guard let provider = provider(ofScheme: scheme) else {
      throw .location(Quoted(scheme), .scheme(known: schemes))
    }
    if let other = options.first(where: { $0.name != "region" }) {
      throw .location(
        shown(text), .option(scheme: scheme, known: ["region"], not: Quoted(other.name)))
    }
    guard options.count < 2 else {
      throw .location(shown(text), .repeatedOption(Quoted("region")))
    }
    guard let region = options.first?.value, !region.isEmpty else {
      throw .location(shown(text), .noRegion)
    }
    return StorageLocation(provider: provider, region: region, bucket: bucket, keys: keys)
  }

  /// `text` without what may be a secret: what stands before an `@`, and the values of options.
  static func shown(_ text: String) -> Quoted {
    let place = text.prefix { $0 != "?" }
    guard let at = place.lastIndex(of: "@") else { return Quoted(place) }
    let scheme = place.firstRange(of: "://").map { place[..<$0.upperBound] } ?? ""
    return Quoted("\(scheme)***\(place[at...])")
  }

  static func split(_ path: Substring) -> (bucket: String, prefix: String) {
    let parts = path.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    return (parts.first.map(String.init) ?? "", parts.count > 1 ? String(parts[1]) : "")
  }
}
