import FoundationEssentials
import TestSupport
import Testing

@testable import Migration
@testable import OMSClient

@Suite(.timeLimit(.minutes(1)))
struct CallGateTests {
  private let clock = ManualClock()
  private let gate: CallGate

  init() throws {
    let date = Date(timeIntervalSince1970: 1_700_000_000)
    gate = CallGate(
      endpoint: try Endpoint("https://oms.test"), accessKey: "FAKEAK",
      clock: CallClock(clock, date: { date }))
  }

  private func enter(by deadline: Duration = .seconds(1000)) async -> APIProblem? {
    do throws(CallFailure) {
      try await gate.enter(by: deadline)
      return nil
    } catch {
      return error.problem
    }
  }

  private func waitForWaiting(_ count: Int) async {
    while await gate.waiting != count { await Task.yield() }
  }

  @Test func `the fifth call waits until one leaves`() async {
    for _ in 0..<4 { #expect(await enter() == nil) }
    async let fifth = enter()
    await waitForWaiting(1)
    await gate.leave(.accepted)
    #expect(await fifth == nil)
  }

  @Test func `who comes first is served first`() async {
    for _ in 0..<4 { _ = await enter() }
    let (order, told) = AsyncStream.makeStream(of: Int.self)
    await withDiscardingTaskGroup { group in
      for number in 0..<5 {
        group.addTask {
          _ = await enter()
          told.yield(number)
        }
        await waitForWaiting(number + 1)
      }
      var numbers = order.makeAsyncIterator()
      for number in 0..<5 {
        await gate.leave(.accepted)
        #expect(await numbers.next() == number)
      }
    }
  }

  @Test func `a call that waits can be called off, and takes no place`() async {
    for _ in 0..<4 { _ = await enter() }
    let waiting = Task { await enter() }
    await waitForWaiting(1)
    waiting.cancel()
    #expect(await waiting.value?.kind == .cancelled)
    #expect(await gate.waiting == 0)
    await gate.leave(.accepted)
    #expect(await enter() == nil)
  }

  @Test func `a call that is called off before it comes does not come in`() async {
    for _ in 0..<4 { _ = await enter() }
    let call = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return await enter()
    }
    #expect(await call.value?.kind == .cancelled)
  }

  @Test func `everybody waits for the pause that one was asked for`() async {
    _ = await enter()
    await gate.leave(.throttled(.seconds(9)))
    async let one = enter()
    async let other = enter()
    await clock.advance(toSleeperAt: .seconds(9))
    #expect(await one == nil)
    #expect(await other == nil)
  }

  @Test func `a pause that outlasts the call is told at once`() async {
    _ = await enter()
    await gate.leave(.throttled(.seconds(90)))
    let problem = await enter(by: .seconds(20))
    #expect(problem?.kind == .throttled)
    #expect(problem?.english.contains("try again in 90 s") == true)
  }

  @Test func `a pause of years lasts five minutes`() async {
    _ = await enter()
    await gate.leave(.throttled(.seconds(86_400)))
    async let next = enter()
    await clock.advance(toSleeperAt: .seconds(300))
    #expect(await next == nil)
  }

  @Test func `who waits for a pause can be called off`() async {
    _ = await enter()
    await gate.leave(.throttled(.seconds(9)))
    let waiting = Task { await enter() }
    waiting.cancel()
    #expect(await waiting.value?.kind == .cancelled)
  }

  @Test func `three refusals in a row close the gate for five minutes`() async {
    for _ in 0..<3 {
      #expect(await enter() == nil)
      await gate.leave(.refused(isLocked: false))
    }
    let problem = await enter()
    #expect(problem?.kind == .credentials)
    #expect(problem?.english.contains("FAKEAK until 22:18:20 UTC") == true)
    try? await move(by: .seconds(300))
    #expect(await enter() == nil)
  }

  @Test func `a refusal after the five minutes closes it again at once`() async {
    for _ in 0..<3 {
      _ = await enter()
      await gate.leave(.refused(isLocked: false))
    }
    try? await move(by: .seconds(300))
    #expect(await enter() == nil)
    await gate.leave(.refused(isLocked: false))
    #expect(await enter()?.kind == .credentials)
  }

  @Test func `a call that is let in ends the row`() async {
    for outcome in [CallGate.Outcome.refused(isLocked: false), .accepted] {
      for _ in 0..<2 {
        #expect(await enter() == nil)
        await gate.leave(outcome)
      }
    }
    for _ in 0..<2 {
      #expect(await enter() == nil)
      await gate.leave(.refused(isLocked: false))
    }
    #expect(await enter() == nil)
  }

  @Test func `a lost call neither ends the row nor adds to it`() async {
    for outcome in [
      CallGate.Outcome.refused(isLocked: false), .unknown, .refused(isLocked: false), .unknown,
    ] {
      #expect(await enter() == nil)
      await gate.leave(outcome)
    }
    #expect(await enter() == nil)
    await gate.leave(.refused(isLocked: false))
    #expect(await enter()?.kind == .credentials)
  }

  @Test func `a key that the gateway has locked closes the gate at once`() async {
    _ = await enter()
    await gate.leave(.refused(isLocked: true))
    #expect(await enter()?.kind == .credentials)
  }

  @Test func `while a key is in doubt calls go one by one`() async {
    _ = await enter()
    await gate.leave(.refused(isLocked: false))
    #expect(await enter() == nil)
    async let second = enter()
    await waitForWaiting(1)
    await gate.leave(.accepted)
    #expect(await second == nil)
  }

  @Test func `one key's gate is not another's, and tokens have one of their own`() throws {
    let gates = CallGates(clock: CallClock(clock))
    let endpoint = try Endpoint("https://oms.test")
    let other = Credentials.keys(
      StorageKeys(accessKey: "OTHER", secretKey: Secret("FAKE-SECRET-KEY")), securityToken: nil)
    let first = gates.gate(to: endpoint, with: CallFixture.keys)
    #expect(first === gates.gate(to: endpoint, with: CallFixture.keys))
    #expect(first !== gates.gate(to: endpoint, with: other))
    #expect(first !== gates.gate(to: endpoint, with: .token(Secret("T"))))
    #expect(first !== gates.gate(to: try Endpoint("https://iam.test"), with: CallFixture.keys))
  }

  private func move(by duration: Duration) async throws {
    let end = clock.now.advanced(by: duration)
    async let sleep: Void = clock.sleep(until: end, tolerance: nil)
    await clock.advance(toSleeperAt: end.offset)
    try await sleep
  }
}
