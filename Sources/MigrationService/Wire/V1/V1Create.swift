import FoundationEssentials
import Migration

/// The body of a creation: section 3 of the v1 reference.
struct V1CreateRequest {
  let definition: TaskDefinition
  let keys: TransferKeys

  /// Reads and checks a body.
  ///
  /// - Throws: The code that the API has for the first member that is wrong.
  init(body: Data) throws(ServiceError) {
    let body = Members(try JSONValue.members(of: body), code: .parameters)
    guard let source = try body.members("src_node", code: .source) else {
      throw ServiceError(.source, "src_node is missing")
    }
    guard let destination = try body.members("dst_node", code: .destination) else {
      throw ServiceError(.destination, "dst_node is missing")
    }
    let kind = try Self.kind(body)
    try Self.checkSelection(of: kind, source)
    let from = try V1Node.source(source)
    let to = try V1Node.destination(destination)
    definition = TaskDefinition(
      kind: kind, source: from.location, destination: to.location,
      threads: try Self.threads(body), description: try Self.description(body),
      bandwidth: try BandwidthPolicy.windows(body.array("bandwidth_policy")),
      changedSince: try Self.changedSince(body), shown: try Self.shown(body))
    keys = TransferKeys(source: from.keys, destination: to.keys)
  }

  private static func kind(_ body: Members) throws(ServiceError) -> TaskKind {
    guard let word = try body.text("task_type", upTo: 64), !word.isEmpty else { return .object }
    guard let kind = TaskKind(rawValue: word) else {
      throw ServiceError(.taskType, "task_type must be object, prefix, list or url_list")
    }
    return kind
  }

  private static func checkSelection(of kind: TaskKind, _ source: Members) throws(ServiceError) {
    switch kind {
    case .object, .prefix:
      guard source.has("object_key") else {
        throw ServiceError(.taskType, "\(kind.rawValue) needs src_node.object_key")
      }
    case .list, .urlList:
      guard let list = try source.members("list_file", code: .source) else {
        throw ServiceError(.taskType, "\(kind.rawValue) needs src_node.list_file")
      }
      _ = try list.requiredText("obs_bucket", upTo: 255)
      _ = try list.requiredText("list_file_key", upTo: 1024)
      throw ServiceError(
        .valueNotAllowed, "task_type \(kind.rawValue) is not supported by this service yet")
    }
  }

  private static func threads(_ body: Members) throws(ServiceError) -> Int {
    guard case .integer(let threads) = body.value("thread_num"), (0...50).contains(threads) else {
      throw ServiceError(.threads, "thread_num must be a number from 0 to 50")
    }
    return Int(threads)
  }

  private static func description(_ body: Members) throws(ServiceError) -> String {
    let text = try Members(["description": body.value("description")], code: .description)
      .text("description", upTo: 255)
    guard let text else { return "" }
    guard !text.contains(where: { "<>()\"'&".contains($0) }) else {
      throw ServiceError(.description)
    }
    return text
  }

  private static func changedSince(_ body: Members) throws(ServiceError) -> Date? {
    guard let seconds = try body.integer("migrate_since"), seconds != 0 else { return nil }
    // The year 9999: later ones have no readable form, and none of them is meant.
    guard (1...253_402_300_799).contains(seconds) else {
      throw body.problem("migrate_since", "must be a time in seconds")
    }
    return Date(timeIntervalSince1970: Double(seconds))
  }

  private static func shown(_ body: Members) throws(ServiceError) -> ShownSettings {
    var shown = ShownSettings()
    guard let isEncrypted = try body.flag("enableKMS") else {
      throw body.problem("enableKMS", "is missing")
    }
    shown.isEncrypted = isEncrypted
    shown.restoresArchived = try body.flag("auto_restore") ?? false
    shown.recordsFailures = try body.flag("enable_failed_object_recording") ?? true
    shown.customDomain = try customDomain(body)
    shown.topic = try topic(body)
    return shown
  }

  private static func customDomain(_ body: Members) throws(ServiceError) -> CustomDomain? {
    guard let cdn = try body.members("source_cdn", code: .customDomain) else { return nil }
    let protocolName = try cdn.requiredText("protocol", upTo: 16)
    guard ["http", "https"].contains(protocolName) else {
      throw cdn.problem("protocol", "must be http or https")
    }
    let domain = try cdn.requiredText("domain", upTo: 255)
    let authentication = try cdn.requiredText("authentication_type", upTo: 64)
    let withKey = ["ALIYUN_OSS_A", "ALIYUN_OSS_B", "ALIYUN_OSS_C"]
    let withoutKey = ["NONE", "QINIU_PRIVATE_AUTHENTICATION", "KSYUN_PRIVATE_AUTHENTICATION"]
    guard (withKey + withoutKey).contains(authentication) else {
      throw cdn.problem("authentication_type", "is not known")
    }
    let key = try cdn.text("authentication_key", upTo: 255) ?? ""
    guard !key.isEmpty || withoutKey.contains(authentication) else {
      throw cdn.problem("authentication_key", "is missing")
    }
    return CustomDomain(
      protocolName: protocolName, domain: domain, authentication: authentication)
  }

  private static func topic(_ body: Members) throws(ServiceError) -> String? {
    guard let setting = try body.members("smnInfo", code: .parameters) else { return nil }
    let topic = try setting.requiredText("topicUrn", upTo: 255)
    let conditions = try setting.array("triggerConditions") ?? []
    guard !conditions.isEmpty,
      conditions.allSatisfy({ [.text("SUCCESS"), .text("FAIL")].contains($0) })
    else { throw setting.problem("triggerConditions", "must hold SUCCESS or FAIL") }
    if let language = try setting.text("language", upTo: 16), !language.isEmpty {
      guard ["zh-cn", "en-us"].contains(language) else {
        throw setting.problem("language", "must be zh-cn or en-us")
      }
    }
    return topic.split(separator: ":").last.map(String.init) ?? topic
  }
}
