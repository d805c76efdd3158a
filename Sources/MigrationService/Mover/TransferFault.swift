/// What went wrong, told from rclone's words: which side, what, and OMS's code for it.
struct TransferFault: Equatable, Sendable {
  /// Where it went wrong.
  enum Side: String {
    case source, destination
  }

  /// What went wrong.
  enum Cause: Equatable {
    case badKeys, listDenied, denied, noBucket, noObject, throttled, archived, full, longName
    case trouble, corrupted, stalled, other
  }

  /// Where; `nil` when the words do not tell.
  let side: Side?
  /// What.
  let cause: Cause
  /// rclone's own words, one line of at most 300 characters, without control characters.
  let words: String

  /// Nothing has happened for a long time.
  static let stalled = TransferFault(side: nil, cause: .stalled, words: "")

  private init(side: Side?, cause: Cause, words: String) {
    self.side = side
    self.cause = cause
    self.words = words
  }

  /// Tells what the message of an error is about.
  init(_ message: String) {
    let text = message.lowercased()
    side = Self.side(text)
    let found = Self.causes.first { rule in rule.words.contains { text.contains($0) } }?.cause
    cause = found == .denied && text.contains("error reading") ? .listDenied : found ?? .other
    let line = message.split(whereSeparator: \.isNewline).first ?? ""
    words = ObjectName.spell(String(line.prefix(300)))
  }

  /// Whether the cause may lie in the one object, so that the others may well arrive.
  var isAboutOneObject: Bool {
    switch cause {
    // Who may not write here may write nowhere; but what may be read differs from folder to folder.
    case .denied: side != .destination
    case .noObject, .archived, .longName, .other: true
    case .badKeys, .listDenied, .noBucket, .throttled, .full, .trouble, .corrupted, .stalled: false
    }
  }

  /// OMS's code.
  var code: String {
    let isSource = side == .source
    return switch cause {
    case .badKeys: isSource ? "TRF.0151" : "TRF.0057"
    case .listDenied: isSource ? "TRF.0152" : "TRF.0051"
    case .denied: isSource ? "TRF.0153" : "TRF.0054"
    case .noBucket: isSource ? "TRF.0155" : "TRF.0058"
    case .noObject: isSource ? "TRF.0156" : "TRF.0059"
    case .throttled: "TRF.0159"
    case .archived: "TRF.0160"
    case .full: "TRF.0055"
    case .longName: "TRF.0060"
    case .trouble: isSource ? "TRF.0157" : "TRF.0061"
    case .corrupted: "TRF.0062"
    case .stalled: "TRF.0003"
    case .other: "TRF.0001"
    }
  }

  /// A sentence for the user, without an object's name and without the full stop.
  var sentence: String {
    let place = side.map { "the \($0.rawValue)" } ?? "one side"
    return switch cause {
    case .badKeys: "The keys for \(place) are not valid"
    case .listDenied: "The keys for \(place) may not list its objects"
    case .denied: "The keys for \(place) may not \(side == .source ? "read" : "write") its objects"
    case .noBucket: "The bucket at \(place) does not exist"
    case .noObject: "The object is missing at \(place)"
    case .throttled: "Access to \(place) is throttled"
    case .archived: "The object is archived at the source and must be restored first"
    case .full: "The destination is full or over its quota"
    case .longName: "The object's name is too long for \(place)"
    case .trouble: "Access to \(place) failed: it does not answer, or answers with errors"
    case .corrupted: "The object differs after its upload to the destination"
    case .stalled: "Nothing has moved for too long"
    case .other: words.isEmpty ? "rclone ended without a word" : "rclone reports: \(words)"
    }
  }

  private static func side(_ text: String) -> Side? {
    let source = [
      "error reading source", "failed to open source", "getobject", "object in glacier",
    ]
    let destination = [
      "error reading destination", "putobject", "multipart", "uploadpart", "copyobject",
      "no space left", "remaining disk space", "read-only file system", "quota",
      "corrupted on transfer", "mkdir ", "failed to open chunk writer",
      "partial",
    ]
    if source.contains(where: text.contains) { return .source }
    return destination.contains(where: text.contains) ? .destination : nil
  }

  /// The first rule one of whose words occurs decides; lower case.
  private static let causes: [(cause: Cause, words: [String])] = [
    (.badKeys, ["invalidaccesskeyid", "signaturedoesnotmatch", "invalidsecurity"]),
    (.archived, ["object in glacier", "invalidobjectstate"]),
    (.throttled, ["slowdown", "statuscode: 429", "statuscode: 503", "toomanyrequests"]),
    (
      .full,
      [
        "quotaexceeded", "statuscode: 507", "insufficientstorage", "no space left", "disk quota",
        "remaining disk space",
      ]
    ),
    (.longName, ["keytoolong", "file name too long"]),
    (.noBucket, ["nosuchbucket", "root directory: directory not found"]),
    (.noObject, ["object not found", "nosuchkey", "no such file or directory"]),
    (
      .denied,
      [
        "accessdenied", "statuscode: 403", "permission denied", "forbidden",
        "read-only file system",
      ]
    ),
    (.corrupted, ["corrupted on transfer", "completemultipartupload", "uploadpart"]),
    (
      .trouble,
      ["statuscode: 0", "statuscode: 5", "dial tcp", "connection re", "timeout", "i/o ", "eof"]
    ),
  ]
}
