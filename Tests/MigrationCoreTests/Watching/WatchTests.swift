import Testing

@testable import Migration
@testable import MigrationCore

struct WatchTests {
  @Test(arguments: [0, 1, 99, 100, 101, 250, 1_000])
  func `all tasks of a list of any length become known`(count: Int) {
    let model = WatchModel.loaded(count, running: min(count, 3))
    model.expectTruth()
    #expect(model.freshness.isLoaded)
  }

  @Test(arguments: [0, 1, 99])
  func `a list of one page is refreshed by one request`(count: Int) {
    var model = WatchModel.loaded(count)
    let before = model.asked.count
    model.run(until: .seconds(13))
    #expect(model.asked.count - before == 10)
    #expect(model.asked.allSatisfy { $0.question == .list(TaskQuery()) })
  }

  @Test(arguments: [101, 1_000, 100_000])
  func `an unchanged list costs at most five requests a refresh, however long`(count: Int) {
    var model = WatchModel.loaded(count, running: 20)
    model.run(until: .seconds(10))
    let before = model.asked.count
    model.run(until: .seconds(25))
    let refreshes = Dictionary(grouping: model.asked.dropFirst(before)) { $0.at.components.seconds }
    #expect(refreshes.values.allSatisfy { $0.count <= 5 })
    #expect(model.asked.count - before <= 5 * 15)
    #expect(model.violations.prefix(3) == [])
  }

  @Test func `what moves is refreshed while the first load is still under way`() {
    var model = WatchModel(WatchedService(count: 1_200) { $0 < 3 ? .running : .succeeded })
    model.journey = { ask in (.milliseconds(ask.lane == .page ? 1_200 : 5), .zero, nil) }
    model.poll(every: .seconds(1))
    model.refresh()
    model.run(until: .seconds(2.5))
    #expect(!model.freshness.isLoaded)
    let oldest = TaskID(rawValue: 1)
    #expect(model.picture[oldest]?.task.state == .running)
    model.service.change(1_199, to: .failed, at: .seconds(2.5))
    model.run(until: .seconds(3.9))
    #expect(!model.freshness.isLoaded)
    #expect(model.picture[oldest]?.task.state == .failed)
    #expect(model.violations.prefix(3) == [])
  }

  @Test func `a running task that ended is read again`() {
    var model = WatchModel.loaded(300, running: 1)
    model.service.change(0, to: .succeeded, at: .seconds(3))
    model.run(until: .seconds(4.5))
    model.expectTruth()
    #expect(model.happened == [.finished])
  }

  @Test func `many that ended at once are read by pages`() {
    var model = WatchModel.loaded(1_000, running: 80)
    for index in 0..<80 { model.service.change(index, to: .succeeded, at: .seconds(3)) }
    let before = model.asked.count
    model.run(until: .seconds(4.5))
    model.expectTruth()
    #expect(model.asked.count - before <= 12)
  }

  @Test func `tasks that try again, which v1 cannot list, cost a page and no request each`() {
    var model = WatchModel(WatchedService(count: 400) { $0 < 25 ? .retrying : .succeeded })
    model.poll(every: .seconds(1))
    model.refresh()
    model.run(until: .seconds(5))
    let before = model.asked.count
    model.run(until: .seconds(15))
    let new = model.asked.dropFirst(before)
    #expect(new.count <= 10 * 6)
    #expect(new.allSatisfy { if case .show = $0.question { false } else { true } })
    model.service.change(399, to: .succeeded, at: .seconds(15))
    model.run(until: .seconds(17))
    model.expectTruth()
  }

  @Test(arguments: [0, 1, 60, 98, 700, 1_498, 1_499])
  func `a task that is gone is found by a few looks, wherever it was`(index: Int) {
    var model = WatchModel.loaded(1_500)
    model.service.remove(at: index, at: .seconds(3))
    let before = model.asked.count
    model.run(until: .seconds(8))
    model.expectTruth()
    #expect(model.happened == [.gone])
    #expect(model.asked.count - before < 5 * 5 + 20)
  }

  @Test(arguments: [2, 9, 15])
  func `several that are gone are found`(count: Int) {
    var model = WatchModel.loaded(1_600)
    for number in 0..<count { model.service.remove(at: number * 100, at: .seconds(3)) }
    model.run(until: .seconds(60))
    model.expectTruth()
  }

  @Test(arguments: [1, 99, 100, 250])
  func `tasks that came and are at rest already are found at the head`(count: Int) {
    var model = WatchModel.loaded(1_000)
    for _ in 0..<count { model.service.add(.succeeded, at: .seconds(3)) }
    let before = model.asked.count
    model.run(until: .seconds(8))
    model.expectTruth()
    #expect(
      model.asked.count - before < 5 * 5 + 6, "\(model.asked.dropFirst(before).map(\.question))")
  }

  @Test func `one that came for one that went is found too`() {
    var model = WatchModel.loaded(1_000)
    model.service.remove(at: 700, at: .seconds(3))
    model.service.add(.waiting, at: .seconds(3))
    model.run(until: .seconds(60))
    model.expectTruth()
  }

  @Test func `a count that never fits costs one walk and no more`() {
    var model = WatchModel.loaded(1_000)
    model.service.uncounted = 3
    model.run(until: .seconds(40))
    let before = model.asked.count
    model.run(until: .seconds(100))
    #expect(model.asked.count - before <= 5 * 60)
    model.expectTruth()
  }

  @Test func `an answer that was asked for earlier does not overwrite a later one`() {
    var model = WatchModel(WatchedService(count: 2) { _ in .running })
    model.poll(every: .seconds(1))
    model.refresh()
    model.run(until: .seconds(0.5))
    let stale = model.service.tasks
    model.service.change(0, to: .succeeded, at: .seconds(0.6))
    model.run(until: .seconds(1.5))
    #expect(model.watch.task(TaskID(rawValue: 2))?.task.state == .succeeded)
    let readings = stale.map { TargetReading(id: $0.id, outcome: .success($0)) }
    let news = model.watch.learn(readings, askedAt: .seconds(0.5))
    #expect(news == nil)
    #expect(model.watch.task(TaskID(rawValue: 2))?.task.state == .succeeded)
  }
}
