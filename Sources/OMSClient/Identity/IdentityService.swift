import FoundationEssentials
import Migration
import OMSWire

/// The identity service (IAM), which gives tokens, temporary keys and the ids of projects.
struct IdentityService: Sendable {
  /// Where it listens.
  let endpoint: Endpoint
  /// How long one call may take.
  var deadline: Duration = .seconds(20)

  /// Sends one call, and once more with other credentials when these are refused and there are some.
  ///
  /// - Parameters:
  ///   - method: The HTTP method.
  ///   - path: The path below the endpoint.
  ///   - query: Names and values, decoded.
  ///   - body: What is sent as JSON.
  ///   - credentials: What lets the caller in.
  ///   - wish: What is asked for, for a refusal.
  /// - Returns: An answer whose status is one of success.
  /// - Throws: `APIProblem`.
  package func ask(
    _ method: String, _ path: String, query: [(name: String, value: String)] = [],
    body: WireBody? = nil, credentials: any CredentialSource, wish: IdentityWish
  ) async throws(APIProblem) -> HTTPAnswer {
    func send(_ shown: Credentials) async throws(APIProblem) -> HTTPAnswer {
      let transport = HTTPTransport(
        endpoint: endpoint, credentials: shown, projectID: "", deadline: deadline)
      return try await CallRunner(transport: transport).answerOnce(
        to: APICall(
          method: method, path: path, query: query, body: body?.bytes ?? [],
          secrets: body?.secrets ?? [], repeatability: .once),
        with: shown)
    }
    var shown = try await credentials.current()
    var answer = try await send(shown)
    if answer.status == 401, let other = try await credentials.renewed(after: shown) {
      shown = other
      answer = try await send(shown)
    }
    guard (200..<300).contains(answer.status) else {
      throw problem(from: answer, hiding: (body?.secrets ?? []) + shown.secrets, wish: wish)
    }
    return answer
  }

  /// What `read` makes of an answer.
  ///
  /// - Throws: `APIProblem` that says nothing of the answer's text, which may hold secrets.
  func read<Answer>(
    _ answer: HTTPAnswer, _ read: (inout WireReader) throws(WireProblem) -> Answer?
  ) throws(APIProblem) -> Answer {
    var reader = WireReader(answer.body)
    guard let value = try? read(&reader), (try? reader.finish()) != nil else {
      throw unreadable(answer)
    }
    return value
  }

  /// The problem that an answer of success is when something is missing in it.
  func unreadable(_ answer: HTTPAnswer) -> APIProblem {
    APIProblem(
      .identity(endpoint, .notAnAnswer), kind: .unreadable, status: answer.status,
      requestID: answer.requestID)
  }

  private func problem(
    from answer: HTTPAnswer, hiding secrets: [Secret], wish: IdentityWish
  ) -> APIProblem {
    var problem = ErrorAnswer(endpoint: endpoint, secrets: secrets).failure(from: answer).problem
    // What the gateway says about a signature is true here, too.
    if problem.code?.hasPrefix("APIG") == true { return problem }
    // A text of no known shape could hold a secret in any spelling.
    if problem.code == nil { problem.message = "" }
    let (kind, fault): (APIProblem.Kind, IdentityFault) =
      switch answer.status {
      case 401, 403: (.credentials, .refused(wish))
      case 429: (.throttled, .throttled)
      case 500..<600: (.server, .trouble)
      default: (.invalid, .unaccepted(wish))
      }
    problem.kind = kind
    problem.fact = .identity(endpoint, fault)
    problem.pause = nil
    return problem
  }
}
