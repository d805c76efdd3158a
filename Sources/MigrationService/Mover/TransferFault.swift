/// What went wrong, told from rclone's words: which side, what, and OMS's code for it.
struct TransferFault: Equatable, Sendable {
  /// Where it went wrong.
  enum Side: String {
    case source, destination
  }

  /// Where.
  let place: FaultPlace
  /// What.
  let cause: FaultCause
  /// What the store calls it, such as `AccessDenied`; `nil` when it has not said.
  let storeCode: String?
  /// rclone's own words, one line of at most 300 characters, without control characters.
  let words: String

  /// Nothing has happened for a long time.
  static let stalled = TransferFault(cause: .stalled, words: "")

  private init(cause: FaultCause, words: String) {
    place = FaultPlace(nil)
    self.cause = cause
    self.words = words
    storeCode = nil
  }

  /// Tells what the message of an error is about.
  ///
  /// - Parameters:
  ///   - message: rclone's words.
  ///   - paths: What rclone calls the two sides; `nil` where nobody knows.
  init(_ message: String, between paths: SidePaths? = nil) {
    self.init(message, in: .sides(paths))
  }

  /// Tells what the message of an error is about.
  ///
  /// - Parameters:
  ///   - message: rclone's words.
  ///   - scene: What the command is about that says them.
  init(_ message: String, in scene: FaultScene) {
    place = scene.place(of: message)
    cause = FaultCause(message)
    storeCode = Self.storeCode(message)
    // What stands behind the mark of an address may be a signature that opens a store.
    let line = (message.split(whereSeparator: \.isNewline).first ?? "")
      .replacing(/(https?:[^\s"'?]*)\?[^\s"']*/) { "\($0.1)?…" }
    words = ObjectName.spell(String(line.prefix(300)))
  }

  /// The side of a task where it went wrong; `nil` when nobody knows, or where there are no sides.
  var side: Side? { place.side }

  /// How many objects in a row may fail for it before the run is given up; `nil` when the others may
  /// well arrive.
  var patience: Int? {
    switch cause {
    // What may be read differs from folder to folder, and mostly what may be written too.
    case .denied: side == .destination ? 1000 : nil
    // The run goes on more slowly.
    case .throttled: 1000
    case .noObject, .archived, .longName, .changed, .other: nil
    case .badKeys, .clock, .account, .addressing, .region, .listDenied, .readOnly, .noBucket,
      .full, .strange, .trouble, .corrupted, .stalled:
      20
    }
  }

  /// Whether the same may well go better a moment later.
  var isPassing: Bool { cause == .throttled || cause == .trouble }

  /// OMS's code.
  var code: String {
    let isSource = side == .source
    return switch cause {
    case .badKeys, .clock: isSource ? "TRF.0151" : "TRF.0057"
    case .account: "TRF.0053"
    case .listDenied: isSource ? "TRF.0152" : "TRF.0051"
    case .denied, .readOnly: isSource ? "TRF.0153" : "TRF.0054"
    case .noBucket, .addressing, .region: isSource ? "TRF.0155" : "TRF.0058"
    case .noObject: isSource ? "TRF.0156" : "TRF.0059"
    case .throttled: "TRF.0159"
    case .archived: "TRF.0160"
    case .full: "TRF.0055"
    case .longName: "TRF.0060"
    case .trouble, .changed, .strange: isSource ? "TRF.0157" : "TRF.0061"
    case .corrupted: "TRF.0062"
    case .stalled: "TRF.0003"
    case .other: "TRF.0001"
    }
  }

  /// A sentence for the user, without an object's name and without the full stop; what the store
  /// itself calls it stands behind.
  var sentence: String {
    let code = cause == .other ? nil : storeCode
    return account + (code.map { " (\($0))" } ?? "")
  }

  private var account: String {
    let (place, bucket) = (place.name, place.bucket)
    return switch cause {
    case .badKeys: "The keys for \(place) are not valid"
    case .clock: "The clock of this machine and that of \(place) differ too much"
    case .account: "The account at \(place) is disabled or in arrears"
    case .addressing:
      "The address of \(place) is refused; try it with &addressing=virtual, or with =path"
    case .region: "The region of \(place) is another one; say which with &region="
    case .listDenied: "The keys for \(place) may not list its objects"
    case .denied: "The keys for \(place) may not \(deed) its objects"
    case .readOnly: "The disk at \(place) is for reading alone"
    case .noBucket: "\(bucket) does not exist"
    case .noObject: "The object is missing at \(place)"
    case .throttled: "Access to \(place) is throttled"
    case .archived: "The object is archived at the source and must be restored first"
    case .full: "The destination is full or over its quota"
    case .longName: "The object's name is too long for \(place)"
    case .changed: "The object changed at the source while it was read"
    case .strange: "What answers at \(place) does not answer as an object store does"
    case .trouble: "Access to \(place) failed: it does not answer, or answers with errors"
    case .corrupted: "The object differs after its upload to the destination"
    case .stalled: "Nothing has moved for too long"
    case .other: words.isEmpty ? "rclone ended without a word" : "rclone reports: \(words)"
    }
  }

  private var deed: String {
    switch side {
    case .source: "read"
    case .destination: "write"
    case nil: "use"
    }
  }

  /// What a store calls it, as in `api error AccessDenied: no`.
  private static func storeCode(_ message: String) -> String? {
    guard let start = message.firstRange(of: "api error ")?.upperBound else { return nil }
    let code = message[start...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") }
    return (1...64).contains(code.count) ? String(code) : nil
  }
}
