import Controller
import Dashboard
import FoundationEssentials
import Synchronization
import TestSupport
import Testing

@testable import Migration

struct TaskFeedTests {
  @Test func `an empty service is a complete answer`() async throws {
    let fixture = FeedFixture([])
    fixture.ask(.refresh)
    try await fixture.run { events in
      let snapshot = try await events.snapshot()
      #expect(snapshot == TaskSnapshot(tasks: [], date: FeedFixture.date))
    }
  }

  @Test func `few tasks are refreshed by one call`() async throws {
    let fixture = FeedFixture(MigrationTask.samples(99))
    fixture.ask(.poll(every: .seconds(1)))
    try await fixture.run { events in
      for second in 1...3 {
        await fixture.clock.advance(toSleeperAt: .seconds(second))
        let snapshot = try await events.snapshot()
        #expect(snapshot.isComplete)
      }
    }
    #expect(await fixture.backend.calls == Array(repeating: .list(TaskQuery()), count: 3))
  }

  @Test func `pages of the first load are told as they arrive`() async throws {
    let fixture = FeedFixture(MigrationTask.samples(250))
    fixture.ask(.refresh)
    try await fixture.run { events in
      let snapshots = try await events.load()
      #expect(snapshots.map(\.isLoading) == [true, true, false])
      #expect(snapshots.map(\.isComplete) == [false, false, false])
      #expect(Set(snapshots.flatMap(\.tasks).map(\.id)).count == 250)
    }
  }

  @Test func `a refresh of many tasks asks for the active ones only`() async throws {
    let fixture = FeedFixture(MigrationTask.samples(300) + [.sample(0, .running)])
    fixture.ask(.refresh)
    try await fixture.run { events in
      _ = try await events.load()
      let before = await fixture.backend.calls.count
      fixture.ask(.refresh)
      let snapshot = try await events.snapshot()
      #expect(snapshot.tasks.map(\.id) == [0])
      let queries = await fixture.backend.calls.dropFirst(before)
      #expect(
        Array(queries)
          == [TaskState.running, .waiting, .initialising].map { .list(TaskQuery(state: $0)) })
    }
  }

  @Test func `a refresh asks for no state that the service cannot list`() async throws {
    let fixture = FeedFixture(MigrationTask.samples(300) + [.sample(0, .running)])
    await fixture.backend.setActiveStates([.running, .stopping])
    fixture.ask(.refresh)
    try await fixture.run { events in
      _ = try await events.load()
      let before = await fixture.backend.calls.count
      fixture.ask(.refresh)
      _ = try await events.snapshot()
      let queries = await fixture.backend.calls.dropFirst(before)
      #expect(
        Array(queries) == [TaskState.running, .stopping].map { .list(TaskQuery(state: $0)) })
    }
  }

  @Test func `an active task that ended is read again`() async throws {
    let fixture = FeedFixture([.sample(900, .running)] + MigrationTask.samples(300))
    fixture.ask(.refresh)
    try await fixture.run { events in
      _ = try await events.load()
      await fixture.backend.change { $0[0].state = .succeeded }
      fixture.ask(.refresh)
      let snapshot = try await events.snapshot()
      #expect(snapshot.tasks == [.sample(900, .succeeded)])
    }
  }

  @Test func `an active task that is gone is told as removed`() async throws {
    let fixture = FeedFixture([.sample(900, .running)] + MigrationTask.samples(300))
    fixture.ask(.refresh)
    try await fixture.run { events in
      _ = try await events.load()
      await fixture.backend.change { $0.removeFirst() }
      fixture.ask(.refresh)
      let snapshot = try await events.snapshot()
      #expect(snapshot.removed == [900])
    }
  }

  @Test func `a finished task that vanished is found by the slow walk`() async throws {
    let fixture = FeedFixture(MigrationTask.samples(300))
    fixture.ask(.refresh)
    try await fixture.run { events in
      _ = try await events.load()
      await fixture.backend.change { $0.remove(at: 200) }
      fixture.ask(.poll(every: .seconds(30)))
      await fixture.clock.advance(toSleeperAt: .seconds(30))
      var removed: Set<TaskID> = []
      while removed.isEmpty { removed = try await events.snapshot().removed }
      #expect(removed == [100])
    }
  }

  @Test func `pauses after failures double up to half a minute`() async throws {
    let fixture = FeedFixture([])
    await fixture.backend.setMood(.failing(.outage))
    fixture.ask(.refresh)
    try await fixture.run { events in
      var offset = Duration.zero
      for pause in [1, 2, 4, 8, 16, 30, 30] {
        let retryAt = FeedFixture.date.addingTimeInterval(TimeInterval(pause))
        #expect(await events.next() == .refreshFailed(.outage, retryAt: retryAt))
        offset += .seconds(pause)
        await fixture.clock.advance(toSleeperAt: offset)
      }
      await fixture.backend.setMood(.answering)
    }
  }

  @Test func `a success makes the next pause short again`() async throws {
    let fixture = FeedFixture([])
    await fixture.backend.setMood(.failing(.outage))
    fixture.ask(.refresh)
    try await fixture.run { events in
      _ = await events.next()
      await fixture.clock.advance(toSleeperAt: .seconds(1))
      _ = await events.next()
      await fixture.backend.setMood(.answering)
      fixture.ask(.refresh)
      _ = try await events.snapshot()
      await fixture.backend.setMood(.failing(.outage))
      fixture.ask(.refresh)
      let retryAt = FeedFixture.date.addingTimeInterval(1)
      let event = await events.next()
      #expect(event == .refreshFailed(.outage, retryAt: retryAt), "\(event as Any)")
    }
  }

  @Test func `a refresh does not wait for the next try`() async throws {
    let fixture = FeedFixture([])
    await fixture.backend.setMood(.failing(.outage))
    fixture.ask(.refresh)
    try await fixture.run { events in
      _ = await events.next()
      await fixture.backend.setMood(.answering)
      fixture.ask(.refresh)
      let snapshot = try await events.snapshot()
      #expect(snapshot.isComplete)
    }
  }

  @Test func `a load goes on at the page that failed`() async throws {
    let fixture = FeedFixture(MigrationTask.samples(150))
    let hasFailed = Atomic(false)
    await fixture.backend.setBeforeCall { call, _ throws(APIProblem) in
      guard call == .list(TaskQuery(start: 99)) else { return }
      if !hasFailed.exchange(true, ordering: .relaxed) { throw .outage }
    }
    fixture.ask(.refresh)
    try await fixture.run { events in
      _ = try await events.snapshot()
      _ = await events.next()
      fixture.ask(.refresh)
      let last = try await events.snapshot()
      #expect(!last.isLoading)
    }
    let calls = await fixture.backend.calls
    #expect(Array(calls.prefix(3)) == [0, 99, 99].map { .list(TaskQuery(start: $0)) })
  }

  @Test func `requests come one at a time however often they are asked for`() async throws {
    let fixture = FeedFixture(MigrationTask.samples(150, .running))
    await fixture.backend.setMood(.hanging)
    for _ in 0..<10 { fixture.ask(.refresh) }
    try await fixture.run { events in
      await fixture.backend.waitForCalls { $0.count == 1 }
      await fixture.backend.setMood(.answering)
      _ = try await events.load()
      fixture.ask(.refresh)
      _ = try await events.snapshot()
    }
    #expect(await fixture.backend.mostAtOnce == 1)
  }

  @Test func `entries that cannot be read are told about and hide no task`() async throws {
    let fixture = FeedFixture([.sample(1)])
    await fixture.backend.setUnreadable(["entry 2: no id"])
    fixture.ask(.refresh)
    try await fixture.run { events in
      let notice = Notice(.error, "1 tasks could not be read: entry 2: no id")
      #expect(await events.next() == .notice(notice))
      let snapshot = try await events.snapshot()
      #expect(snapshot.tasks.map(\.id) == [1])
      #expect(!snapshot.isComplete)
    }
  }
}
