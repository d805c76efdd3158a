import Canvas
import Controller
import Dashboard
import FoundationEssentials
import Terminal
import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore

/// A dashboard that goes from one service to another.
@MainActor
@Suite(.timeLimit(.minutes(1)))
struct SessionTests {
  private let display = FakeDisplay()
  private let clock = ManualClock()
  private let one = FakeBackend(tasks: [.sample(1, .running)])
  private let two = FakeBackend(tasks: [.sample(2, .running)])

  /// Runs a dashboard on the profile `one`, beside which there is `two`.
  private func run(_ body: @MainActor () async -> Void) async {
    var services = DashboardServices(.of(one), clock: clock, now: { testDate })
    services.profiles = { .success([ProfileChoice(name: "one"), ProfileChoice(name: "two")]) }
    services.open = { [one, two] name in
      let backends = ["one": one, "two": two]
      guard let backend = backends[name] else { return .failure(ProfileRefusal("no \(name)")) }
      return .success(
        OpenedProfile(
          DashboardConfiguration(profile: name, endpoint: name), services: .of(backend)))
    }
    let runner = DashboardRunner(
      configuration: DashboardConfiguration(profile: "one", endpoint: "one"), services: services,
      display: display)
    async let reason = runner.run(display.events)
    await body()
    _ = await reason
  }

  private func type(_ line: String) {
    for letter in line { display.press(.character(letter)) }
    display.press(.enter)
  }

  @Test func `another profile is chosen in the menu, and one comes back to the first`() async {
    await run {
      await display.waitFor("task-1")
      display.press(.character("P"))
      await display.waitFor("▸ one")
      display.press(.down, .enter)
      await display.waitFor("task-2")
      #expect(display.shown?.description.contains("task-1") == false)
      type(":profile one")
      await display.waitFor("task-1")
      display.hangUp()
    }
  }

  @Test func `a profile that cannot be opened leaves the one in view as it was`() async {
    await run {
      await display.waitFor("task-1")
      type(":profile three")
      await display.waitFor("no three")
      #expect(display.shown?.description.contains("task-1") == true)
      display.hangUp()
    }
  }

  @Test func `calls to the service that was left are called off`() async {
    await one.setMood(.hanging)
    await run {
      await one.waitForCalls { !$0.isEmpty }
      type(":profile two")
      await display.waitFor("task-2")
      // The call has ended, as it was called off: nothing hangs any more.
      await one.waitUntilIdle()
      display.hangUp()
    }
  }

  @Test func `an answer of the service that was left, which comes too late, is not shown`() async {
    await one.setMood(.deaf)
    await run {
      await one.waitForCalls { !$0.isEmpty }
      type(":profile two")
      await display.waitFor("task-2")
      await one.setMood(.answering)
      await one.waitUntilIdle()
      await two.change { $0[0].state = .stopped }
      display.press(.character("r"))
      await display.waitFor("stopped 1")
      #expect(display.shown?.description.contains("task-1") == false)
      display.hangUp()
    }
  }

  @Test func `an action that was agreed to reaches its own service, whichever is in view`() async {
    await run {
      await display.waitFor("task-1")
      display.press(.character("s"))
      await display.waitFor("y Stop")
      await one.setMood(.deaf)
      await clock.advance(toSleeperAt: .seconds(1))
      display.press(.character("y"))
      await one.waitForCalls { $0.count { $0 == .show(1) } > 1 }
      type(":profile two")
      await display.waitFor("task-2")
      await one.setMood(.answering)
      await one.waitForCalls { $0.contains(.stop(1)) }
      await display.waitFor("one: stop 1")
      display.hangUp()
    }
    #expect(await !two.calls.contains { if case .stop = $0 { true } else { false } })
  }
}
