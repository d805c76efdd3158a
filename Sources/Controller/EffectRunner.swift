import Dashboard
import FoundationEssentials
import Migration
import MigrationCore

/// Carries out effects, as children of one task group.
@MainActor
final class EffectRunner<C: Clock> where C.Duration == Duration {
  private let services: DashboardServices<C>
  private let inbox: Inbox<DashboardInput>
  private let feed: AsyncStream<TaskFeed<C>.Command>.Continuation
  private let feedCommands: AsyncStream<TaskFeed<C>.Command>
  private var requests: [Int: Switch] = [:]
  private var ticking: Switch?

  init(services: DashboardServices<C>, inbox: Inbox<DashboardInput>) {
    self.services = services
    self.inbox = inbox
    (feedCommands, feed) = AsyncStream.makeStream()
  }

  /// Starts the feed, which waits for the first effect.
  func start(in group: inout DiscardingTaskGroup) {
    let feed = TaskFeed(
      backend: services.backend, clock: services.clock, now: services.now, post: post)
    group.addTask { [feedCommands] in await feed.run(feedCommands) }
  }

  /// Asks for the tasks, at once or every so often.
  func ask(_ command: TaskFeed<C>.Command) { feed.yield(command) }

  /// Reads `ids` again and tells all of them in one event.
  func read(_ ids: [TaskID], request: Int, in group: inout DiscardingTaskGroup) {
    carryOut(request, in: &group) { [backend = services.backend, post] in
      let readings = await backend.readings(of: ids)
      if !Task.isCancelled { post(.targetsRead(readings, request: request)) }
    }
  }

  /// Carries out what was agreed to, a start with `keys`, and tells each step and each end.
  func act(
    _ consent: Consent<TaskAction>, keys: TransferKeys, request: Int,
    in group: inout DiscardingTaskGroup
  ) {
    carryOut(request, in: &group) { [actions = services.actions, post] in
      await actions.carryOut(
        consent, keys: keys,
        step: { post(.actionStep($0, $1, request: request)) },
        ended: { post(.actionEnded($0, request: request)) })
    }
  }

  /// Calls off what `request` started; nothing happens if it is over.
  func cancel(_ request: Int) { requests[request]?.turnOff() }

  /// Sends a tick each second, or stops doing so.
  func setClock(isOn: Bool, in group: inout DiscardingTaskGroup) {
    guard isOn != (ticking != nil) else { return }
    ticking?.turnOff()
    ticking = nil
    guard isOn else { return }
    let ticking = Switch()
    self.ticking = ticking
    group.addTask { [clock = services.clock, now = services.now, post] in
      await ticking.whileOn {
        var next = clock.now
        while true {
          next = next.advanced(by: .seconds(1))
          do { try await clock.sleep(until: next, tolerance: nil) } catch { return }
          post(.tick(now()))
        }
      }
    }
  }

  private var post: @Sendable (Event) -> Void {
    { [inbox] in inbox.post(.dashboard($0)) }
  }

  private func carryOut(
    _ request: Int, in group: inout DiscardingTaskGroup,
    _ work: @escaping @Sendable () async -> Void
  ) {
    let isWanted = Switch()
    requests[request] = isWanted
    group.addTask {
      await isWanted.whileOn(work)
      await self.forget(request)
    }
  }

  private func forget(_ request: Int) { requests[request] = nil }
}
