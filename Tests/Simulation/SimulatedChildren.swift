import TestSupport

@testable import MigrationService

/// The two children of a run and the store that they read, which may say of itself what is not so.
struct SimulatedChildren {
  /// Objects that the source has.
  private let objects: Int64
  /// Objects that are at the destination already, before the run.
  private let there: Int64
  private var scan = RunFacts.Child.alive
  private var copy = (state: RunFacts.Child.alive, purpose: ChildFiles.Purpose.copy)
  /// How far the present lists have come.
  private var listed: Int64 = 0
  /// Objects that the source does not list.
  private var hidden: Int64 = 0
  /// Objects that have failed for a fault that passes; another pass tries them again.
  private var passing: Int64 = 0
  private var isBroken = false
  private var isGivenUp = false
  /// Whether the disk takes what the run has to leave.
  private(set) var hasRoom = true
  /// Objects that somebody has heard of.
  private(set) var found: Int64
  /// Those of them that have arrived.
  private(set) var moved: Int64
  /// Those that have failed.
  private(set) var failed: Int64 = 0

  /// The children of a run over all that a source has, of which some objects are there already.
  init(listed objects: Int64, there: Int64) {
    self.objects = objects
    self.there = there
    // What the logs of earlier children say is known, whatever the source lists now.
    found = there
    moved = there
  }

  /// The children of a run over so many objects that are known by their names.
  init(named objects: Int64, there: Int64) {
    self.init(listed: objects, there: there)
    found = objects
  }

  /// Whether one of them is there.
  var areAlive: Bool { copy.state == .alive || scan == .alive }

  /// What is known of the run.
  var facts: RunFacts {
    RunFacts(
      copy: copy, scan: scan, arrived: moved, hasFoundSame: there > 0,
      mayDoBetter: passing > 0, isBroken: isBroken, isGivenUp: isGivenUp)
  }

  /// Lets one of them do something, or something be done to one of them.
  mutating func goOn(_ random: inout Generator, isKind: Bool) {
    hasRoom = isKind || Int.random(in: 0..<20, using: &random) > 0
    if !isKind, Int.random(in: 0..<12, using: &random) == 0 { suffer(&random) }
    if scan == .alive { list(&random) }
    if copy.state == .alive { move(&random, isKind: isKind) }
  }

  /// Starts a child.
  ///
  /// - Returns: Whether nobody does the same already.
  mutating func start(_ purpose: ChildFiles.Purpose) -> Bool {
    if purpose == .scan {
      guard scan != .alive else { return false }
      (scan, listed) = (.alive, 0)
    } else {
      guard copy.state != .alive else { return false }
      copy = (.alive, purpose)
      failed -= passing
      passing = 0
    }
    return true
  }

  /// Ends both.
  mutating func end() {
    if scan == .alive { scan = .ended(.exited(143)) }
    if copy.state == .alive { copy.state = .ended(.exited(143)) }
  }

  /// Finds what the source has not listed.
  mutating func lookAfter() {
    found = max(found, objects)
    failed = found - moved
  }

  private mutating func list(_ random: inout Generator) {
    listed = min(objects - hidden, listed + Int64.random(in: 1...4, using: &random))
    found = max(found, listed)
    if listed == objects - hidden { scan = .ended(.exited(0)) }
  }

  private mutating func move(_ random: inout Generator, isKind: Bool) {
    guard moved + failed < objects - hidden else {
      copy.state = .ended(.exited(failed == 0 ? 0 : 1))
      return
    }
    found = max(found, moved + failed + 1)
    let fails = !isKind && Int.random(in: 0..<8, using: &random) == 0
    if fails { failed += 1 } else { moved += 1 }
    if fails, Bool.random(using: &random) { passing += 1 }
  }

  private mutating func suffer(_ random: inout Generator) {
    let ends: [RcloneChild.End] = [.killed, .exited(1), .exited(7)]
    let end = ends.randomElement(using: &random) ?? .killed
    switch Int.random(in: 0..<6, using: &random) {
    case 0..<2: if scan == .alive { scan = .ended(end) }
    case 2..<4: if copy.state == .alive { copy.state = .ended(end) }
    case 4: if found < objects { hidden = min(objects - found, 1) }
    default: if Bool.random(using: &random) { isBroken = true } else { isGivenUp = true }
    }
  }
}
