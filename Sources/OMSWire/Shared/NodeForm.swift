import Migration

/// The members of one side of a task or group, in requests and answers.
package enum NodeMember: String, WireMember {
  case region, ak, sk, bucket
  case cloudType = "cloud_type"
  case securityToken = "security_token"
  case connectionString = "connection_string"
  case authFile = "json_auth_file"
  case appID = "app_id"
  case objectKey = "object_key"
  case listFile = "list_file"
  /// The target folder in v2; v1 has it in `object_key`.
  case savePrefix = "save_prefix"

  package static let names = MemberNames<NodeMember> { $0.rawValue }
}

/// One side of a task or group, and what of its settings stands there.
struct Node {
  var location = StorageLocation()
  var listFile: ListFile?
  var appID: String?

  /// Reads a side; `nil` when it is no object.
  init?(
    _ reader: inout WireReader, isDestination: Bool, in dialect: TaskDialect
  ) throws(WireProblem) {
    guard var members = try reader.members(NodeMember.self) else { return nil }
    let keys: NodeMember = isDestination && !dialect.isFirst ? .savePrefix : .objectKey
    while let member = try members.next(&reader) {
      switch member {
      case .region: location.region = try reader.text() ?? ""
      case .bucket: location.bucket = try reader.text() ?? ""
      case .cloudType: location.provider = WireProvider.usual(try reader.text() ?? "")
      case keys: location.keys = try reader.objectKeys()
      case .listFile: listFile = try WireForm.listFile.read(&reader)
      case .appID: appID = try reader.words()
      case .ak, .sk, .securityToken, .connectionString, .authFile, .objectKey, .savePrefix: break
      }
    }
  }
}

extension MemberWriter where Member == NodeMember {
  /// Writes a side as answers have it, without keys; `[""]` or `/` stands for the whole bucket.
  mutating func writeAnswer(
    _ location: StorageLocation, _ settings: TaskSettings?, in dialect: TaskDialect
  ) {
    write(.region, location.region)
    write(.bucket, location.bucket)
    // v2 leaves it to be understood that a destination is at the provider whose service answers.
    if settings != nil || dialect.isFirst || !WireProvider.isOwn(location.provider) {
      write(.cloudType, location.provider)
    }
    let whole = dialect.isFirst ? "/" : ""
    if let settings {
      write(.objectKey, location.keys.isEmpty ? [whole] : location.keys)
      if let file = settings.listFile {
        write(.listFile) { WireForm.listFile.write(file, &$0) }
      } else if !dialect.isFirst {
        writeNull(.listFile)
      }
      write(.appID, settings.appID ?? (dialect.isFirst ? nil : ""))
    } else {
      write(dialect.isFirst ? .objectKey : .savePrefix, location.keys.first ?? whole)
    }
  }

  /// Writes where a side is and what opens it; what is empty is left out.
  mutating func writeRequest(_ location: StorageLocation, keys: StorageKeys?) {
    write(.region, words: location.region)
    write(.bucket, words: location.bucket)
    guard let keys else { return }
    write(.ak, words: keys.accessKey)
    if !keys.secretKey.isEmpty { write(.sk, keys.secretKey) }
    write(.securityToken, keys.securityToken)
    write(.connectionString, keys.connectionString)
    write(.authFile, keys.authFile)
  }
}
