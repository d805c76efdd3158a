import Hummingbird
import OMSWire

/// Everything that the service answers to.
struct ServiceRoutes: Sendable {
  /// The path that needs no signature.
  static let healthPath = "/healthz"
  /// The path that needs none on this machine.
  static let metricsPath = "/metrics"

  private let engine: TaskEngine
  private let listing: any StorageListing
  private let moverTrouble: @Sendable () async -> String?
  // One for all callers: what they ask for runs on the same machine.
  private let questions = QuestionGate()
  private let metrics = ServiceMetrics()

  /// Routes to `engine`.
  ///
  /// - Parameters:
  ///   - engine: What carries out the operations.
  ///   - listing: What looks into buckets.
  ///   - moverTrouble: Why the mover cannot be used, or `nil` when it can.
  init(
    engine: TaskEngine, listing: any StorageListing,
    moverTrouble: @escaping @Sendable () async -> String?
  ) {
    self.engine = engine
    self.listing = listing
    self.moverTrouble = moverTrouble
  }

  /// A router for one kind of callers.
  ///
  /// - Parameters:
  ///   - policy: How callers are told apart.
  ///   - bounds: The places on this machine that these callers may name.
  ///   - isReachedFromElsewhere: Whether they may be on other machines.
  /// - Returns: A router with all middlewares and routes.
  func router(
    _ policy: Gate.Policy, bounds: Bounds, isReachedFromElsewhere: Bool = false
  ) -> Router<ServiceContext> {
    let router = Router(context: ServiceContext.self)
    router.add(middleware: LongAnswers())
    router.add(middleware: RequestMetrics(metrics))
    router.add(middleware: ErrorAnswers(engine.log))
    let open = [Self.healthPath] + (isReachedFromElsewhere ? [] : [Self.metricsPath])
    router.add(middleware: Gate(policy, open: Set(open)))
    router.get("\(Self.healthPath)") { _, _ in try await health() }
    router.get("\(Self.metricsPath)") { _, _ in
      Response.text(metrics.text(engine.board), type: "text/plain; version=0.0.4; charset=utf-8")
    }
    VersionRoutes().add(to: router)
    V1Routes(engine: engine, bounds: bounds).add(to: router)
    let second = router.group("/v2/:project").add(middleware: V2Errors())
    V2Routes(engine: engine, bounds: bounds).add(to: second)
    V2GroupRoutes(engine: engine, bounds: bounds).add(to: second)
    V2StorageRoutes(BucketDesk(listing, within: bounds, questions)).add(to: second)
    V2SyncRoutes().add(to: second)
    LocalRoutes(engine: engine, bounds: bounds).add(to: router)
    return router
  }

  private func health() async throws -> Response {
    var problems: [String] = []
    do {
      try await engine.store.check()
    } catch {
      problems.append("the store cannot be read")
    }
    if let trouble = await moverTrouble() { problems.append(trouble) }
    let condition = ServiceCondition(
      problems: problems, windowZone: engine.settings.zone.told(at: engine.now()))
    return .json(.health, condition, status: problems.isEmpty ? .ok : .serviceUnavailable)
  }
}
