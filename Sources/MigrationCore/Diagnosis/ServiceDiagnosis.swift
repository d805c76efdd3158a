package import Migration
import OMSClient

/// Looks at a service step by step, until one fails on which the next ones rest.
///
/// Nothing is changed, and nothing is remembered.
package struct ServiceDiagnosis: Sendable {
  private let connection: Connection

  private let words: @Sendable (APIProblem) -> String
  private let leftOut: @Sendable (LeftOut) -> String

  /// A look at the service of `connection`.
  ///
  /// - Parameters:
  ///   - connection: The service.
  ///   - words: Puts a problem into words.
  ///   - leftOut: Puts into words what could not be used of the first page.
  package init(
    _ connection: Connection, words: @escaping @Sendable (APIProblem) -> String,
    leftOut: @escaping @Sendable (LeftOut) -> String
  ) {
    self.words = words
    self.leftOut = leftOut
    var connection = connection
    connection.versions = nil
    self.connection = connection
  }

  /// The steps, in their order.
  package enum Step: String, CaseIterable, Sendable {
    /// Whether anybody answers, and what the clock there says.
    case endpoint
    /// Whether there are credentials; a login, where they come from one.
    case credentials
    /// Whether the project is known.
    case project
    /// Which versions of the API are spoken.
    case versions
    /// Whether tasks may be listed.
    case tasks
  }

  /// What one step finds; the next step is of use only when none of it is a problem.
  package func findings(of step: Step) async -> [Finding] {
    do throws(APIProblem) {
      switch step {
      case .endpoint: return try await endpoint()
      case .credentials: return [try await credentials()]
      case .project: return [try await project()]
      case .versions: return [try await versions()]
      case .tasks:
        return tasks(try await connection.backend.list(TaskQuery()))
      }
    } catch {
      return [.problem(step.rawValue, error, words(error))]
    }
  }

  private func tasks(_ page: TaskPage) -> [Finding] {
    let step = Step.tasks.rawValue
    let doubts =
      page.unreadable.prefix(1).map { "\(page.unreadable.count) could not be read: \($0)" }
      + (page.leftOut.tasks.isEmpty ? [] : [leftOut(page.leftOut)])
    if doubts.isEmpty { return [.ok(step, "may be listed")] }
    return doubts.map { .warning(step, "may be listed; \($0)") }
  }

  private func endpoint() async throws(APIProblem) -> [Finding] {
    let health = await ServiceHealth.probe(connection.endpoint)
    if let problem = health.problem { throw problem }
    let latency = health.latency.components
    let milliseconds = latency.seconds * 1000 + latency.attoseconds / 1_000_000_000_000_000
    let way = health.isEncrypted ? " over TLS" : ""
    let status = health.status.map { " (HTTP \($0) in \(milliseconds) ms)" } ?? ""
    return [.ok(Step.endpoint.rawValue, "\(connection.endpoint) answers\(way)\(status)")]
      + ClockCheck.findings(health.clockDifference)
  }

  private func credentials() async throws(APIProblem) -> Finding {
    let step = Step.credentials.rawValue
    _ = try await connection.credentials.current()
    return .ok(step, connection.origin.description)
  }

  private func project() async throws(APIProblem) -> Finding {
    if let id = connection.projectID { return .ok(Step.project.rawValue, id) }
    let project = try await connection.project.project()
    return .ok(
      Step.project.rawValue, "\(project.id), found by the name '\(project.name)'")
  }

  private func versions() async throws(APIProblem) -> Finding {
    let offer = try await VersionOffer.ask(
      connection.endpoint, projectID: try await connection.project.project().id,
      credentials: connection.credentials, deadline: .seconds(15))
    return offer.finding(for: connection.api)
  }
}

extension VersionOffer {
  /// What the offer means for a user who wants `choice`.
  func finding(for choice: APIChoice) -> Finding {
    let step = ServiceDiagnosis.Step.versions.rawValue
    let spoken = choice.generation ?? best
    let offered =
      isListed ? "the service offers \(names.joined(separator: ", "))" : "the service lists none"
    let text = "\(spoken.rawValue) is spoken; \(offered)"
    let isOffered = !isListed || names.contains { $0.lowercased().hasPrefix(spoken.rawValue) }
    return isOffered
      ? .ok(step, text) : .warning(step, text, advice: "set api to auto or to one of these")
  }
}
