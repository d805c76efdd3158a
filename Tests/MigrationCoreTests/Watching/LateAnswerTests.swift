import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore

struct LateAnswerTests {
  /// Sends what is due and answers all of it at once.
  private func answer(
    _ watch: inout Watch, _ service: WatchedService, at now: Duration, where isWanted: (Ask) -> Bool
  ) -> [Ask] {
    var late: [Ask] = []
    while true {
      let asks = watch.due(at: now).asks
      if asks.isEmpty { return late }
      for ask in asks {
        if isWanted(ask) {
          _ = watch.answered(ask, service.answer(ask.question), at: now)
        } else {
          late.append(ask)
        }
      }
    }
  }

  @Test(arguments: [true, false])
  func `an answer to an earlier walk is none to a later one`(isLost: Bool) throws {
    let service = WatchedService(count: 150)
    var watch = Watch()
    watch.poll(every: .seconds(1), at: .zero)
    watch.refresh(at: .zero)
    _ = answer(&watch, service, at: .zero) { _ in true }
    #expect(watch.count == 150)
    _ = answer(&watch, service, at: .seconds(4)) { _ in true }
    // A page of the rotation is on its way when a search begins.
    let late = answer(&watch, service, at: .seconds(9)) { $0.lane != .page }
    let old = try #require(late.first { $0.question == .list(TaskQuery()) })
    watch.page.begin(.search, at: .seconds(10))
    let new = answer(&watch, service, at: .seconds(10)) { $0.lane != .page }
    let lost = APIProblem(.said("lost"), kind: .unreachable)
    let deltas =
      [
        watch.answered(
          old, isLost ? .failure(lost) : service.answer(old.question), at: .seconds(11))
      ] + new.map { watch.answered($0, service.answer($0.question), at: .seconds(11)) }
    _ = answer(&watch, service, at: .seconds(12)) { _ in true }
    #expect(deltas.allSatisfy { $0?.gone.isEmpty ?? true })
    #expect(watch.count == 150)
  }

  @Test func `late news of a task that is gone does not look young`() {
    var service = WatchedService(count: 150) { $0 == 149 ? .running : .succeeded }
    var watch = Watch()
    watch.poll(every: .seconds(1), at: .zero)
    watch.refresh(at: .zero)
    _ = answer(&watch, service, at: .zero) { _ in true }
    let running = service.tasks[0]
    service.remove(running.id, at: .seconds(2))
    for second in 3...9 { _ = answer(&watch, service, at: .seconds(second)) { _ in true } }
    #expect(watch.task(running.id) == nil)
    // Somebody else had asked for it while it ran.
    let reading = TargetReading(id: running.id, outcome: .success(running))
    let delta = watch.learn([reading], askedAt: .seconds(1))
    #expect(delta?.freshness.asOf == .seconds(1))
    _ = answer(&watch, service, at: .seconds(10)) { _ in true }
    #expect(watch.task(running.id) == nil)
  }
}
