import Migration

/// The members of one side of a task or group, in requests and answers of v2.
enum V2NodeKeys: String, CodingKey {
  case region, ak, sk, bucket
  case cloudType = "cloud_type"
  case securityToken = "security_token"
  case connectionString = "connection_string"
  case authFile = "json_auth_file"
  case appID = "app_id"
  case objectKey = "object_key"
  case listFile = "list_file"
  case savePrefix = "save_prefix"
}

extension KeyedDecodingContainer<V2NodeKeys> {
  /// The source of a task or group.
  var source: StorageLocation {
    location(keys: lenient(WireObjectKeys.self, .objectKey)?.keys ?? [])
  }

  /// The destination of a task or group.
  var destination: StorageLocation {
    location(keys: WireObjectKeys.withoutWholeBucket([text(.savePrefix)]))
  }

  private func location(keys: [String]) -> StorageLocation {
    StorageLocation(
      provider: WireProvider.usual(text(.cloudType)), region: text(.region),
      bucket: text(.bucket), keys: keys)
  }
}

extension KeyedEncodingContainer<V2NodeKeys> {
  /// Writes where a side is and what opens it; what is empty is left out.
  mutating func encode(_ location: StorageLocation, keys: StorageKeys?) throws {
    try encodeWords(location.region, forKey: .region)
    try encodeWords(location.bucket, forKey: .bucket)
    guard let keys else { return }
    try encodeWords(keys.accessKey, forKey: .ak)
    try encodeWords(keys.secretKey.reveal(), forKey: .sk)
    try encodeIfPresent(keys.securityToken?.reveal(), forKey: .securityToken)
    try encodeIfPresent(keys.connectionString?.reveal(), forKey: .connectionString)
    try encodeIfPresent(keys.authFile?.reveal(), forKey: .authFile)
  }
}
