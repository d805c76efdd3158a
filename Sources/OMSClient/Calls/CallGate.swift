import FoundationEssentials
import Migration

/// What every call to one endpoint with one access key has to pass through.
///
/// It lets at most four calls in at once, first come first served; makes everybody wait when the
/// service asks for a pause; keeps repeats rare; and closes before the gateway locks the key.
actor CallGate {
  /// What a call says of the service when it leaves.
  enum Outcome: Equatable, Sendable {
    /// The credentials were good.
    case accepted
    /// The signature was refused.
    case refused(isLocked: Bool)
    /// There were too many calls; so long is to be waited.
    case throttled(Duration)
    /// Nothing is known about any of these.
    case unknown
  }

  /// The most calls that are under way at once.
  static let mostAtOnce = 4
  /// The longest pause that a service can ask everybody for, in case it asks for nonsense.
  static let longestPause = Duration.seconds(300)

  /// How far the clock for signatures is put forward, as ours has proved wrong.
  private(set) var correction = Duration.zero

  private let endpoint: Endpoint
  private let accessKey: String?
  private let clock: CallClock
  private let memory: RefusalMemory?
  private var underWay = 0
  private var queue: [(number: Int, wake: CheckedContinuation<Bool, Never>)] = []
  private var lastNumber = 0
  private var pausedUntil = Duration.zero
  private var refusals = RefusalCount()
  private var budget = RetryBudget()

  /// How many calls wait to be let in.
  var waiting: Int { queue.count }

  /// A gate that nobody has passed yet.
  init(
    endpoint: Endpoint, accessKey: String?, clock: CallClock, memory: RefusalMemory? = nil
  ) {
    self.memory = memory
    self.endpoint = endpoint
    self.accessKey = accessKey
    self.clock = clock
  }

  /// Waits until a call may be sent; each call that was let in leaves with ``leave(_:)``.
  ///
  /// - Parameter deadline: The end of the call; there is no waiting for a pause that ends later.
  /// - Throws: ``CallFailure`` when the call may not be sent or is cancelled; then it does not leave.
  func enter(by deadline: Duration) async throws(CallFailure) {
    guard await takePlace() else { throw .cancelled(endpoint, arrival: .never) }
    do throws(CallFailure) {
      try await waitForPause(until: deadline)
      try checkRefusals()
    } catch {
      leave(.unknown)
      throw error
    }
    budget.earn()
  }

  /// Makes room for the next call, and learns from what became of this one.
  func leave(_ outcome: Outcome) {
    switch outcome {
    case .accepted:
      refusals.accepted()
      if let accessKey { memory?.accepted(accessKey, at: endpoint) }
    case .refused(let isLocked): count(refusalIsLock: isLocked)
    case .throttled(let pause):
      pausedUntil = max(pausedUntil, clock.now() + min(pause, Self.longestPause))
    case .unknown: break
    }
    underWay -= 1
    while underWay < room, !queue.isEmpty {
      underWay += 1
      queue.removeFirst().wake.resume(returning: true)
    }
  }

  /// Counts a refused key, so that the gate closes before the gateway locks it.
  func count(refusalIsLock: Bool) {
    guard let accessKey else { return }
    refusals.refused(isLocked: refusalIsLock, at: clock.now())
    memory?.refused(accessKey, at: endpoint, isLocked: refusalIsLock)
  }

  /// Whether a call may be repeated, which counts as done when it may.
  func mayRepeat() -> Bool { budget.spend() }

  /// Signs for a clock that is `difference` ahead of ours from now on.
  ///
  /// A difference of more than a week is no clock that is wrong but a `Date` that is nonsense.
  func correctClock(by difference: Duration) {
    if abs(difference / .seconds(1)) < 7 * 86_400 { correction = difference }
  }

  // While a key is in doubt its calls go one by one, so that those under way cannot lock it.
  private var room: Int { refusals.inARow == 0 ? Self.mostAtOnce : 1 }

  private func takePlace() async -> Bool {
    if underWay < room, queue.isEmpty {
      underWay += 1
      return true
    }
    lastNumber += 1
    let number = lastNumber
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        if Task.isCancelled {
          continuation.resume(returning: false)
        } else {
          queue.append((number, continuation))
        }
      }
    } onCancel: {
      Task { await self.giveUp(number) }
    }
  }

  private func giveUp(_ number: Int) {
    guard let index = queue.firstIndex(where: { $0.number == number }) else { return }
    queue.remove(at: index).wake.resume(returning: false)
  }

  private func waitForPause(until deadline: Duration) async throws(CallFailure) {
    while clock.now() < pausedUntil {
      guard pausedUntil < deadline else {
        let left = pausedUntil - clock.now()
        throw refusal(.throttled, .pausing(left: left))
      }
      do {
        try await clock.sleep(pausedUntil)
      } catch {
        throw .cancelled(endpoint, arrival: .never)
      }
    }
  }

  private func checkRefusals() throws(CallFailure) {
    guard let accessKey else { return }
    let ours = refusals.closed(at: clock.now()).map { $0 - clock.now() }
    guard let left = ours ?? memory?.rest(of: accessKey, at: endpoint) else { return }
    let time = clock.date().addingTimeInterval(left / .seconds(1)).formatted(
      .iso8601.time(includingFractionalSeconds: false))
    throw refusal(.credentials, .keyGuarded(accessKey: accessKey, until: time))
  }

  private func refusal(_ kind: APIProblem.Kind, _ fault: CallFault) -> CallFailure {
    CallFailure(problem: APIProblem(.call(endpoint, fault), kind: kind), arrival: .never)
  }
}
