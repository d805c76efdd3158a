/// What went wrong, as a value; `Words` puts it into words where a person reads it.
public struct APIProblem: Error, Equatable, Sendable {
  /// The kind of trouble, as far as a program has to tell them apart.
  public enum Kind: Equatable, Hashable, Sendable {
    /// Nobody answered: no connection, a timeout, the link cut.
    case unreachable
    /// The credentials were refused.
    case credentials
    /// The task's state does not allow the request.
    case wrongState
    /// There is no such task or group.
    case notFound
    /// The request was not acceptable.
    case invalid
    /// The service or the gateway had trouble of its own.
    case server
    /// Too many requests.
    case throttled
    /// The answer could not be understood.
    case unreadable
    /// It was called off.
    case cancelled
  }

  /// The kind of trouble.
  public var kind: Kind
  /// What happened.
  public var fact: Fact
  /// The code as it came, such as `OMS.0063`; `nil` when there was none.
  public var code: String?
  /// The service's own words; empty when it had none.
  public var message: String
  /// The HTTP status, or `nil` when no answer came.
  public var status: Int?
  /// The request id that support asks for, when one was given.
  public var requestID: String?
  /// The pause that the service asked for, or `nil`.
  public var pause: Duration?
  /// Whether what was asked for may have been done all the same, so that it must not be asked for
  /// again before somebody has looked.
  public var mayHaveHappened = false
  /// What is known beside that, in the order that it was learnt.
  public var aftermath: [Aftermath] = []

  /// A problem.
  public init(
    _ fact: Fact, kind: Kind, code: String? = nil, message: String = "", status: Int? = nil,
    requestID: String? = nil
  ) {
    self.kind = kind
    self.fact = fact
    self.code = code
    self.message = message
    self.status = status
    self.requestID = requestID
  }

  /// The same, with the doubt that what was asked for may have been done all the same.
  public var withDoubt: APIProblem {
    var doubtful = self
    doubtful.mayHaveHappened = true
    return doubtful
  }

  /// The same, with something more that is known.
  public func with(_ aftermath: Aftermath) -> APIProblem {
    var problem = self
    problem.aftermath.append(aftermath)
    return problem
  }

  /// The user gave up.
  public static let calledOff = APIProblem(.untried(.calledOffLate), kind: .cancelled)
}

/// What became known after a call had failed.
public enum Aftermath: Equatable, Sendable {
  /// Looked at afterwards, the target was in the state with this word.
  case state(String)
  /// Looked at afterwards, the target was gone.
  case gone
  /// The target could not be looked at.
  case unread(APIProblem)
  /// The new task may be one of these, whose ids they are.
  case oneOf([String])
  /// The list, read whole, shows no such task yet.
  case notListed
  /// The list could not be read, so the new task may be there.
  case listUnread(APIProblem)
  /// That was while it was waited for to be so, and nothing else was done.
  case whileWaiting(for: Wanted)
}

/// What a target was waited for to be.
public enum Wanted: Equatable, Sendable {
  /// Stopped, or gone.
  case stopped, gone
}
