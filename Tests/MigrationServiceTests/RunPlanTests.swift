import Testing

@testable import MigrationService

/// What a run does next.
struct RunPlanTests {
  /// What is known, as far as a test has a say in it.
  private static func facts(
    copy: RunFacts.Child = .alive, _ purpose: ChildFiles.Purpose = .copy,
    scan: RunFacts.Child = .alive, arrived: Int64 = 0, same: Bool = false,
    throttled: Bool = false, better: Bool = false, broken: Bool = false, givenUp: Bool = false
  ) -> RunFacts {
    RunFacts(
      copy: (copy, purpose), scan: scan, arrived: arrived, hasFoundSame: same,
      isThrottled: throttled, mayDoBetter: throttled || better, isBroken: broken, isGivenUp: givenUp
    )
  }

  private static let done = RunFacts.Child.ended(.exited(0))

  @Test func `a run that goes as it should has its steps in order`() {
    var plan = RunPlan()
    #expect(plan.next(Self.facts()) == [])
    #expect(plan.next(Self.facts(scan: Self.done)) == [.audit])
    #expect(plan.next(Self.facts(scan: Self.done)) == [])
    #expect(plan.next(Self.facts(copy: Self.done, scan: Self.done, same: true)) == [.start(.sizes)])
    let last = Self.facts(copy: Self.done, .sizes, scan: Self.done, same: true)
    #expect(plan.next(last) == [.end(byForce: true)])
    #expect(plan.next(last) == [.lookAfter])
    #expect(plan.next(last) == [.record(isStopped: false)])
  }

  @Test func `nothing is copied by size where nothing was there before`() {
    var plan = RunPlan()
    #expect(
      plan.next(Self.facts(copy: Self.done, scan: Self.done)) == [.audit, .end(byForce: true)])
  }

  @Test func `a list that comes late is waited for`() {
    var plan = RunPlan()
    #expect(plan.next(Self.facts(copy: Self.done)) == [])
    #expect(plan.next(Self.facts(copy: Self.done, scan: Self.done)).last == .end(byForce: true))
  }

  @Test func `a killed child is started again three times, and anew once something has arrived`() {
    var plan = RunPlan()
    let killed = RunFacts.Child.ended(.killed)
    for _ in 0..<3 { #expect(plan.next(Self.facts(copy: killed)) == [.start(.copy)]) }
    #expect(plan.next(Self.facts(copy: killed, arrived: 1)) == [.start(.copy)])
    for _ in 0..<2 { #expect(plan.next(Self.facts(copy: killed, arrived: 1)) == [.start(.copy)]) }
    #expect(plan.next(Self.facts(copy: killed, arrived: 1)) == [])
    // The list goes on, so that what there is becomes known.
    #expect(
      plan.next(Self.facts(copy: killed, scan: Self.done, arrived: 1)).last == .end(byForce: true))
  }

  @Test func `who is throttled goes on more slowly, as long as something arrives`() {
    var plan = RunPlan()
    let failed = RunFacts.Child.ended(.exited(1))
    let slower = [RunPlan.Action.slowDown, .start(.copy)]
    #expect(plan.next(Self.facts(copy: failed, throttled: true)) == slower)
    #expect(plan.next(Self.facts()) == [])
    #expect(plan.next(Self.facts(copy: failed, arrived: 1, throttled: true)) == slower)
    #expect(plan.next(Self.facts(copy: failed, arrived: 2, throttled: true)) == slower)
    #expect(plan.next(Self.facts(copy: failed, arrived: 2, throttled: true)) == [])
    #expect(
      plan.next(Self.facts(copy: failed, scan: Self.done, arrived: 2, throttled: true)).last
        == .end(byForce: true))
  }

  @Test func `what a passing fault has kept from arriving is tried again`() {
    var plan = RunPlan()
    let failed = RunFacts.Child.ended(.exited(1))
    #expect(plan.next(Self.facts(copy: failed, better: true)) == [.start(.copy)])
    #expect(plan.next(Self.facts(copy: failed, better: true)) == [])
  }

  @Test func `who is throttled after another fault goes on slowly once, with nothing there yet`() {
    var plan = RunPlan()
    let failed = RunFacts.Child.ended(.exited(1))
    #expect(plan.next(Self.facts(copy: failed, better: true)) == [.start(.copy)])
    let slower = [RunPlan.Action.slowDown, .start(.copy)]
    #expect(plan.next(Self.facts(copy: failed, throttled: true)) == slower)
    #expect(plan.next(Self.facts(copy: failed, throttled: true)) == [])
  }

  @Test(arguments: [RcloneChild.End.killed, .exited(1)])
  func `a list that fails is begun again three times, and then the run goes on without`(
    end: RcloneChild.End
  ) {
    var plan = RunPlan()
    for _ in 0..<3 { #expect(plan.next(Self.facts(scan: .ended(end))) == [.start(.scan)]) }
    #expect(plan.next(Self.facts(scan: .ended(end))) == [])
    let last = Self.facts(copy: Self.done, scan: .ended(end))
    #expect(plan.next(last) == [.end(byForce: true)])
    // Without a list there is nothing to hold another one against.
    #expect(plan.next(last) == [.record(isStopped: false)])
  }

  @Test func `trouble with the whole is not waited for, nor copied on, nor looked after`() {
    var plan = RunPlan()
    #expect(plan.next(Self.facts(broken: true)) == [])
    let last = Self.facts(copy: Self.done, same: true, broken: true)
    #expect(plan.next(last) == [.end(byForce: true)])
    #expect(plan.next(last) == [.record(isStopped: false)])
  }

  @Test func `a run that cannot get any further ends at once`() {
    var plan = RunPlan()
    #expect(plan.next(Self.facts(givenUp: true)) == [.end(byForce: true)])
    #expect(plan.next(Self.facts(givenUp: true)) == [.record(isStopped: false)])
  }

  @Test func `a stop ends the children and is said to be one, at whatever step it comes`() {
    var plan = RunPlan()
    plan.wish = .stop
    #expect(plan.next(Self.facts()) == [.end(byForce: true)])
    #expect(plan.next(Self.facts()) == [.record(isStopped: true)])

    var late = RunPlan()
    let last = Self.facts(copy: Self.done, scan: Self.done)
    _ = late.next(last)
    #expect(late.next(last) == [.lookAfter])
    late.wish = .stop
    #expect(late.next(last) == [.record(isStopped: true)])
  }

  @Test func `a service that ends leaves its runs to the next one, and a stop before that stays`() {
    var plan = RunPlan()
    plan.wish = .halt
    #expect(plan.next(Self.facts()) == [.end(byForce: false)])
    #expect(plan.next(Self.facts()) == [.detach])

    var stopped = RunPlan()
    stopped.wish = .stop
    stopped.wish = .halt
    #expect(stopped.next(Self.facts()) == [.end(byForce: true)])
    #expect(stopped.next(Self.facts()) == [.record(isStopped: true)])
  }
}
