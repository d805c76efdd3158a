import Hummingbird
import OMSWire

/// Everything that the service answers to.
struct ServiceRoutes: Sendable {
  /// The path that needs no signature.
  static let healthPath = "/healthz"

  private let engine: TaskEngine
  private let moverTrouble: @Sendable () async -> String?

  /// Routes to `engine`.
  ///
  /// - Parameters:
  ///   - engine: What carries out the operations.
  ///   - moverTrouble: Why the mover cannot be used, or `nil` when it can.
  init(engine: TaskEngine, moverTrouble: @escaping @Sendable () async -> String?) {
    self.engine = engine
    self.moverTrouble = moverTrouble
  }

  /// A router for one kind of callers.
  ///
  /// - Parameters:
  ///   - policy: How callers are told apart.
  ///   - bounds: The places on this machine that these callers may name.
  /// - Returns: A router with all middlewares and routes.
  func router(_ policy: Gate.Policy, bounds: Bounds) -> Router<ServiceContext> {
    let router = Router(context: ServiceContext.self)
    router.add(middleware: LongAnswers())
    router.add(middleware: ErrorAnswers())
    router.add(middleware: Gate(policy))
    router.get("\(Self.healthPath)") { _, _ in try await health() }
    VersionRoutes().add(to: router)
    V1Routes(engine: engine, bounds: bounds).add(to: router)
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
