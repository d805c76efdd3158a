import Testing

@testable import MigrationService

/// What a run does next that ends with a comparison of both sides.
struct RunPlanVerificationTests {
  private static let done = RunFacts.Child.ended(.exited(0))

  private static func facts(_ verification: RunFacts.Child?, broken: Bool = false) -> RunFacts {
    RunFacts(
      copy: (done, .copy), scan: done, verification: verification, arrived: 1,
      hasFoundSame: false, isBroken: broken, isGivenUp: false)
  }

  /// A plan that has come to the comparison.
  private static func verifying() -> RunPlan {
    var plan = RunPlan(isVerified: true)
    #expect(plan.next(facts(nil)).last == .end(byForce: true))
    #expect(plan.next(facts(nil)) == [.lookAfter])
    #expect(plan.next(facts(nil)) == [.start(.verify)])
    #expect(plan.isWaiting && !plan.isMoving)
    return plan
  }

  @Test(arguments: [0, 1, 3])
  func `what it has found is entered once it has ended, whatever it is`(status: Int) {
    var plan = Self.verifying()
    #expect(plan.next(Self.facts(.alive)) == [])
    #expect(plan.next(Self.facts(.ended(.exited(status)))) == [.judge])
    #expect(plan.next(Self.facts(.ended(.exited(status)))) == [.record(isStopped: false)])
  }

  @Test func `one that an earlier process has begun is waited for`() {
    var plan = RunPlan(isVerified: true)
    _ = plan.next(Self.facts(.alive))
    _ = plan.next(Self.facts(.alive))
    #expect(plan.next(Self.facts(.alive)) == [])
  }

  @Test func `a killed one is started again three times`() {
    var plan = Self.verifying()
    let killed = Self.facts(.ended(.killed))
    for _ in 0..<3 { #expect(plan.next(killed) == [.start(.verify)]) }
    #expect(plan.next(killed) == [.judge])
  }

  @Test(arguments: [RunPlan.Wish.stop, .halt])
  func `a wish to end ends it`(wish: RunPlan.Wish) {
    var plan = Self.verifying()
    plan.wish = wish
    #expect(plan.next(Self.facts(.alive)) == [.end(byForce: wish == .stop)])
    #expect(
      plan.next(Self.facts(.ended(.killed))) == [wish == .stop ? .record(isStopped: true) : .detach]
    )
  }

  @Test func `nothing is compared after what went wrong with all objects`() {
    var plan = RunPlan(isVerified: true)
    _ = plan.next(Self.facts(nil, broken: true))
    #expect(plan.next(Self.facts(nil, broken: true)) == [.record(isStopped: false)])
  }
}
