/// The steps of a run, and what is done next: it knows no process, no file and no clock.
///
/// A run lists its source and copies at the same time; what was there already in another size is copied
/// after that, what rclone does not see is looked after, both sides are compared where that is wanted,
/// and the lists of what was not moved are written. Each child is started again when it is killed, as
/// long as that leads anywhere.
struct RunPlan: Sendable {
  /// What the run is to do now, as others want it.
  enum Wish: Equatable, Sendable {
    /// Its work.
    case goOn
    /// End, and say how far it has come.
    case stop
    /// End so that a later process can go on with it.
    case halt
  }

  /// What has to be done.
  enum Action: Equatable, Sendable {
    /// Start a child, after whatever is left of an earlier one.
    case start(ChildFiles.Purpose)
    /// Have later children do less at once and try again for longer.
    case slowDown
    /// Begin to hold the list of the source against another one.
    case audit
    /// End all children in good order; by force those that take too long.
    case end(byForce: Bool)
    /// Look after what rclone does not see.
    case lookAfter
    /// Enter what the comparison of both sides has found.
    case judge
    /// Write the lists down and say how the run has ended.
    case record(isStopped: Bool)
    /// Leave everything to a later process.
    case detach
  }

  private enum Phase {
    case moving, ended, lookedAfter, verifying, over
  }

  /// What is wanted now; a first wish to end stays.
  var wish: Wish {
    get { wanted }
    set { if wanted == .goOn { wanted = newValue } }
  }

  /// Whether the source has been listed to the end.
  private(set) var isScanned = false
  /// Whether objects may be moving still.
  var isMoving: Bool { phase == .moving }
  /// Whether there is anything to wait for before the next look.
  var isWaiting: Bool { phase == .moving || phase == .verifying }

  private var wanted = Wish.goOn
  private var phase = Phase.moving
  /// Deaths of the child that copies since an object has arrived, and what had arrived then.
  private var deaths = (count: 0, arrived: Int64(0))
  /// Passes over what a passing fault has kept from arriving, and what had arrived before the last.
  private var morePasses = (count: 0, arrived: Int64(0))
  /// Whether later children do less at once.
  private var isSlow = false
  private var failedScans = 0
  private var failedComparisons = 0
  private let isVerified: Bool

  /// The plan of a run at its beginning.
  ///
  /// - Parameter isVerified: Whether both sides are compared once everything is moved.
  init(isVerified: Bool = false) {
    self.isVerified = isVerified
  }

  /// How often each child may end without a result before it is given up.
  private static let patience = 3

  /// What follows from what is known now.
  mutating func next(_ facts: RunFacts) -> [Action] {
    switch phase {
    case .moving: return move(facts)
    case .ended:
      guard wish == .goOn, isScanned, !facts.isBroken, !facts.isGivenUp else {
        phase = .over
        return [conclusion]
      }
      phase = .lookedAfter
      return [.lookAfter]
    case .lookedAfter:
      phase = isVerified ? .verifying : .over
      return isVerified ? verify(facts) : [conclusion]
    case .verifying: return verify(facts)
    case .over: return [conclusion]
    }
  }

  private mutating func verify(_ facts: RunFacts) -> [Action] {
    guard wish == .goOn else {
      phase = .over
      return [.end(byForce: wish != .halt)]
    }
    switch facts.verification {
    case nil: return [.start(.verify)]
    case .alive: return []
    case .ended(.killed) where failedComparisons < Self.patience:
      failedComparisons += 1
      return [.start(.verify)]
    case .ended:
      phase = .over
      return [.judge]
    }
  }

  private var conclusion: Action { wish == .halt ? .detach : .record(isStopped: wish == .stop) }

  private mutating func move(_ facts: RunFacts) -> [Action] {
    var actions: [Action] = []
    if wish == .goOn, !facts.isGivenUp {
      let isCopying = copy(facts, &actions)
      let isScanning = scan(facts, &actions)
      if isCopying || isScanning && !facts.isBroken { return actions }
    }
    phase = .ended
    // What was about to begin does not any more.
    return actions.filter { $0 == .audit } + [.end(byForce: wish != .halt)]
  }

  /// Whether something is copied still, or will be.
  private mutating func copy(_ facts: RunFacts, _ actions: inout [Action]) -> Bool {
    switch facts.copy.state {
    case .alive: return true
    case .ended(.killed):
      deaths = (facts.arrived > deaths.arrived ? 1 : deaths.count + 1, facts.arrived)
      guard deaths.count <= Self.patience else { return false }
      actions.append(.start(facts.copy.purpose))
    case .ended(.exited) where facts.mayDoBetter && isWorthAnotherPass(facts):
      morePasses = (morePasses.count + 1, facts.arrived)
      if facts.isThrottled {
        actions.append(.slowDown)
        isSlow = true
      }
      actions.append(.start(facts.copy.purpose))
    case .ended(.exited):
      guard facts.copy.purpose == .copy, facts.hasFoundSame, !facts.isBroken else { return false }
      actions.append(.start(.sizes))
    }
    return true
  }

  /// A passing fault is tried again, and throttled means slower, as long as something arrives; whoever
  /// is throttled goes on slowly at least once, whatever other faults there were before.
  private func isWorthAnotherPass(_ facts: RunFacts) -> Bool {
    morePasses.count == 0 || facts.arrived > morePasses.arrived || facts.isThrottled && !isSlow
  }

  /// Whether something is listed still, or will be.
  private mutating func scan(_ facts: RunFacts, _ actions: inout [Action]) -> Bool {
    guard !isScanned else { return false }
    switch facts.scan {
    case .alive: return true
    case .ended(.exited(0)):
      isScanned = true
      actions.append(.audit)
      return false
    case .ended:
      guard failedScans < Self.patience else { return false }
      failedScans += 1
      actions.append(.start(.scan))
      return true
    }
  }
}

/// What is known of a run at one moment.
struct RunFacts: Sendable {
  /// Where a child stands.
  enum Child: Equatable, Sendable {
    case alive
    case ended(RcloneChild.End)
  }

  /// The child that copies, and in which pass.
  var copy: (state: Child, purpose: ChildFiles.Purpose)
  /// The child that lists the source.
  var scan: Child
  /// The child that compares both sides; `nil` before there is one.
  var verification: Child?
  /// Objects that have arrived, in earlier runs too.
  var arrived: Int64
  /// Whether some object was at the destination already.
  var hasFoundSame: Bool
  /// Whether a store has asked for fewer requests in this pass.
  var isThrottled = false
  /// Whether objects have failed in this pass that another one may well move.
  var mayDoBetter = false
  /// Whether something went wrong that is about more than one object.
  var isBroken: Bool
  /// Whether the run cannot get any further.
  var isGivenUp: Bool
}
