package import FoundationEssentials
package import Migration

/// What the identity service gave, and how long it is good for.
package struct Grant: Sendable {
  /// The token or the keys.
  package var credentials: Credentials
  /// How long they are good for from now on.
  package var lifetime: Duration
  /// The project that they are for, when the answer says.
  package var project: IdentityProject?

  /// Credentials that are good for this long.
  package init(
    credentials: Credentials, lifetime: Duration, project: IdentityProject? = nil
  ) {
    self.credentials = credentials
    self.lifetime = lifetime
    self.project = project
  }
}

/// Keeps credentials that end, and gets others before they do.
///
/// However many ask, one login is under way at a time. Credentials that are still good are used for
/// as long as the identity service does not answer. After it has refused, it is not asked again:
/// repeated refusals lock accounts.
package actor GrantKeeper: CredentialSource {
  /// Others that were asked for after a refusal, and are refused as well within this time, are not
  /// worth another login.
  private static let proof = Duration.seconds(300)
  /// The pause after a renewal that failed while the old credentials were good.
  private static let pause = Duration.seconds(60)

  private let margin: Duration
  private let now: @Sendable () -> Date
  private let ask: @Sendable () async throws(APIProblem) -> Grant
  private let flight = SingleFlight<Grant>()

  private var kept: (grant: Grant, since: Date)?
  private var refusal: APIProblem?
  private var failure: Date?

  /// A keeper that has nothing yet.
  ///
  /// - Parameters:
  ///   - margin: How long before the end others are asked for; half of the lifetime at most.
  ///   - now: The clock.
  ///   - ask: Asks the identity service.
  package init(
    margin: Duration, now: @escaping @Sendable () -> Date,
    ask: @escaping @Sendable () async throws(APIProblem) -> Grant
  ) {
    self.margin = margin
    self.now = now
    self.ask = ask
  }

  /// What to use now.
  func grant() async throws(APIProblem) -> Grant {
    if let fresh { return fresh }
    do {
      return try await flight.value { () async throws(APIProblem) in
        try await self.get { await self.fresh }
      }
    } catch {
      // The service that they are for decides whether they are still good enough.
      guard error.kind != .cancelled, let kept, timeLeft > .zero else { throw error }
      return kept.grant
    }
  }

  /// What to use now; asks for it when there is none.
  package func current() async throws(APIProblem) -> Credentials { try await grant().credentials }

  /// What is there instead of `refused`, asked for anew.
  package func renewed(after refused: Credentials) async throws(APIProblem) -> Credentials? {
    if let kept, kept.grant.credentials == refused, age < Self.proof { return nil }
    let grant = try await flight.value { () async throws(APIProblem) in
      try await self.get { await self.another(than: refused) }
    }
    return grant.credentials == refused ? nil : grant.credentials
  }

  /// Asks, unless somebody else's answer came first.
  private func get(unless known: @Sendable () async -> Grant?) async throws(APIProblem) -> Grant {
    if let grant = await known() { return grant }
    if let refusal { throw refusal }
    do {
      let grant = try await ask()
      kept = (grant, now())
      failure = nil
      return grant
    } catch {
      failure = now()
      if error.kind == .credentials { refusal = error }
      throw error
    }
  }

  private var fresh: Grant? {
    guard let kept else { return nil }
    let isResting = failure.map { now().timeIntervalSince($0) < Self.pause.seconds } ?? false
    return timeLeft > (isResting ? .zero : min(margin, kept.grant.lifetime / 2)) ? kept.grant : nil
  }

  private func another(than refused: Credentials) -> Grant? {
    kept.flatMap { $0.grant.credentials == refused ? nil : $0.grant }
  }

  private var age: Duration { kept.map { .seconds(now().timeIntervalSince($0.since)) } ?? .zero }

  private var timeLeft: Duration { kept.map { $0.grant.lifetime - age } ?? .zero }
}

extension Duration {
  fileprivate var seconds: Double {
    let parts = components
    return Double(parts.seconds) + Double(parts.attoseconds) / 1e18
  }
}
