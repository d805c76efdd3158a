import Controller
import Dashboard
import FoundationEssentials
import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore

@MainActor
@Suite(.timeLimit(.minutes(1)))
struct StaleTests {
  @Test func `the header says STALE as soon as it is so, and not with the next second`() async {
    let display = FakeDisplay()
    let clock = ManualClock()
    let backend = FakeBackend(tasks: MigrationTask.samples(3))
    let services = DashboardServices(.of(backend), clock: clock, now: { testDate })
    let runner = DashboardRunner(
      configuration: DashboardConfiguration(profile: "local"), services: services,
      display: display)
    async let reason = runner.run(display.events)
    await display.waitFor("LIVE")
    await backend.setMood(.hanging)
    await clock.advance(toSleeperAt: .milliseconds(1_501))
    await display.waitFor("STALE 2s")
    display.hangUp()
    #expect(await reason == .hungUp)
  }
}
