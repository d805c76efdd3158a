import Migration
import OMSWire

/// The members of a request that bring the keys of one side.
struct KeyMembers<Member: CaseIterable & Equatable & Sendable> {
  /// The pair.
  let pair: (accessKey: Member, secretKey: Member)
  /// The token of a temporary pair.
  let token: Member
  /// What opens an account at Azure alone.
  let connectionString: Member
  /// What opens an account at Google alone.
  let authFile: Member

  /// Reads them, whatever is needed of them; v1 has the pair alone.
  ///
  /// - Throws: The code for the first member that is wrong.
  func read(_ body: Members<Member>, in dialect: TaskDialect) throws(ServiceError) -> StorageKeys {
    var keys = StorageKeys(
      accessKey: try body.text(pair.accessKey, upTo: 100) ?? "",
      secretKey: Secret(try body.text(pair.secretKey, upTo: 100) ?? ""))
    guard !dialect.isFirst else { return keys }
    keys.securityToken = try body.secret(token, upTo: 16384)
    keys.connectionString = try body.secret(connectionString, upTo: 16384)
    keys.authFile = try body.secret(authFile, upTo: 65536)
    return keys
  }

  /// What of `keys` opens `location`; `nil` where nothing is needed.
  ///
  /// - Parameters:
  ///   - keys: What has come.
  ///   - location: The place.
  ///   - missing: The refusal of a request in which a member is missing.
  /// - Returns: The keys.
  /// - Throws: What `missing` makes of the first member that is needed and not there.
  func needed(
    _ keys: StorageKeys, for location: StorageLocation, missing: (Member) -> ServiceError
  ) throws(ServiceError) -> StorageKeys? {
    guard location.needsKeys else { return nil }
    guard !Self.areEnough(keys, at: location.provider) else { return keys }
    guard !keys.accessKey.isEmpty else { throw missing(pair.accessKey) }
    guard !keys.secretKey.isEmpty else { throw missing(pair.secretKey) }
    return keys
  }

  /// Whether they are a way in that is no pair, at a provider that has one.
  private static func areEnough(_ keys: StorageKeys, at provider: String) -> Bool {
    switch provider {
    case "Azure": keys.connectionString != nil
    case "Google": keys.authFile != nil
    default: false
    }
  }
}

extension StorageLocation {
  /// The same place by its whole name: at Tencent, the number of the account is a part of a bucket's.
  ///
  /// - Parameter appID: The number; `nil` or empty when nobody has said it.
  /// - Returns: The place.
  func ofAccount(_ appID: String?) -> StorageLocation {
    guard let appID, !appID.isEmpty, provider == "Tencent", !bucket.hasSuffix("-\(appID)") else {
      return self
    }
    var location = self
    location.bucket += "-\(appID)"
    return location
  }
}
