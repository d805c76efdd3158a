import Migration

/// The members of one side of a task, in requests and answers of v1.
enum V1NodeKeys: String, CodingKey {
  case region, ak, sk, bucket
  case cloudType = "cloud_type"
  case objectKey = "object_key"
  case listFile = "list_file"
  case appID = "app_id"
}

extension KeyedDecodingContainer<V1NodeKeys> {
  /// The source of a task, whose selection is usually a list.
  var source: StorageLocation {
    location(keys: lenient(WireObjectKeys.self, .objectKey)?.keys ?? [])
  }

  /// The destination of a task, whose folder is usually a text.
  var destination: StorageLocation {
    if let folder = lenient(String.self, .objectKey) {
      return location(keys: WireObjectKeys.withoutWholeBucket([folder]))
    }
    return source
  }

  private func location(keys: [String]) -> StorageLocation {
    StorageLocation(
      provider: WireProvider.usual(text(.cloudType)), region: text(.region),
      bucket: text(.bucket), keys: keys)
  }
}

extension KeyedEncodingContainer<V1NodeKeys> {
  /// Writes one side; what is empty is left out.
  mutating func encode(_ location: StorageLocation, keys: StorageKeys?) throws {
    try encodeWords(location.provider, forKey: .cloudType)
    try encodeWords(location.region, forKey: .region)
    try encodeIfPresent(keys?.accessKey, forKey: .ak)
    try encodeIfPresent(keys?.secretKey.reveal(), forKey: .sk)
    try encodeWords(location.bucket, forKey: .bucket)
  }
}
