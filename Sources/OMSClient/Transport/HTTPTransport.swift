import AsyncHTTPClient
import FoundationEssentials
import Migration
import NIOCore
import NIOHTTP1
import OMSWire

/// Sends requests to one endpoint, signed or with a token, over TCP or a Unix socket.
struct HTTPTransport: Sendable {
  /// The most that an answer may hold, in bytes; 100 tasks have some 200,000.
  static let largestAnswer = 16 << 20

  let endpoint: Endpoint
  let credentials: any CredentialSource
  let projectID: String
  /// How long a call may take altogether, with all waiting and repeating.
  var deadline: Duration
  /// How calls that go through ``CallRunner`` behave.
  var conduct = CallConduct()

  /// Sends one request, one time and past no gate, and reads the whole answer.
  ///
  /// - Parameters:
  ///   - method: The HTTP method.
  ///   - path: The path below the endpoint, encoded.
  ///   - query: Names and values, decoded.
  ///   - body: JSON, or nothing.
  /// - Returns: The answer, whatever its status.
  /// - Throws: `APIProblem` when no answer came, or one too large to read.
  func send(
    _ method: String, _ path: String, query: [(name: String, value: String)] = [],
    body: [UInt8] = []
  ) async throws(APIProblem) -> HTTPAnswer {
    let call = APICall(
      method: method, path: path, query: query, body: body, repeatability: .once)
    do throws(CallFailure) {
      return try await limited { _ throws(CallFailure) in
        try await attempt(call, with: currentCredentials(), at: Date())
      }
    } catch {
      throw error.problem
    }
  }

  /// Sends `call` one time and reads the whole answer.
  ///
  /// - Parameters:
  ///   - call: The call.
  ///   - credentials: What lets it in.
  ///   - date: The time to sign for.
  /// - Returns: The answer, whatever its status.
  /// - Throws: ``CallFailure`` when no answer came, or one too large to read.
  func attempt(
    _ call: APICall, with credentials: Credentials, at date: Date
  ) async throws(CallFailure) -> HTTPAnswer {
    guard endpoint.keepsSecrets || (call.secrets.isEmpty && credentials.sent.isEmpty) else {
      throw .openSecret(endpoint)
    }
    let client: PooledClient
    do throws(CallFault) {
      client = try HTTPClients.client(for: endpoint.way)
    } catch {
      throw CallFailure(
        problem: APIProblem(.call(endpoint, error), kind: .invalid), arrival: .never)
    }
    // Its calls would end with it.
    defer { withExtendedLifetime(client) {} }
    let departure = Departure()
    var request = request(for: call, credentials, date)
    if !call.body.isEmpty {
      request.body = .stream(
        WatchedBody(bytes: call.body, departure: departure),
        length: .known(Int64(call.body.count)))
    }
    do {
      // The deadline is the caller's, who cancels.
      let response = try await client.http.execute(request, deadline: .distantFuture)
      let body = try await response.body.collect(upTo: Self.largestAnswer)
      return HTTPAnswer(
        status: Int(response.status.code), headers: response.headers,
        body: Array(body.readableBytesView))
    } catch {
      // Of a request without a body nothing is known.
      let hasLeft = call.body.isEmpty || departure.hasBegun
      let failure = TransportProblem(endpoint: endpoint).failure(
        from: error, arrival: hasLeft ? .perhaps : .never)
      if failure.isSilence { HTTPClients.distrust(client, for: endpoint.way) }
      throw failure
    }
  }

  private func request(
    for call: APICall, _ credentials: Credentials, _ date: Date
  ) -> HTTPClientRequest {
    let fullPath = endpoint.basePath + call.path
    let queryText = CanonicalRequest.query(call.query)
    let target = queryText.isEmpty ? fullPath : "\(fullPath)?\(queryText)"
    var request = HTTPClientRequest(url: endpoint.url(target: target))
    request.method = HTTPMethod(rawValue: call.method)
    for header in headers(for: call, path: fullPath, credentials, date) {
      request.headers.replaceOrAdd(name: header.name, value: header.value)
    }
    // Not signed: proxies rewrite it.
    request.headers.add(name: "User-Agent", value: "ferry")
    return request
  }

  private func headers(
    for call: APICall, path: String, _ credentials: Credentials, _ date: Date
  ) -> [(name: String, value: String)] {
    let type = (name: "Content-Type", value: "application/json")
    let host = (name: "Host", value: endpoint.host)
    switch credentials {
    case .none: return [type, host]
    case .token(let token): return [type, host, ("X-Auth-Token", token.reveal())]
    case .keys(let keys, let securityToken):
      let signer = RequestSigner(keys: keys, securityToken: securityToken, projectID: projectID)
      return signer.signedHeaders(
        of: UnsignedRequest(
          method: call.method, host: endpoint.host, path: path, query: call.query,
          headers: [type], body: call.body), at: date)
    }
  }
}
