import FoundationEssentials
import TestSupport
import Testing

@testable import Migration
@testable import OMSClient
@testable import OMSWire

struct RetryPolicyTests {
  private let policy = RetryPolicy()

  private func failure(
    _ advice: ErrorCatalogue.Repeat, _ arrival: CallFailure.Arrival = .answered,
    status: Int? = nil, retryAfter: Duration? = nil, repair: CredentialRefusal.Repair? = nil
  ) -> CallFailure {
    var failure = CallFailure(
      problem: APIProblem(kind: .server, status: status, sentence: "no"), arrival: arrival,
      advice: advice)
    failure.retryAfter = retryAfter
    failure.repair = repair
    return failure
  }

  private func decision(
    _ failure: CallFailure, _ repeatability: APICall.Repeatability = .read, attempts: Int = 1,
    repairs: Set<CredentialRefusal.Repair> = [], timeLeft: Duration = .seconds(20),
    random: Double = 0.5
  ) -> RetryPolicy.Decision {
    policy.decision(
      after: failure, repeatability,
      RetryPolicy.Progress(attempts: attempts, repairs: repairs, timeLeft: timeLeft),
      random: random)
  }

  @Test(arguments: [ErrorCatalogue.Repeat.no, .fix, .hours])
  func `what a repeat cannot help is not repeated`(advice: ErrorCatalogue.Repeat) {
    #expect(decision(failure(advice)) == .giveUp)
  }

  @Test(arguments: [
    (APICall.Repeatability.read, CallFailure.Arrival.never, true), (.read, .perhaps, true),
    (.read, .answered, true), (.idempotent, .never, true), (.idempotent, .perhaps, true),
    (.idempotent, .answered, true), (.once, .never, true), (.once, .perhaps, false),
    (.once, .answered, false),
  ])
  func `a call is repeated where that is safe`(
    repeatability: APICall.Repeatability, arrival: CallFailure.Arrival, isRepeated: Bool
  ) {
    let decision = decision(failure(.wait, arrival, status: 503), repeatability)
    #expect((decision != .giveUp) == isRepeated)
  }

  @Test func `a throttled call has done nothing, so any may be repeated`() {
    #expect(decision(failure(.wait, status: 429), .once) == .pause(.seconds(3.5)))
  }

  @Test func `pauses grow and are spread over their whole length`() {
    let lost = failure(.wait, .perhaps)
    #expect(decision(lost, attempts: 1, random: 0) == .pause(.zero))
    #expect(decision(lost, attempts: 1, random: 0.5) == .pause(.milliseconds(100)))
    #expect(decision(lost, attempts: 2, random: 0.5) == .pause(.milliseconds(200)))
    #expect(decision(lost, attempts: 3, random: 0.5) == .pause(.milliseconds(400)))
  }

  @Test func `no pause of our own is longer than five seconds`() {
    let patient = RetryPolicy(mostAttempts: .max)
    for attempts in [10, 64, 1_000_000] {
      let decision = patient.decision(
        after: failure(.wait, .perhaps), .read,
        RetryPolicy.Progress(attempts: attempts, timeLeft: .seconds(20)), random: 0.999)
      guard case .pause(let pause) = decision else {
        Issue.record("\(decision)")
        continue
      }
      #expect(pause <= .seconds(5))
    }
  }

  @Test func `a call is sent four times at most`() {
    #expect(decision(failure(.wait), attempts: 3) != .giveUp)
    #expect(decision(failure(.wait), attempts: 4) == .giveUp)
  }

  @Test func `the pause that is asked for is the least`() {
    let asked = failure(.wait, status: 503, retryAfter: .seconds(4))
    #expect(decision(asked, random: 0.999) == .pause(.seconds(4)))
  }

  @Test func `a pause that ends after the deadline is not begun`() {
    let asked = failure(.wait, status: 503, retryAfter: .seconds(4))
    #expect(decision(asked, timeLeft: .seconds(5)) != .giveUp)
    #expect(decision(asked, timeLeft: .seconds(4)) == .giveUp)
  }

  @Test(arguments: [CredentialRefusal.Repair.credentials, .clock])
  func `what can be put right is put right once`(repair: CredentialRefusal.Repair) {
    let refused = failure(.once, repair: repair)
    #expect(decision(refused, .once) == .repair(repair))
    #expect(decision(refused, .once, repairs: [repair]) == .giveUp)
  }

  @Test func `a refusal that nothing puts right is final`() {
    #expect(decision(failure(.once)) == .giveUp)
  }

  @Test(
    arguments: [
      ("0", 0.0), ("120", 120), ("999999999999999999999999", 86_400),
      ("Sun, 06 Nov 1994 08:50:37 GMT", 60),
      ("Sun, 06 Nov 1994 08:00:00 GMT", 0), ("Sun, 06 Nov 9999 08:00:00 GMT", 86_400), ("-1", nil),
      ("1.5", nil), ("", nil), ("soon", nil), ("١٢", nil), ("Sun, 99 Nov 1994 08:49:37 GMT", nil),
      ("Sun, 06 Foo 1994 08:49:37 GMT", nil), ("inf", nil),
    ] as [(String, Double?)])
  func `Retry-After is a number of seconds or a date`(text: String, seconds: Double?) throws {
    let now = try #require(HTTPDate.date("Sun, 06 Nov 1994 08:49:37 GMT"))
    #expect(RetryAfter.pause(text, now: now) == seconds.map { .seconds($0) })
  }

  @Test func `repeats are a small part of the calls`() {
    var budget = RetryBudget()
    var spent = 0
    while budget.spend() { spent += 1 }
    #expect(spent == 10)
    for _ in 0..<100 {
      budget.earn()
      if budget.spend() { spent += 1 }
    }
    #expect((19...20).contains(spent))
  }
}
