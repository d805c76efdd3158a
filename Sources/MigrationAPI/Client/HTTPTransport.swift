import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOHTTP1

/// What a service answered.
struct HTTPAnswer: Sendable {
  /// The HTTP status.
  var status: Int
  /// The value of `X-Request-Id`.
  var requestID: String?
  /// The value of `Content-Type`.
  var contentType: String?
  /// The time by the service's clock.
  var date: String?
  /// The body.
  var body: [UInt8]
}

/// Sends requests to one endpoint, signed or with a token, over TCP or a Unix socket.
struct HTTPTransport: Sendable {
  /// The most that an answer may hold, in bytes; 100 tasks have some 200,000.
  static let largestAnswer = 16 << 20

  let endpoint: Endpoint
  let credentials: any CredentialSource
  let projectID: String
  /// How long a call may take altogether.
  let deadline: Duration

  // Connections are shared by everything in the process and end with it.
  private static let client: HTTPClient = {
    var configuration = HTTPClient.Configuration(
      redirectConfiguration: .disallow,
      timeout: .init(connect: .seconds(10), read: .seconds(30)),
      decompression: .disabled)
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 4
    return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }()

  /// Sends one request and reads the whole answer.
  ///
  /// - Parameters:
  ///   - method: The HTTP method.
  ///   - path: The path below the endpoint, encoded.
  ///   - query: Names and values, decoded.
  ///   - body: JSON, or nothing.
  /// - Returns: The answer, whatever its status.
  /// - Throws: ``APIProblem`` when no answer came, or one too large to read.
  func send(
    _ method: String, _ path: String, query: [(name: String, value: String)] = [],
    body: [UInt8] = []
  ) async throws(APIProblem) -> HTTPAnswer {
    let credentials = try await credentials.current()
    let request = request(method, path, query: query, body: body, credentials)
    do {
      let response = try await Self.client.execute(
        request, deadline: .now() + TimeAmount(deadline))
      let buffer = try await response.body.collect(upTo: Self.largestAnswer)
      return HTTPAnswer(
        status: Int(response.status.code),
        requestID: response.headers.first(name: "X-Request-Id"),
        contentType: response.headers.first(name: "Content-Type"),
        date: response.headers.first(name: "Date"),
        body: Array(buffer.readableBytesView))
    } catch {
      throw TransportProblem.problem(from: error, endpoint: endpoint, deadline: deadline)
    }
  }

  private func request(
    _ method: String, _ path: String, query: [(name: String, value: String)], body: [UInt8],
    _ credentials: Credentials
  ) -> HTTPClientRequest {
    let fullPath = endpoint.basePath + path
    let queryText = CanonicalRequest.query(query)
    let target = queryText.isEmpty ? fullPath : "\(fullPath)?\(queryText)"
    var request = HTTPClientRequest(url: endpoint.url(target: target))
    request.method = HTTPMethod(rawValue: method)
    for header in headers(
      method: method, path: fullPath, query: query, body: body, credentials)
    {
      request.headers.replaceOrAdd(name: header.name, value: header.value)
    }
    // Not signed: proxies rewrite it.
    request.headers.add(name: "User-Agent", value: "ferry")
    if !body.isEmpty { request.body = .bytes(body) }
    return request
  }

  private func headers(
    method: String, path: String, query: [(name: String, value: String)], body: [UInt8],
    _ credentials: Credentials
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
          method: method, host: endpoint.host, path: path, query: query, headers: [type],
          body: body), at: Date())
    }
  }
}
