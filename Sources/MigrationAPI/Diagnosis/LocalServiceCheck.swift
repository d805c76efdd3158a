import FoundationEssentials

/// Looks at the local service, without starting it.
package enum LocalServiceCheck {
  private struct Health: Decodable {
    let problems: [String]
  }

  /// Whether it runs, and what is wrong with it.
  ///
  /// - Parameter endpoint: Its Unix socket.
  /// - Returns: What was found; a service that does not run is as it should be.
  package static func finding(
    at endpoint: Endpoint
  ) async -> (finding: Finding, isRunning: Bool) {
    let check = "local service"
    let transport = HTTPTransport(
      endpoint: endpoint, credentials: Credentials.none, projectID: "", deadline: .seconds(5))
    let answer: HTTPAnswer
    do {
      answer = try await transport.send("GET", "/healthz")
    } catch {
      return (.ok(check, "does not run; the first command that needs it starts it"), false)
    }
    if answer.status == 200 { return (.ok(check, "runs at \(endpoint)"), true) }
    let health = try? JSONReader.decode(Health.self, from: answer.body)
    let words = health?.problems.joined(separator: ", ") ?? "HTTP \(answer.status)"
    return (.problem(check, "runs at \(endpoint), but: \(words)"), true)
  }
}
