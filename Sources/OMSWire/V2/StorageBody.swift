package import Migration

/// What is asked about buckets.
package enum StorageQuestion: Equatable, Sendable {
  /// Which buckets there are.
  case buckets
  /// What a folder holds, which ends in `/` and is empty for the bucket itself: so many objects after
  /// `marker`.
  case objects(bucket: String, region: String, folder: String, marker: String, limit: Int)
  /// Where a bucket is.
  case region(bucket: String)
  /// Whether there are objects whose names begin with `prefix`.
  case prefix(String, bucket: String, region: String)
  /// Whether a bucket can be read through a domain, which wants `key`.
  case domain(SourceDomain, key: Secret?, source: StorageLocation)
  /// Whether a file is a list of addresses.
  case list(ListFile, region: String)
}

/// The members of questions about buckets.
package enum StorageMember: String, WireMember {
  case ak, sk, region, bucket, prefix
  case provider = "cloud_type"
  case securityToken = "security_token"
  case connectionString = "connection_string"
  case authFile = "json_auth_file"
  case appID = "app_id"
  case bucketName = "bucket_name"
  case dataCenter = "data_center"
  case filePath = "file_path"
  case fileName = "file_name"
  case pageSize = "page_size"
  case behindName = "behind_filename"
  case sourceDomain = "source_cdn"
  case listBucket = "obs_bucket"
  case listKey = "list_file_key"

  package static let names = MemberNames<StorageMember> { $0.rawValue }
}

extension WireBody {
  /// The body of a question about buckets.
  ///
  /// - Throws: ``APIProblem`` of kind ``APIProblem/Kind/invalid`` for temporary keys where the question
  ///   has no member for their token.
  package static func question(
    _ question: StorageQuestion, _ access: StorageAccess
  ) throws(APIProblem) -> WireBody {
    var takesToken = false
    if case .prefix = question { takesToken = true }
    var unsayable = Unsayable(in: .storageQuestion)
    unsayable.note(.temporaryKeys, if: access.keys?.securityToken != nil && !takesToken)
    try unsayable.refuse()
    return WireBody { writer in
      writer.object(StorageMember.self) { members in
        members.write(access)
        members.write(question)
      }
    }
  }
}

extension MemberWriter where Member == StorageMember {
  fileprivate mutating func write(_ access: StorageAccess) {
    write(.provider, words: access.provider)
    if let keys = access.keys {
      write(.ak, words: keys.accessKey)
      if !keys.secretKey.isEmpty { write(.sk, keys.secretKey) }
      write(.securityToken, keys.securityToken)
      write(.connectionString, keys.connectionString)
      write(.authFile, keys.authFile)
    }
    write(.appID, access.appID)
  }

  fileprivate mutating func write(_ question: StorageQuestion) {
    switch question {
    case .buckets: break
    case .objects(let bucket, let region, let folder, let marker, let limit):
      write(.bucketName, bucket)
      write(.dataCenter, region)
      write(.filePath, folder)
      write(.behindName, marker)
      write(.pageSize, limit)
    case .region(let bucket): write(.bucketName, bucket)
    case .prefix(let prefix, let bucket, let region):
      write(.bucketName, bucket)
      write(.dataCenter, region)
      write(.fileName, prefix)
    case .domain(let domain, let key, let source):
      write(.region, source.region)
      write(.bucket, source.bucket)
      write(.sourceDomain) { $0.write(domain, key: key) }
      guard !source.keys.isEmpty else { return }
      write(.prefix) { writer in
        writer.object(ObjectKeysMember.self) { $0.write(.keys, source.keys) }
      }
    case .list(let file, let region):
      write(.listBucket, file.bucket)
      write(.listKey, file.key)
      write(.region, region)
    }
  }
}
