package import Migration

/// What a check found, for a line of `ferry doctor`.
package struct Finding: Equatable, Sendable {
  /// How bad it is.
  package enum Status: String, Equatable, Sendable, Encodable {
    /// As it should be.
    case ok
    /// It works, but not as well or as safely as it could.
    case warning
    /// Something will not work.
    case problem
  }

  /// The kinds of problems that exit statuses tell apart.
  package enum Trouble: Equatable, Sendable {
    /// Nobody answers.
    case unreachable
    /// Credentials are missing or refused.
    case credentials
    /// Everything else.
    case other
  }

  /// What was looked at, in a word or two.
  package var check: String
  /// How bad it is.
  package var status: Status
  /// What was found.
  package var text: String
  /// What to do next; `nil` when there is nothing to do.
  package var advice: String?
  /// The kind of problem, if it is one.
  package var trouble: Trouble?

  private init(
    _ check: String, _ status: Status, _ text: String, advice: String? = nil,
    trouble: Trouble? = nil
  ) {
    self.check = check
    self.status = status
    self.text = text
    self.advice = advice
    self.trouble = trouble
  }

  /// Something that is as it should be.
  package static func ok(_ check: String, _ text: String) -> Finding {
    Finding(check, .ok, text)
  }

  /// Something that could be better.
  package static func warning(_ check: String, _ text: String, advice: String? = nil) -> Finding {
    Finding(check, .warning, text, advice: advice)
  }

  /// Something that does not work.
  package static func problem(
    _ check: String, _ text: String, advice: String? = nil, trouble: Trouble = .other
  ) -> Finding {
    Finding(check, .problem, text, advice: advice, trouble: trouble)
  }

  /// A call that failed; `text` is the problem in words, which say what to do.
  package static func problem(
    _ check: String, _ problem: APIProblem, _ text: String
  ) -> Finding {
    let trouble: Trouble =
      switch problem.kind {
      case .unreachable: .unreachable
      case .credentials: .credentials
      case .wrongState, .notFound, .invalid, .server, .throttled, .unreadable, .cancelled: .other
      }
    return .problem(check, text, trouble: trouble)
  }
}

extension Finding: Encodable {
  private enum CodingKeys: String, CodingKey {
    case check, status, text, advice
  }

  // Programs that read this find every member, if only as null.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(check, forKey: .check)
    try container.encode(status, forKey: .status)
    try container.encode(text, forKey: .text)
    try container.encode(advice, forKey: .advice)
  }
}
