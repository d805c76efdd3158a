/// What can go wrong with a transfer.
enum FaultCause: Equatable {
  case badKeys, clock, account, addressing, region, noBucket, noObject, listDenied, denied, readOnly
  case throttled, archived, full, longName, changed, strange, trouble, corrupted, stalled, other

  /// The cause that the words of an error tell of; the first rule one of whose words occurs decides.
  init(_ message: String) {
    let text = message.lowercased()
    let found = Self.rules.first { rule in rule.words.contains { text.contains($0) } }?.cause
    self = found == .denied && text.contains("error reading") ? .listDenied : found ?? .other
  }

  /// In lower case.
  private static let rules: [(cause: FaultCause, words: [String])] = [
    (
      .badKeys,
      [
        "invalidaccesskeyid", "signaturedoesnotmatch", "invalidsecurity", "authenticationfailed",
        "401 unauthorized", "unable to authenticate", ": 530 ",
      ]
    ),
    (.clock, ["requesttimetooskewed", "requestexpired"]),
    (
      .account,
      [
        "userdisable", "usersuspended", "accountproblem", "allaccessdisabled", "inactiveaccount",
        "notsignedup", "insufficientbalance", "arrearage",
      ]
    ),
    (.addressing, ["secondleveldomainforbidden", "virtualhostdomainrequired"]),
    (.region, ["authorizationheadermalformed", "permanentredirect", "illegallocationconstraint"]),
    (.archived, ["object in glacier", "invalidobjectstate"]),
    (
      .throttled,
      [
        "slowdown", "statuscode: 429", "statuscode: 503", "toomanyrequests",
        "429 too many requests", "503 service unavailable",
      ]
    ),
    (
      .full,
      [
        "quotaexceeded", "statuscode: 507", "insufficientstorage", "507 insufficient storage",
        "no space left", "disk quota",
        "remaining disk space",
      ]
    ),
    (.longName, ["keytoolong", "file name too long"]),
    (
      .noBucket,
      [
        "nosuchbucket", "root directory: directory not found", "error listing: directory not found",
        "error in listjson: directory not found",
      ]
    ),
    (
      .noObject,
      [
        "object not found", "nosuchkey", "no such file or directory", "file does not exist",
        "404 not found",
      ]
    ),
    (.changed, ["source file is being updated"]),
    (.strange, ["error while deserializing", "xml syntax error"]),
    (.readOnly, ["read-only file system"]),
    (
      .denied,
      [
        "accessdenied", "statuscode: 403", "permission denied", "forbidden",
        // What a WebDAV server says of a place that takes nothing.
        "405 method not allowed",
      ]
    ),
    (.corrupted, ["corrupted on transfer", "completemultipartupload", "uploadpart"]),
    (
      .trouble,
      [
        "statuscode: 0", "statuscode: 5", "dial tcp", "connection re", "timeout", "i/o ", "eof",
        "500 internal server error", "502 bad gateway", "504 gateway timeout", "connection lost",
      ]
    ),
  ]
}
