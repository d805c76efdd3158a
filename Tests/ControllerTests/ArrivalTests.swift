import Canvas
import Controller
import Dashboard
import Terminal
import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore

/// What waits until the terminal has said that a frame arrived.
extension DashboardRunnerTests {
  @Test func `a question is answered only once the terminal has said that it arrived`() async {
    display.answering = .whenTold
    let backend = FakeBackend(tasks: [.sample(7, .running)])
    _ = await run(backend) {
      await display.waitFor("task-7")
      display.press(.character("s"))
      await display.waitFor("y Stop")
      await answer(.character("y"))
      display.press(.escape)
      display.hangUp()
    }
    #expect(await !backend.calls.contains(.stop(7)))
    #expect(display.questions == 1)
  }

  @Test func `where the terminal never answers, a second counts as seen`() async {
    display.answering = .never
    let backend = FakeBackend(tasks: [.sample(7, .running)])
    _ = await run(backend) {
      await display.waitFor("task-7")
      display.press(.character("s"))
      await display.waitFor("y Stop")
      await clock.advance(toSleeperAt: .seconds(2))
      while await !backend.calls.contains(.stop(7)) {
        display.press(.character("y"))
        await Task.yield()
      }
      display.hangUp()
    }
  }

  @Test func `a frame that is lost holds the next one up for ten seconds, and no longer`() async {
    let backend = FakeBackend(tasks: MigrationTask.samples(3, .stopped))
    _ = await run(backend) {
      await display.waitFor("task-3")
      display.press(.character("z"))
      await display.waitFor("PAUSED")
      display.answering = .whenTold
      display.press(.character("?"))
      await display.waitFor("Keys")
      display.press(.escape)
      await clock.advance(toSleeperAt: .milliseconds(10_001))
      await display.waitForFrame { !$0.description.contains("Keys") }
      display.hangUp()
    }
  }

  @Test func `the ten seconds count from the frame that is under way`() async {
    let backend = FakeBackend(tasks: MigrationTask.samples(3, .stopped))
    _ = await run(backend) {
      await display.waitFor("task-3")
      display.press(.character("z"))
      await display.waitFor("PAUSED")
      display.answering = .whenTold
      display.press(.character("?"))
      await display.waitFor("Keys")
      clock.advance(to: .seconds(6))
      display.press(.escape)
      await clock.advance(toSleeperAt: .milliseconds(10_001))
      await display.waitForFrame { !$0.description.contains("Keys") }
      display.hangUp()
    }
  }

  @Test func `a frame that has arrived does not shorten or lengthen the wait for the next`() async {
    let backend = FakeBackend(tasks: MigrationTask.samples(3, .stopped))
    _ = await run(backend) {
      await display.waitFor("task-3")
      display.press(.character("z"))
      await display.waitFor("PAUSED")
      display.answering = .whenTold
      display.press(.character("?"))
      await display.waitFor("Keys")
      display.press(.escape)
      await clock.wait(forSleeperAt: .milliseconds(10_001))
      clock.advance(to: .seconds(9))
      display.tell(.arrived)
      await display.waitForFrame { !$0.description.contains("Keys") }
      display.press(.character("?"))
      await clock.advance(toSleeperAt: .milliseconds(10_001))
      await clock.wait(forSleeperAt: .milliseconds(19_001))
      #expect(display.shown?.description.contains("Keys") == false)
      await clock.advance(toSleeperAt: .milliseconds(19_001))
      await display.waitFor("Keys")
      display.hangUp()
    }
  }

  @Test func `while a frame is under way no other is sent, and then the newest`() async {
    let backend = FakeBackend(tasks: MigrationTask.samples(9, .stopped))
    _ = await run(backend) {
      await display.waitFor("task-9")
      display.answering = .whenTold
      display.press(.character("?"))
      await display.waitFor("Keys")
      let before = display.frames
      display.press(.escape, .down, .down, .down)
      display.tell(.arrived)
      await display.waitForFrame { !$0.description.contains("Keys") }
      #expect(display.frames == before + 1)
      let lines = display.shown?.description.split(separator: "\n") ?? []
      #expect(lines.contains { $0.contains("▸") && $0.contains("task-6") })
      display.hangUp()
    }
  }
}
