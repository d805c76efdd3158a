/// What happened, and to what: the middle of a problem, without a word for it.
public enum Fact: Equatable, Sendable {
  /// The service, or the gateway in front of it, refused the call.
  case refused(ServiceReason)
  /// The signature is too old or too new, or the key is over.
  ///
  /// `clock` is how far the service's clock is ahead of ours; `nil` when it did not say.
  case expired(clock: Duration?)
  /// The service redirects to another address, which is not followed.
  case redirected(from: Endpoint, to: String)
  /// The identity service did not give what it was asked for.
  case identity(Endpoint, IdentityFault)
  /// A call did not come to an answer that can be used.
  case call(Endpoint, CallFault)
  /// Something was called off, or not tried.
  case untried(Untried)
  /// An action was not carried out on its target, or not to its end.
  case action(ActionFault)
  /// An entry of a list could not be read.
  case unreadableEntry(reason: String)

  /// A new task or a change is not as services want it, so nothing was sent.
  case unfit(NewTaskFault)
  /// There is no way to say some settings, so nothing was sent.
  case unsayable(Unsayable)
  /// Something that the user wrote or configured cannot be used, as it shows only now.
  case misconfigured(ConfigurationError)
  /// The request could not be put into bytes.
  case unwritable
  /// A token came without a project.
  case tokenWithoutProject
  /// API v1 has no task groups.
  case noGroups
  /// API v1 has no synchronisation tasks.
  case noSynchronisation
  /// API v1 cannot be asked about buckets, providers and regions.
  case noStorageQuestions
  /// The text is no id.
  case notAnID(String)
  /// So many changed objects cannot be announced at once.
  case announcements(Int)
  /// The time asked for cannot be said.
  case timeOutOfRange
  /// The list of tasks changes faster than it can be read.
  case restlessList
  /// The journal cannot be written, for a reason in the system's own words.
  case journalUnwritable(reason: String)
}

/// Why a call has no answer that can be used.
public enum CallFault: Error, Equatable, Sendable {
  /// No answer came within a time.
  case silent(after: Duration)
  /// No answer came in time; the HTTP library's word for the step.
  case late(step: String)
  /// There was no way to the service, for a reason in the system's own words.
  case unreachable(reason: String)
  /// The service could not be asked, for a reason in the HTTP library's own words.
  case unasked(reason: String)
  /// The connection was closed before the answer was complete.
  case connectionLost
  /// There is no safe connection.
  case insecure(TLSFault)
  /// The proxy on the way could not be reached, for a reason in the system's own words.
  case proxyUnreachable(Proxy, reason: String)
  /// The proxy on the way wants to know who asks.
  case proxyWantsLogin(Proxy)
  /// The proxy on the way did not let the call through.
  case proxyRefused(Proxy)
  /// A file of authorities is not there, or has no certificates in it.
  case authorities(Authorities.Source, isThere: Bool)
  /// The answer is larger than this, and was not read.
  case answerTooLarge(limit: ByteCount)
  /// What came back is not HTTP; the library's own word for it.
  case notHTTP(reason: String)
  /// What came back is not an answer of the kind that was asked for.
  case notAnAnswer(of: AnswerKind, detail: String)
  /// The service did not say how many tasks there are.
  case noCount
  /// The call was called off.
  case calledOff
  /// Nothing was sent, as there is a secret in it that others could read on the way.
  case openSecret
  /// Nothing is sent before a pause that was asked for is over.
  case pausing(left: Duration)
  /// Nothing is sent with an access key until a time of day (UTC), as more refusals would lock it.
  case keyGuarded(accessKey: String, until: String)

  /// What kind of answer was expected.
  public enum AnswerKind: Equatable, Sendable {
    /// One of API v1, of API v2, or the list of versions.
    case v1, v2, versions
  }
}

/// Why there is no safe connection.
public enum TLSFault: Equatable, Sendable {
  /// The port does not speak TLS.
  case plain
  /// Nobody known here has signed the certificate, or it is out of date.
  case unknownSigner
  /// The certificate is for another host.
  case otherHost
  /// There is no version of TLS that both sides hold to be safe.
  case noSafeVersion
  /// Another fault, in the library's own words.
  case other(String)
}

/// Why the identity service did not give what it was asked for.
public enum IdentityFault: Equatable, Sendable {
  /// It refused the credentials.
  case refused(IdentityWish)
  /// It did not accept the call.
  case unaccepted(IdentityWish)
  /// It had too many calls.
  case throttled
  /// It had trouble of its own.
  case trouble
  /// It knows no project of that name.
  case noProject(named: String)
  /// It knows several projects of that name.
  case manyProjects(named: String, count: Int)
  /// What came back is not an answer of an identity service.
  case notAnAnswer
}

/// What the identity service was asked for.
public enum IdentityWish: Equatable, Sendable {
  /// The project of a region.
  case project(region: String)
  /// The login of a user of an account.
  case login(user: String, account: String)
  /// Temporary keys for a token.
  case temporaryKeys
}

/// Why an action was not carried out.
public enum ActionFault: Equatable, Sendable {
  /// The target is no longer in the state that was agreed about; the words of both.
  case changed(was: String, now: String)
  /// The target is in another run than the one that was agreed about; the words of both states.
  case startedAnew(was: String, now: String)
  /// The target is no longer there, and that is not what was asked for; the word of its last state.
  case goneSince(was: String)
  /// The rules refuse the action, whose verb this is.
  case refused(verb: String, Refusal.Reason)
  /// The target did not become what it was waited for; its last state's word, if it was seen.
  case stillNot(Wanted, state: String?, after: Duration)
  /// There is no such target, and nothing tells that there ever was.
  case neverKnown(noun: String)
  /// An action on it is under way here already.
  case busy
  /// The target was not read, so nobody knows what would happen to it.
  case unread
}

/// Why something was not done to its end by one's own will.
public enum Untried: Equatable, Sendable {
  /// The credentials were refused before it was its turn.
  case afterRefusal
  /// It was called off before it was its turn.
  case calledOff
  /// It was agreed to once, and has been acted on.
  case agreedOnce
  /// It was called off after something had been sent.
  case calledOffLate
}
