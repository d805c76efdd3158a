import FoundationEssentials
import Migration
import OMSWire

/// The body of a creation: section 3 of the v1 reference.
struct V1CreateRequest {
  let definition: TaskDefinition
  let keys: TransferKeys

  /// Reads and checks a body whose caller may name the places within `bounds`.
  ///
  /// - Throws: The code that the API has for the first member that is wrong.
  init(body: Data, within bounds: Bounds) throws(ServiceError) {
    self = try V1CreateRequest(body: body)
    try bounds.check(definition)
  }

  /// Reads and checks a body.
  ///
  /// - Throws: The code that the API has for the first member that is wrong.
  init(body: Data) throws(ServiceError) {
    let body = Members(
      try JSONValue.members(of: body), TaskMember.names(in: .v1), code: .parametersInvalid)
    guard let source = try body.members(.source, NodeMember.names, code: .sourceInvalid) else {
      throw ServiceError(.sourceInvalid, "\(body.name(.source)) is missing")
    }
    guard
      let destination = try body.members(.destination, NodeMember.names, code: .destinationInvalid)
    else {
      throw ServiceError(.destinationInvalid, "\(body.name(.destination)) is missing")
    }
    let kind = try Self.kind(body)
    try Self.checkSelection(of: kind, source)
    let from = try V1Node.source(source)
    let to = try V1Node.destination(destination)
    definition = TaskDefinition(
      kind: kind, source: from.location, destination: to.location,
      threads: try Self.threads(body), description: try Self.description(body),
      bandwidth: try BandwidthPolicy.windows(body.array(.bandwidth)),
      changedSince: try Self.changedSince(body), shown: try Self.shown(body))
    keys = TransferKeys(source: from.keys, destination: to.keys)
    try Feasibility.check(definition)
  }

  private static func kind(_ body: Members<TaskMember>) throws(ServiceError) -> TaskKind {
    guard let word = try body.text(.kind, upTo: 64), !word.isEmpty else { return .object }
    guard let kind = TaskKind(rawValue: word) else {
      throw ServiceError(
        .kindMismatch, "\(body.name(.kind)) must be object, prefix, list or url_list")
    }
    return kind
  }

  private static func checkSelection(of kind: TaskKind, _ source: Members<NodeMember>)
    throws(ServiceError)
  {
    switch kind {
    case .object, .prefix:
      guard source.has(.objectKey) else {
        throw ServiceError(.kindMismatch, "\(kind.rawValue) needs \(source.name(.objectKey))")
      }
    case .list, .urlList:
      guard let list = try source.members(.listFile, ListFileMember.names, code: .sourceInvalid)
      else {
        throw ServiceError(.kindMismatch, "\(kind.rawValue) needs \(source.name(.listFile))")
      }
      _ = try list.requiredText(.bucket, upTo: 255)
      _ = try list.requiredText(.key, upTo: 1024)
      throw ServiceError(
        .valueNotAllowed, "task_type \(kind.rawValue) is not supported by this service yet")
    }
  }

  private static func threads(_ body: Members<TaskMember>) throws(ServiceError) -> Int {
    guard case .integer(let threads) = body.value(.threads), (0...50).contains(threads) else {
      throw ServiceError(.threadsInvalid, "thread_num must be a number from 0 to 50")
    }
    return Int(threads)
  }

  private static func description(_ body: Members<TaskMember>) throws(ServiceError) -> String {
    let text = try body.answering(.descriptionCharacters).text(.description, upTo: 255)
    guard let text else { return "" }
    guard !text.contains(where: { "<>()\"'&".contains($0) }) else {
      throw ServiceError(.descriptionCharacters)
    }
    return text
  }

  private static func changedSince(_ body: Members<TaskMember>) throws(ServiceError) -> Date? {
    guard let seconds = try body.integer(.migrateSince), seconds != 0 else { return nil }
    // The year 9999: later ones have no readable form, and none of them is meant.
    guard (1...253_402_300_799).contains(seconds) else {
      throw body.problem(.migrateSince, "must be a time in seconds")
    }
    return Date(timeIntervalSince1970: Double(seconds))
  }

  private static func shown(_ body: Members<TaskMember>) throws(ServiceError) -> ShownSettings {
    var shown = ShownSettings()
    guard let isEncrypted = try body.flag(.encrypts) else {
      throw body.problem(.encrypts, "is missing")
    }
    shown.isEncrypted = isEncrypted
    shown.restoresArchived = try body.flag(.restores) ?? false
    shown.recordsFailures = try body.flag(.recordsFailed) ?? true
    shown.customDomain = try customDomain(body)
    shown.topic = try topic(body)
    return shown
  }

  private static func customDomain(_ body: Members<TaskMember>) throws(ServiceError)
    -> CustomDomain?
  {
    guard
      let cdn = try body.members(.sourceDomain, SourceDomainMember.names, code: .sourceDomainBroken)
    else { return nil }
    let protocolName = try cdn.requiredText(.scheme, upTo: 16)
    guard ["http", "https"].contains(protocolName) else {
      throw cdn.problem(.scheme, "must be http or https")
    }
    let domain = try cdn.requiredText(.domain, upTo: 255)
    let authentication = try cdn.requiredText(.authentication, upTo: 64)
    let withKey = ["ALIYUN_OSS_A", "ALIYUN_OSS_B", "ALIYUN_OSS_C"]
    let withoutKey = ["NONE", "QINIU_PRIVATE_AUTHENTICATION", "KSYUN_PRIVATE_AUTHENTICATION"]
    guard (withKey + withoutKey).contains(authentication) else {
      throw cdn.problem(.authentication, "is not known")
    }
    let key = try cdn.text(.key, upTo: 255) ?? ""
    guard !key.isEmpty || withoutKey.contains(authentication) else {
      throw cdn.problem(.key, "is missing")
    }
    return CustomDomain(
      protocolName: protocolName, domain: domain, authentication: authentication)
  }

  private static func topic(_ body: Members<TaskMember>) throws(ServiceError) -> String? {
    guard
      let setting = try body.members(
        .notification, NotificationMember.names(in: .v1), code: .parametersInvalid)
    else { return nil }
    let topic = try setting.requiredText(.topicURN, upTo: 255)
    let conditions = try setting.array(.conditions) ?? []
    let words = NotificationMember.conditions(in: .v1)
    guard !conditions.isEmpty,
      conditions.allSatisfy({ [.text(words.success), .text(words.failure)].contains($0) })
    else { throw setting.problem(.conditions, "must hold \(words.success) or \(words.failure)") }
    if let language = try setting.text(.language, upTo: 16), !language.isEmpty {
      guard ["zh-cn", "en-us"].contains(language) else {
        throw setting.problem(.language, "must be zh-cn or en-us")
      }
    }
    return topic.split(separator: ":").last.map(String.init) ?? topic
  }
}
