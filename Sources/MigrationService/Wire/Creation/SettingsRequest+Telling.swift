import Migration
import OMSWire

/// The settings of a creation that have members of their own.
extension SettingsRequest {
  /// The domain that the source is to be read through.
  func customDomain() throws(ServiceError) -> CustomDomain? {
    guard
      let cdn = try body.members(.sourceDomain, SourceDomainMember.names, code: .sourceDomainBroken)
    else { return nil }
    let protocolName = try cdn.requiredText(.scheme, upTo: 16)
    guard ["http", "https"].contains(protocolName) else {
      throw cdn.problem(.scheme, "must be http or https")
    }
    let domain = try cdn.requiredText(.domain, upTo: 255)
    let authentication = try cdn.requiredText(.authentication, upTo: 64)
    // v1 knows the first six alone.
    let known = SettingWords.domainAuthentication.codes.prefix(dialect.isFirst ? 6 : .max)
    guard known.contains(authentication) else {
      throw cdn.problem(.authentication, "is not known")
    }
    let key = try cdn.text(.key, upTo: 255) ?? ""
    let needsKey = SourceDomain(
      domain: domain, scheme: protocolName, authentication: authentication
    ).needsKey
    guard !key.isEmpty || !needsKey else { throw cdn.missing(.key) }
    return CustomDomain(
      protocolName: protocolName, domain: domain, authentication: authentication)
  }

  /// Which ends are to be told; `nil` when none is.
  func telling() throws(ServiceError) -> Telling? {
    guard
      let setting = try body.members(
        dialect.isFirst ? .notification : .notificationWish, NotificationMember.names(in: dialect),
        code: .parametersInvalid)
    else { return nil }
    let topic = try setting.requiredText(.topicURN, upTo: 255)
    let conditions = try setting.array(.conditions) ?? []
    let words = NotificationMember.conditions(in: dialect)
    guard !conditions.isEmpty,
      conditions.allSatisfy({ [.text(words.success), .text(words.failure)].contains($0) })
    else { throw setting.problem(.conditions, "must hold \(words.success) or \(words.failure)") }
    if let language = try setting.text(.language, upTo: 16), !language.isEmpty {
      guard ["zh-cn", "en-us"].contains(language) else {
        throw setting.problem(.language, "must be zh-cn or en-us")
      }
    }
    _ = try setting.text(.template, upTo: 255)
    return Telling(
      topicURN: topic, onSuccess: conditions.contains(.text(words.success)),
      onFailure: conditions.contains(.text(words.failure)), isInV1: dialect.isFirst)
  }
}
