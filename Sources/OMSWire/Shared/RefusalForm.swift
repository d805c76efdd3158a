/// What a service, the gateway before it or the identity service answers when it refuses.
package struct WireRefusal: Equatable, Sendable {
  /// The code, such as `OMS.0063`.
  package var code: String?
  /// The words.
  package var message: String?
  /// The number that the gateway gave the request.
  package var requestID: String?

  /// A refusal.
  package init(code: String? = nil, message: String? = nil, requestID: String? = nil) {
    self.code = code
    self.message = message
    self.requestID = requestID
  }
}

/// The members of a refusal, in all shapes that are known.
private enum RefusalMember: String, WireMember {
  case code = "error_code"
  case message = "error_msg"
  case requestID = "request_id"
  case codeInCamels = "errorCode"
  case messageInCamels = "errorMsg"
  case plainCode = "code"
  case plainMessage = "message"
  /// A refusal as a member of its own.
  case nested = "error"

  static let names = MemberNames<RefusalMember> { $0.rawValue }
}

extension WireForm<WireRefusal> {
  /// A refusal; it is written in the shape of the service and its gateway.
  package static let refusal = WireForm { reader throws(WireProblem) in
    try reader.refusal()
  } write: { refusal, writer in
    writer.object(RefusalMember.self) { members in
      members.write(.code, refusal.code)
      members.write(.message, refusal.message)
      members.write(.requestID, refusal.requestID)
    }
  }
}

extension WireReader {
  fileprivate mutating func refusal() throws(WireProblem) -> WireRefusal? {
    guard var members = try members(RefusalMember.self) else { return nil }
    var texts: [RefusalMember: String] = [:]
    var nested: WireRefusal?
    while let member = try members.next(&self) {
      switch member {
      case .requestID: texts[member] = try text()
      case .nested: nested = try kind() == .object ? refusal() : nil
      default: texts[member] = try textOrNumber()
      }
    }
    let code = texts[.code] ?? texts[.codeInCamels] ?? texts[.plainCode]
    if code == nil, let nested { return nested }
    return WireRefusal(
      code: code,
      message: texts[.message] ?? texts[.messageInCamels] ?? texts[.plainMessage],
      requestID: texts[.requestID])
  }

  private mutating func textOrNumber() throws(WireProblem) -> String? {
    try kind() == .number ? integer().map { String($0) } : text()
  }
}
