package import Migration
import OMSClient

/// Looks at a service step by step, until one fails on which the next ones rest.
///
/// Nothing is changed, and nothing is remembered.
package struct ServiceDiagnosis: Sendable {
  private let connection: Connection

  /// A look at the service of `connection`.
  package init(_ connection: Connection) {
    var connection = connection
    connection.versions = nil
    self.connection = connection
  }

  /// One step.
  package struct Step: Sendable {
    /// What is looked at.
    package let check: Finding.Check
    fileprivate let look: @Sendable () async throws(APIProblem) -> [Finding]

    /// What it finds; the next step is of use only when none of it is a problem.
    package func findings() async -> [Finding] {
      do {
        return try await look()
      } catch {
        return [.failed(check, error)]
      }
    }
  }

  /// The steps, in their order: whether anybody answers, to several connections at once, and what the
  /// clock there says; whether there are credentials, with a login where they come from one; whether
  /// the project is known; which versions of the API are spoken; whether tasks may be listed; how many
  /// may run.
  package var steps: [Step] {
    [
      Step(check: .endpoint, look: endpoint), Step(check: .credentials, look: credentials),
      Step(check: .project, look: project), Step(check: .versions, look: versions),
      Step(check: .tasks, look: tasks), Step(check: .quota, look: quota),
    ]
  }

  @Sendable private func tasks() async throws(APIProblem) -> [Finding] {
    let page = try await connection.backend.list(TaskQuery())
    let unread = page.unreadable.first.map {
      Finding.unreadableTasks(page.unreadable.count, first: $0)
    }
    let leftOut = page.leftOut.tasks.isEmpty ? nil : Finding.leftOut(page.leftOut)
    let doubts = [unread, leftOut].compactMap(\.self)
    if !doubts.isEmpty { return doubts }
    return [.tasks(isOneRead: try await readsOne(of: page))]
  }

  /// Reads one of the tasks of a page by itself, which another permission may be needed for.
  private func readsOne(of page: TaskPage) async throws(APIProblem) -> Bool {
    guard let id = page.tasks.first?.id else { return false }
    do throws(APIProblem) {
      _ = try await connection.backend.show(id)
      return true
    } catch {
      // It may be gone since.
      guard error.kind == .notFound else { throw error }
      return false
    }
  }

  @Sendable private func endpoint() async throws(APIProblem) -> [Finding] {
    let health = await ServiceHealth.probe(connection.endpoint)
    if let problem = health.problem { throw problem }
    let answer = Finding.endpoint(
      connection.endpoint, isEncrypted: health.isEncrypted, status: health.status,
      latency: health.latency)
    return [answer, await connections()]
      + [health.clockDifference.map(Finding.clock)].compactMap(\.self)
      + [health.windowZone.map(Finding.windowZone) ?? .noWindowZone]
  }

  /// As many connections at once as calls are under way at most.
  private static let manyConnections = 4

  /// Opens several connections at once, as the dashboard does.
  private func connections() async -> Finding {
    let endpoint = connection.endpoint
    let answered = await withTaskGroup(of: ServiceHealth.self) { group in
      for _ in 0..<Self.manyConnections { group.addTask { await ServiceHealth.probe(endpoint) } }
      return await group.reduce(into: [Duration]()) { all, health in
        if health.status != nil { all.append(health.latency) }
      }
    }
    return .connections(
      answered: answered.count, of: Self.manyConnections, slowest: answered.max() ?? .zero)
  }

  @Sendable private func quota() async throws(APIProblem) -> [Finding] {
    let project = try await connection.project.project()
    // The local service has one account, whatever it is called.
    let account = connection.endpoint.isSocket ? project.id : project.domainID
    guard !account.isEmpty else { return [.noQuota(.unknownAccount)] }
    let client = V1Client(
      endpoint: connection.endpoint, projectID: project.id,
      credentials: try await connection.credentials.current())
    do throws(APIProblem) {
      return [.quota(runningTasks: try await client.mostRunningTasks(ofAccount: account))]
    } catch {
      guard error.isForeign || error.kind == .notFound else { throw error }
      return [.noQuota(.noCall)]
    }
  }

  @Sendable private func credentials() async throws(APIProblem) -> [Finding] {
    _ = try await connection.credentials.current()
    return [.credentials(connection.origin)]
  }

  @Sendable private func project() async throws(APIProblem) -> [Finding] {
    if let id = connection.projectID { return [.project(id: id)] }
    let project = try await connection.project.project()
    return [.foundProject(id: project.id, name: project.name)]
  }

  @Sendable private func versions() async throws(APIProblem) -> [Finding] {
    let offer = try await VersionOffer.ask(
      connection.endpoint, projectID: try await connection.project.project().id,
      credentials: connection.credentials, deadline: .seconds(15))
    let spoken = connection.api.generation ?? offer.best
    return [.versions(spoken: spoken, offered: offer.isListed ? offer.names : nil)]
  }
}
