import Canvas
import Controller
import Dashboard
import FoundationEssentials
import Terminal
import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore

@MainActor
@Suite(.timeLimit(.minutes(1)))
struct DashboardRunnerTests {
  let display = FakeDisplay()
  let clock = ManualClock()

  /// Presses a key a while after the one before.
  func answer(_ key: Key) async {
    await clock.advance(toSleeperAt: .seconds(1))
    display.press(key)
  }

  /// Runs a dashboard on `backend` next to `body`, which has to make it end.
  func run(
    _ backend: FakeBackend, _ body: @MainActor () async -> Void
  ) async -> ExitReason {
    let services = DashboardServices(.of(backend), clock: clock, now: { testDate })
    let runner = DashboardRunner(
      configuration: DashboardConfiguration(profile: "local"), services: services,
      display: display)
    async let reason = runner.run(display.events)
    await body()
    return await reason
  }

  @Test func `tasks of the service appear, and q leaves`() async {
    let reason = await run(FakeBackend(tasks: MigrationTask.samples(3))) {
      await display.waitFor("task-3")
      display.press(.character("q"))
    }
    #expect(reason == .quit)
  }

  @Test func `a long table is filtered and sorted, and keys typed ahead mean what comes of it`()
    async
  {
    _ = await run(FakeBackend(tasks: MigrationTask.samples(3000))) {
      await display.waitFor("3000 succeeded")
      for letter in "/task-77" { display.press(.character(letter)) }
      display.press(.enter, .character("i"), .character("*"))
      await display.waitFor("11 marked")
      await display.waitFor("11 of 3000")
      display.press(.character("q"))
    }
  }

  @Test(arguments: [1, 2, 15] as [Int32])
  func `a signal ends it and is told`(signal: Int32) async {
    let reason = await run(FakeBackend()) { display.tell(.terminated(signal: signal)) }
    #expect(reason == .terminated(signal: signal))
    #expect(reason.signal == signal)
  }

  @Test func `a terminal that is gone ends it`() async {
    #expect(await run(FakeBackend()) { display.hangUp() } == .hungUp)
  }

  @Test func `a service that hangs leaves the keys working`() async {
    let backend = FakeBackend()
    await backend.setMood(.hanging)
    let reason = await run(backend) {
      await backend.waitForCalls { !$0.isEmpty }
      display.press(.character("?"))
      await display.waitFor("Keys")
      display.press(.escape, .character("q"))
    }
    #expect(reason == .quit)
  }

  @Test func `a service that fails is shown as offline`() async {
    let backend = FakeBackend()
    await backend.setMood(.failing(.outage))
    _ = await run(backend) {
      await display.waitFor("OFFLINE")
      display.press(.character("q"))
    }
    #expect(await backend.calls == [.list(TaskQuery())])
  }

  @Test func `a confirmed stop reaches the service`() async {
    let backend = FakeBackend(tasks: [.sample(7, .running)])
    _ = await run(backend) {
      await display.waitFor("task-7")
      display.press(.character("s"))
      await display.waitFor("y Stop")
      await answer(.character("y"))
      await backend.waitForCalls { $0.contains(.stop(7)) }
      display.hangUp()
    }
    #expect(await backend.tasks == [.sample(7, .stopped)])
  }

  @Test func `a confirmed start reaches the service with the keys that were typed`() async {
    var task = MigrationTask.sample(7, .stopped)
    task.source.provider = "Local"
    let backend = FakeBackend(tasks: [task])
    _ = await run(backend) {
      await display.waitFor("task-7")
      display.press(.character("R"))
      await display.waitFor("destination access key")
      display.press(.character("y"), .enter, .paste("s3cr3t\n"))
      await display.waitFor("••••••")
      display.press(.enter)
      await display.waitFor("y Start")
      await answer(.character("y"))
      await backend.waitForCalls { $0.contains(.start(7)) }
      display.hangUp()
    }
    let destination = StorageKeys(accessKey: "y", secretKey: Secret("s3cr3t"))
    #expect(await backend.startKeys == [7: TransferKeys(destination: destination)])
  }

  @Test func `an answer typed before its prompt was drawn is thrown away`() async {
    let backend = FakeBackend(tasks: [.sample(7, .running)])
    _ = await run(backend) {
      await display.waitFor("task-7")
      display.press(.character("s"), .character("y"), .character("y"))
      await display.waitFor("y Stop")
      display.press(.escape, .character("q"))
    }
    #expect(await !backend.calls.contains(.stop(7)))
  }

  @Test func `a new size is drawn`() async {
    let size = Size(rows: 10, columns: 40)
    _ = await run(FakeBackend()) {
      display.tell(.resized(size))
      await display.waitForFrame { $0.size == size }
      display.hangUp()
    }
    #expect(display.shown?.size == size)
  }

  @Test func `after a suspension the terminal is taken again, in its new size`() async {
    let size = Size(rows: 10, columns: 40)
    _ = await run(FakeBackend()) {
      display.press(.control("z"))
      display.size = size
      display.tell(.resumed)
      await display.waitForFrame { $0.size == size }
      display.hangUp()
    }
    #expect(display.suspensions == 1)
    #expect(display.resumptions == 1)
  }

  @Test func `a text that is too long for the clipboard is said to be`() async {
    display.takesCopies = false
    _ = await run(FakeBackend(tasks: [.sample(7)])) {
      await display.waitFor("task-7")
      display.press(.character("y"))
      await display.waitFor("nothing was copied")
      display.hangUp()
    }
    #expect(display.copied == ["7"])
  }

  @Test func `leaving calls a hanging request off`() async {
    let backend = FakeBackend()
    await backend.setMood(.hanging)
    let reason = await run(backend) {
      await backend.waitForCalls { !$0.isEmpty }
      display.tell(.terminated(signal: 15))
    }
    #expect(reason == .terminated(signal: 15))
  }
}
