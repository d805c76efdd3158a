package import Migration

/// The body of a question about buckets: what opens the account, and what is asked about.
package struct V2StorageRequest: Encodable, SecretBearing {
  private let access: StorageAccess
  private var question: [V2StorageMember: Value] = [:]

  /// A value of a member.
  package enum Value {
    case text(String)
    case number(Int)
    case domain(WireSourceDomain)
    case prefixes([String])
  }

  /// A question with what opens the account.
  ///
  /// - Throws: ``APIProblem`` of kind ``APIProblem/Kind/invalid`` for temporary keys where
  ///   `takesToken` is not set: only one of the questions has a member for their token.
  package init(
    _ access: StorageAccess, takesToken: Bool = false, _ question: [V2StorageMember: Value] = [:]
  ) throws(APIProblem) {
    var unsayable = Unsayable(in: "this question to the service")
    unsayable.note("temporary keys", if: access.keys?.securityToken != nil && !takesToken)
    try unsayable.refuse()
    self.access = access
    self.question = question
  }

  package var secrets: [Secret] { access.keys?.secrets ?? [] }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: V2StorageMember.self)
    try container.encodeWords(access.provider, forKey: .provider)
    if let keys = access.keys {
      try container.encodeWords(keys.accessKey, forKey: .ak)
      try container.encodeWords(keys.secretKey.reveal(), forKey: .sk)
      try container.encodeIfPresent(keys.securityToken?.reveal(), forKey: .securityToken)
      try container.encodeIfPresent(keys.connectionString?.reveal(), forKey: .connectionString)
      try container.encodeIfPresent(keys.authFile?.reveal(), forKey: .authFile)
    }
    try container.encodeIfPresent(access.appID, forKey: .appID)
    for (member, value) in question {
      switch value {
      case .text(let text): try container.encode(text, forKey: member)
      case .number(let number): try container.encode(number, forKey: member)
      case .domain(let domain): try container.encode(domain, forKey: member)
      case .prefixes(let keys): try container.encode(["keys": keys], forKey: member)
      }
    }
  }
}

/// The members of questions about buckets.
package enum V2StorageMember: String, CodingKey {
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
}
