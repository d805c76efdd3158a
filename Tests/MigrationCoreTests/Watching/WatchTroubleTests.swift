import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore

struct WatchTroubleTests {
  private static let outage = APIProblem(.said("nobody answers"), kind: .unreachable)
  private static let bad = APIProblem(.said("that is no list"), kind: .unreadable)

  @Test func `a task that was deleted here is gone until a later answer has it`() {
    var model = WatchModel.loaded(3)
    let id = TaskID(rawValue: 2)
    let readings = [TargetReading(id: id, outcome: .success(model.service.tasks[1]))]
    let forgotten = model.watch.forget(id, at: .seconds(3))
    #expect(forgotten?.gone.keys.first == id)
    let early = model.watch.learn(readings, askedAt: .seconds(2.9))
    #expect(early == nil)
    let late = model.watch.learn(readings, askedAt: .seconds(3.1))
    #expect(late?.changed.keys.first == id)
  }

  @Test(arguments: [3, 150])
  func `an entry that cannot be read is told and hides nothing`(count: Int) {
    var model = WatchModel.loaded(count)
    model.service.unreadable = [TaskID(rawValue: 2)]
    model.service.remove(at: 0, at: .seconds(3))
    model.run(until: .seconds(60))
    model.expectTruth()
    #expect(
      model.freshness.unread == [
        Unread(start: count > 100 ? 99 : 0, count: 1, cause: .entry(reason: "2"))
      ])
    model.service.unreadable = []
    model.run(until: .seconds(120))
    #expect(model.freshness.unread == [])
  }

  @Test(arguments: [0, 99, 198])
  func `a bad page is told, hides no other, and leaves the rest live`(start: Int) {
    var model = WatchModel.loaded(400, running: 5)
    model.journey = { ask in
      let isBad = ask.question == .list(TaskQuery(start: start))
      return (.milliseconds(1), .milliseconds(1), isBad ? Self.bad : nil)
    }
    for second in 4...90 {
      if second == 10 { model.service.change(0, to: .succeeded, at: .seconds(9)) }
      model.run(until: .seconds(second))
      #expect(model.freshness.outage == nil)
      #expect(model.freshness.asOf.map { .seconds(second) - $0 < .seconds(1.5) } == true)
    }
    model.expectTruth()
    #expect(model.freshness.unread == [Unread(start: start, count: nil, cause: .page(Self.bad))])
  }

  @Test(arguments: [0, 99, 198])
  func `a page that is bad during the first load hides no other`(start: Int) {
    var model = WatchModel(WatchedService(count: 400))
    model.journey = { ask in
      let isBad = ask.question == .list(TaskQuery(start: start))
      return (.milliseconds(1), .milliseconds(1), isBad ? Self.bad : nil)
    }
    model.poll(every: .seconds(1))
    model.refresh()
    model.run(until: .seconds(30))
    #expect(model.freshness.isLoaded)
    #expect(model.freshness.outage == nil)
    #expect(model.picture.count >= 300)
    #expect(model.violations.prefix(3) == [])
  }

  @Test func `only the service's own word makes a task gone`() {
    var model = WatchModel.loaded(300, running: 1)
    let page = APIProblem(.said("a page of a gateway"), kind: .notFound)
    model.service.change(0, to: .succeeded, at: .seconds(3))
    model.journey = { ask in
      let isShow = if case .show = ask.question { true } else { false }
      return (.milliseconds(1), .milliseconds(1), isShow ? page : nil)
    }
    model.run(until: .seconds(4.9))
    #expect(model.picture.count == 300)
    #expect(model.freshness.asOf.map { $0 < .seconds(4) } == true)
  }

  @Test(arguments: [3, 300])
  func `without an answer one request tries again, after pauses that double`(count: Int) {
    var model = WatchModel.loaded(count)
    model.journey = { _ in (.milliseconds(1), .milliseconds(1), Self.outage) }
    model.run(until: .seconds(5))
    let before = model.asked.count
    model.run(until: .seconds(200))
    let times = model.asked.dropFirst(before).map(\.at)
    let pauses = zip(times, times.dropFirst()).map { ($1 - $0).components.seconds }
    #expect(
      Array(pauses.suffix(6)) == [8, 16, 30, 30, 30, 30] || pauses.suffix(3) == [30, 30, 30])
    #expect(model.freshness.outage?.problem == Self.outage)
    model.journey = { _ in (.milliseconds(1), .milliseconds(1), nil) }
    model.refresh()
    model.run(until: .seconds(202))
    #expect(model.freshness.outage == nil)
    model.expectTruth()
  }

  @Test func `refused credentials are tried with one request, not with a round of them`() {
    var model = WatchModel.loaded(300, running: 3)
    let refused = APIProblem(.said("refused"), kind: .credentials)
    model.journey = { _ in (.milliseconds(1), .milliseconds(1), refused) }
    let before = model.asked.count
    model.run(until: .seconds(34))
    #expect(model.asked.count - before <= 4 + 5)
  }

  @Test(arguments: [3, 300])
  func `a refresh gives up calls that hang, and asks anew`(count: Int) {
    var model = WatchModel.loaded(count, running: 2)
    model.journey = { _ in (.seconds(60), .zero, nil) }
    model.run(until: .seconds(11))
    let hanging = Set(model.asked.suffix(2).map(\.number))
    model.journey = { _ in (.milliseconds(1), .milliseconds(1), nil) }
    model.service.change(0, to: .failed, at: .seconds(11))
    model.refresh()
    model.run(until: .seconds(11.5))
    model.expectTruth()
    #expect(!model.abandoned.isDisjoint(with: hanging))
    model.run(until: .seconds(90))
    model.expectTruth()
  }

  @Test func `a refresh that is asked for again and again does not starve on a slow service`() {
    var model = WatchModel.loaded(300, running: 2)
    model.journey = { _ in (.milliseconds(900), .milliseconds(900), nil) }
    for step in 0..<100 {
      model.run(until: .seconds(4) + .milliseconds(300) * step)
      model.refresh()
    }
    #expect(model.freshness.asOf.map { $0 > .seconds(28) } == true)
  }

  @Test(arguments: [3, 300, 900], [0.2, 2.5])
  func `while paused nothing is asked and nothing told`(count: Int, pausedAt: Double) {
    var model = WatchModel(WatchedService(count: count) { $0 < 2 ? .running : .succeeded })
    model.journey = { _ in (.milliseconds(100), .milliseconds(100), nil) }
    model.poll(every: .seconds(1))
    model.refresh()
    model.run(until: .seconds(pausedAt))
    model.poll(every: nil)
    let asked = model.asked.count
    let picture = model.picture
    model.service.change(count - 1, to: .failed, at: .seconds(pausedAt))
    model.run(until: .seconds(60))
    #expect(model.asked.count == asked)
    let isStill = model.picture == picture
    #expect(isStill)
    model.poll(every: .seconds(1))
    model.refresh()
    model.run(until: .seconds(90))
    model.expectTruth()
  }

  @Test func `watched tasks are read at each refresh, before all others`() {
    var model = WatchModel.loaded(300, running: 2)
    let ids = [5, 6].map { TaskID(rawValue: $0) }
    model.watch.watch(ids)
    let before = model.asked.count
    model.run(until: .seconds(6.5))
    let shows = model.asked.dropFirst(before).filter { $0.lane == .targets }
    #expect(
      shows.map(\.question) == Array(repeating: ids.map(Question.show), count: 3).flatMap(\.self))
    model.service.change(300 - 5, to: .waiting, at: .seconds(6.5))
    model.run(until: .seconds(7.5))
    #expect(model.picture[ids[0]]?.task.state == .waiting)
  }

  @Test func `a watched task that cannot be read is told, and holds up no other`() {
    var model = WatchModel(
      WatchedService(count: 2) { _ in .running }, watch: Watch(readsTargetsOnly: true))
    let (bad, good) = (TaskID(rawValue: 1), TaskID(rawValue: 2))
    model.journey = { ask in
      let isBad = ask.question == .show(bad)
      return (isBad ? .seconds(20) : .milliseconds(5), .zero, isBad ? Self.outage : nil)
    }
    model.watch.watch([bad, good])
    model.poll(every: .seconds(1))
    model.refresh()
    model.run(until: .seconds(30))
    model.service.change(0, to: .succeeded, at: .seconds(30))
    model.run(until: .seconds(34))
    #expect(model.picture[good]?.task.state == .succeeded)
    #expect(model.watch.targets.troubles.keys.map(\.self) == [bad])
    #expect(model.asked.allSatisfy { $0.lane == .targets })
  }
}
