/// What went wrong, ready to be shown: the sentence says what happened, to what, and what to do.
package struct APIProblem: Error, Equatable, Sendable {
  /// The kind of trouble, as far as a program has to tell them apart.
  package enum Kind: Equatable, Hashable, Sendable {
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
  package var kind: Kind
  /// The code as it came, such as `OMS.0063`; `nil` when there was none.
  package var code: String?
  /// The service's own words; empty when it had none.
  package var message: String
  /// The HTTP status, or `nil` when no answer came.
  package var status: Int?
  /// The request id that support asks for, when one was given.
  package var requestID: String?
  /// One line for the user.
  package var sentence: String
  /// Whether what was asked for may have been done all the same, so that it must not be asked for
  /// again before somebody has looked; only for calls that are not harmless when they are repeated.
  package private(set) var mayHaveHappened = false

  /// A problem with the sentence that the user reads.
  package init(
    kind: Kind, code: String? = nil, message: String = "", status: Int? = nil,
    requestID: String? = nil, sentence: String
  ) {
    self.kind = kind
    self.code = code
    self.message = message
    self.status = status
    self.requestID = requestID
    self.sentence = sentence
  }

  /// The same, with the warning that what was asked for may have been done all the same.
  package var withDoubt: APIProblem {
    var doubtful = self
    doubtful.mayHaveHappened = true
    doubtful.sentence += "; it may have been carried out all the same, so look before trying again"
    return doubtful
  }

  /// The user gave up.
  package static let calledOff = APIProblem(
    kind: .cancelled, sentence: "called off; what was sent is not undone")
}
