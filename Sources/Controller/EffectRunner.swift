import Dashboard
import FoundationEssentials
import Migration
import MigrationCore

/// Carries out effects, as children of one task group.
@MainActor
final class EffectRunner<C: Clock> where C.Duration == Duration {
  private let services: DashboardServices<C>
  private let inbox: Inbox<DashboardInput>
  /// The beginning that all ages are counted from.
  private let start: C.Instant
  private let news: Mailbox<TaskDelta>
  private let watch: AsyncStream<TaskWatch<C>.Command>.Continuation
  private let watchCommands: AsyncStream<TaskWatch<C>.Command>
  private let happened: AsyncStream<[Happened]>.Continuation
  private let happenings: AsyncStream<[Happened]>
  private var watchedTasks: [TaskID] = []
  private var requests: [Int: Switch] = [:]
  private var arranging: Switch?
  private var ticking: Switch?
  /// When the time is told although no second is over, and what calls that off.
  private var alarm: (time: Duration, isWanted: Switch)?

  init(services: DashboardServices<C>, inbox: Inbox<DashboardInput>) {
    self.services = services
    self.inbox = inbox
    start = services.clock.now
    news = Mailbox(onArrival: { inbox.post(.newsOfTasks) }) { $0.merge($1) }
    (watchCommands, watch) = AsyncStream.makeStream()
    (happenings, happened) = AsyncStream.makeStream()
  }

  /// Starts the watch, which waits for the first effect.
  func start(in group: inout DiscardingTaskGroup) {
    let watch = TaskWatch(
      backend: services.backend, clock: services.clock, start: start, news: news)
    group.addTask { [watchCommands] in await watch.run(watchCommands) }
    group.addTask { [services, post] in services.recall().map { post(.notice($0)) } }
    group.addTask { [services, post] in
      if let zone = await services.windowZone() { post(.windowZone(zone)) }
    }
    // A disk may be slow, and keys are not to wait for it.
    group.addTask { [happenings, services] in
      for await happened in happenings { services.record(happened) }
    }
  }

  /// What has become known of the tasks since the last time, if anything.
  func takeNews() -> Event? {
    guard let delta = news.take() else { return nil }
    if !delta.happened.isEmpty { happened.yield(delta.happened) }
    return .tasksLoaded(TaskSnapshot(delta, at: moment()))
  }

  /// Asks for the tasks, at once or every so often.
  func ask(_ command: TaskWatch<C>.Command) { watch.yield(command) }

  /// Sees to it that these tasks are read first each time, and no others.
  func watch(_ ids: [TaskID]) {
    guard ids != watchedTasks else { return }
    watchedTasks = ids
    watch.yield(.watch(ids))
  }

  /// Reads `ids` again, finds their keys if that is wanted, and tells all of it in one event.
  func read(
    _ ids: [TaskID], findsKeys: Bool = false, request: Int, in group: inout DiscardingTaskGroup
  ) {
    let askedAt = moment().elapsed
    carryOut(request, in: &group) { [services, watch, post] in
      let readings = await services.backend.readings(of: ids)
      let keys =
        findsKeys ? await services.findKeys(readings.compactMap(\.value)) : .success([:])
      guard !Task.isCancelled else { return }
      watch.yield(.learn(readings, askedAt: askedAt))
      post(.targetsRead(readings, keys: keys, request: request))
    }
  }

  /// Carries out what was agreed to, a start with the `keys` of each task, and tells each step and each end.
  func act(
    _ consent: Consent<TaskAction>, keys: [TaskID: TransferKeys], request: Int,
    in group: inout DiscardingTaskGroup
  ) {
    carryOut(request, in: &group) { [actions = services.actions, watch, post] in
      await actions.carryOut(
        consent, keys: keys,
        step: { post(.actionStep($0, $1, request: request)) },
        ended: { result in
          if consent.plan.action.wantsAbsence, result.outcome == .done {
            watch.yield(.forget(result.id))
          }
          post(.actionEnded(result, request: request))
        })
    }
  }

  /// Arranges the rows of a table, and calls off the arranging of before.
  func arrange(_ arranger: Arranger, request: Int, in group: inout DiscardingTaskGroup) {
    arranging?.turnOff()
    let isWanted = Switch()
    arranging = isWanted
    group.addTask { [post] in
      await isWanted.whileOn {
        if let rows = arranger.rows() { post(.arranged(rows, request: request)) }
      }
    }
  }

  /// Writes tasks to a file, and tells what came of it.
  func export(
    _ tasks: OrderedTasks, as format: ExportFormat, to name: String, request: Int,
    in group: inout DiscardingTaskGroup
  ) {
    carryOut(request, in: &group) { [services, post] in
      let end = services.export(tasks, format, name)
      post(.exported(end.outcome, to: end.file, request: request))
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
    group.addTask { [clock = services.clock, inbox, moment] in
      await ticking.whileOn {
        var next = clock.now
        while true {
          next = next.advanced(by: .seconds(1))
          do { try await clock.sleep(until: next, tolerance: nil) } catch { return }
          // Of ticks that nobody has taken, the last says all.
          inbox.post(.dashboard(.tick(moment())), insteadOf: \.isTick)
        }
      }
    }
  }

  /// Does something after `pause`, but not before `end`, which counts from the opening.
  func wait(
    atLeast pause: Duration, until end: Duration, in group: inout DiscardingTaskGroup,
    then action: @escaping @Sendable () -> Void
  ) {
    let time = max(services.clock.now.advanced(by: pause), start.advanced(by: end))
    group.addTask { [clock = services.clock] in
      do { try await clock.sleep(until: time, tolerance: nil) } catch { return }
      action()
    }
  }

  /// Tells the time at `time`, and no longer at the one that was asked for before.
  ///
  /// What is shown as true must not stay so until the second is over.
  func tellTime(at time: Duration?, in group: inout DiscardingTaskGroup) {
    guard time != alarm?.time else { return }
    alarm?.isWanted.turnOff()
    alarm = nil
    guard let time else { return }
    let isWanted = Switch()
    alarm = (time, isWanted)
    group.addTask { [clock = services.clock, inbox, moment, due = start.advanced(by: time)] in
      await isWanted.whileOn {
        do { try await clock.sleep(until: due, tolerance: nil) } catch { return }
        inbox.post(.dashboard(.tick(moment())), insteadOf: \.isTick)
      }
    }
  }

  /// The time since the dashboard opened.
  var elapsed: @Sendable () -> Duration {
    { [services, start] in start.duration(to: services.clock.now) }
  }

  private var moment: @Sendable () -> Moment {
    { [services, elapsed] in Moment(date: services.now(), elapsed: elapsed()) }
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

extension DashboardInput {
  fileprivate var isTick: Bool {
    if case .dashboard(.tick) = self { true } else { false }
  }
}
