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
    /// Whether the service keeps no list of versions, so that its version was only guessed.
    var isGuess = false
  }

  private let endpoint: Endpoint
  private let project: any ProjectSource
  private let credentials: any CredentialSource
  private let api: APIChoice
  private let memory: VersionMemory?
  private let refusals: RefusalMemory?
  private let deadline: Duration
  private let now: @Sendable () -> Date
  private let flight = SingleFlight<Chosen>()
  private var known: Chosen?

  init(
    endpoint: Endpoint, project: any ProjectSource, credentials: any CredentialSource,
    api: APIChoice, memory: VersionMemory?, refusals: RefusalMemory?, deadline: Duration,
    now: @escaping @Sendable () -> Date
  ) {
    self.endpoint = endpoint
    self.project = project
    self.credentials = credentials
    self.api = api
    self.memory = memory
    self.refusals = refusals
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
    if refused.isGuess { return try await opposite(of: refused) }
    if let known, known.generation == refused.generation,
      now().timeIntervalSince(known.since) > Self.trust
    {
      self.known = nil
      memory?.remember(nil, of: endpoint)
    }
    let chosen = try await chosen()
    return chosen.generation == refused.generation ? nil : chosen
  }

  /// Keeps a choice that has proved right.
  ///
  /// From then on a path that is not there says nothing about the version: it may be a proxy's word.
  func settle(on proven: Chosen) {
    guard proven.isGuess, let guess = known else { return }
    known = proven
    known?.isGuess = false
    if guess.generation != proven.generation { memory?.remember(proven.generation, of: endpoint) }
  }

  /// The other version, for a service that has no path of the one that was guessed.
  private func opposite(of refused: Chosen) async throws(APIProblem) -> Chosen {
    var other = refused
    other.generation = refused.generation == .v1 ? .v2 : .v1
    other.client = other.generation.client(through: try await transport())
    return other
  }

  private func transport() async throws(APIProblem) -> HTTPTransport {
    HTTPTransport(
      endpoint: endpoint, credentials: credentials, projectID: try await project.project().id,
      deadline: deadline, conduct: CallConduct(refusals: refusals))
  }

  private func choose() async throws(APIProblem) -> Chosen {
    // Another choice may have been made between the question and here.
    if let known { return known }
    let transport = try await transport()
    let remembered = memory?.generation(of: endpoint)
    let generation: APIGeneration
    var isGuess = false
    if let wanted = api.generation ?? remembered {
      generation = wanted
    } else {
      let offer = try await VersionOffer.ask(transport)
      generation = offer.best
      // Whoever lists nothing now may do so tomorrow.
      isGuess = !offer.isListed
      if offer.isListed { memory?.remember(generation, of: endpoint) }
    }
    let chosen = Chosen(
      client: generation.client(through: transport), generation: generation,
      since: remembered == nil ? now() : .distantPast, isGuess: isGuess)
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
