public import Migration
import OMSWire

/// Finds a region's project with the user's credentials: `GET /v3/projects?name=REGION`.
public actor ProjectLookup: ProjectSource {
  private let region: String
  private let service: IdentityService
  private let credentials: any CredentialSource
  private let flight = SingleFlight<IdentityProject>()
  private var found: IdentityProject?
  // Asked again, the same credentials would be refused again, and locked in the end.
  private var refusal: APIProblem?

  /// A lookup that has not happened yet.
  ///
  /// - Parameters:
  ///   - region: The region, whose name its main project has.
  ///   - endpoint: Where the identity service listens.
  ///   - credentials: What lets the caller in.
  ///   - deadline: How long one call may take.
  public init(
    region: String, at endpoint: Endpoint, credentials: any CredentialSource,
    deadline: Duration = .seconds(20)
  ) {
    self.region = region
    self.credentials = credentials
    service = IdentityService(endpoint: endpoint, deadline: deadline)
  }

  /// The project of the region; asked for once.
  public func project() async throws(APIProblem) -> IdentityProject {
    if let found { return found }
    return try await flight.value { () async throws(APIProblem) in try await self.ask() }
  }

  private func ask() async throws(APIProblem) -> IdentityProject {
    // An answer may have come between the question and here.
    if let found { return found }
    if let refusal { throw refusal }
    let answer: HTTPAnswer
    do {
      answer = try await service.ask(
        "GET", "/v3/projects", query: [("name", region)], credentials: credentials,
        wish: .project(region: region))
    } catch {
      if error.kind == .credentials { refusal = error }
      throw error
    }
    let all = try service.read(answer) { reader throws(WireProblem) in try reader.projects() }
    // A service that does not know the filter answers with every project.
    let projects = all.filter { $0.name == region }
    guard let project = projects.first else {
      throw refused(.noProject(named: region))
    }
    guard projects.count == 1 else {
      throw refused(.manyProjects(named: region, count: projects.count))
    }
    found = project
    return project
  }

  private func refused(_ fault: IdentityFault) -> APIProblem {
    APIProblem(.identity(service.endpoint, fault), kind: .invalid)
  }
}
