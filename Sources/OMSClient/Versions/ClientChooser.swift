import FoundationEssentials
import Migration

/// Chooses the client for a service, once for all who call.
actor ClientChooser {
  /// How long a list of versions is not asked for again, whatever the service says meanwhile.
  private static let trust: TimeInterval = 60

  /// A choice.
  struct Chosen: Sendable {
    var client: any MigrationBackend
    var generation: APIGeneration
    /// When the service said so; long ago for what an earlier run learned.
    var since: Date
  }

  private let endpoint: Endpoint
  private let project: any ProjectSource
  private let credentials: any CredentialSource
  private let api: APIChoice
  private let memory: VersionMemory?
  private let deadline: Duration
  private let now: @Sendable () -> Date
  private let flight = SingleFlight<Chosen>()
  private var known: Chosen?

  init(
    endpoint: Endpoint, project: any ProjectSource, credentials: any CredentialSource,
    api: APIChoice, memory: VersionMemory?, deadline: Duration, now: @escaping @Sendable () -> Date
  ) {
    self.endpoint = endpoint
    self.project = project
    self.credentials = credentials
    self.api = api
    self.memory = memory
    self.deadline = deadline
    self.now = now
  }

  /// The choice; made at the first call.
  func chosen() async throws(APIProblem) -> Chosen {
    if let known { return known }
    return try await flight.value { () async throws(APIProblem) in try await self.choose() }
  }

  /// The choice instead of one that the service does not understand.
  ///
  /// - Returns: `nil` when there is no other.
  func another(than refused: Chosen) async throws(APIProblem) -> Chosen? {
    guard api == .auto else { return nil }
    if let known, known.generation == refused.generation,
      now().timeIntervalSince(known.since) > Self.trust
    {
      self.known = nil
      memory?.remember(nil, of: endpoint)
    }
    let chosen = try await chosen()
    return chosen.generation == refused.generation ? nil : chosen
  }

  private func choose() async throws(APIProblem) -> Chosen {
    // Another choice may have been made between the question and here.
    if let known { return known }
    let transport = HTTPTransport(
      endpoint: endpoint, credentials: credentials, projectID: try await project.project().id,
      deadline: deadline)
    let remembered = memory?.generation(of: endpoint)
    let generation: APIGeneration
    if let wanted = api.generation ?? remembered {
      generation = wanted
    } else {
      let offer = try await VersionOffer.ask(transport)
      generation = offer.best
      // Whoever lists nothing now may do so tomorrow.
      if offer.isListed { memory?.remember(generation, of: endpoint) }
    }
    let chosen = Chosen(
      client: generation.client(through: transport), generation: generation,
      since: remembered == nil ? now() : .distantPast)
    known = chosen
    return chosen
  }
}

extension APIGeneration {
  /// The client for this version.
  func client(through transport: HTTPTransport) -> any MigrationBackend {
    switch self {
    case .v1: V1Client(transport: transport)
    case .v2: V2Client(transport: transport)
    }
  }
}
