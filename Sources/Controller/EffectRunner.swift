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
  let paperwork = Paperwork()
  /// The service of the session in view.
  private(set) var session: LiveSession<C>
  /// Profiles that were opened and wait to come into view, by the numbers of the requests.
  private var opened: [Int: SessionServices] = [:]
  private var requests: [Int: Switch] = [:]
  private var arranging: Switch?
  private var alarm: Switch?

  init(services: DashboardServices<C>, inbox: Inbox<DashboardInput>) {
    self.services = services
    self.inbox = inbox
    start = services.clock.now
    session = LiveSession(services.first, paperwork, generation: 0) { inbox.post(.newsOfTasks) }
  }

  /// Starts the first session, which waits for the first effect.
  func start(in group: inout DiscardingTaskGroup) {
    group.addTask { [paperwork] in await paperwork.run() }
    startSession(in: &group)
  }

  private func startSession(in group: inout DiscardingTaskGroup) {
    session.start(clock: services.clock, from: start, in: &group, post: post)
  }

  /// Finds out which profiles there are, and tells them.
  func readProfiles(in group: inout DiscardingTaskGroup) {
    group.addTask { [services, post] in post(.profilesRead(services.profiles())) }
  }

  /// Finds the service of a profile, which is kept until it comes into view or is given up.
  func open(_ profile: String, request: Int, in group: inout DiscardingTaskGroup) {
    carryOut(request, in: &group) { [services, post] in
      switch await services.open(profile) {
      case _ where Task.isCancelled: break
      case .success(let opened):
        await self.keep(opened.services, request: request)
        post(.opened(opened.configuration, warnings: opened.warnings, request: request))
      case .failure(let refusal): post(.notOpened(refusal.line, request: request))
      }
    }
  }

  /// Goes over to a service that was opened, and asks nothing more of the one before.
  func enter(_ generation: Int, in group: inout DiscardingTaskGroup) {
    guard let services = opened.removeValue(forKey: generation) else { return }
    session.end()
    session = LiveSession(services, paperwork, generation: generation) { [inbox] in
      inbox.post(.newsOfTasks)
    }
    startSession(in: &group)
  }

  /// What has become known of the tasks since the last time, if anything.
  func takeNews() -> Event? {
    guard let delta = session.takeNews() else { return nil }
    var snapshot = TaskSnapshot(delta, at: moment())
    snapshot.generation = session.generation
    return .tasksLoaded(snapshot)
  }

  /// Asks for the tasks, at once or every so often.
  func ask(_ command: TaskWatch<C>.Command) { session.watch.yield(command) }

  /// Sees to it that these tasks are read first each time, and no others.
  func watch(_ ids: [TaskID]) { session.watch(ids) }

  /// Reads `ids` again, finds their keys if that is wanted, and tells all of it in one event.
  func read(
    _ ids: [TaskID], findsKeys: Bool = false, request: Int, in group: inout DiscardingTaskGroup
  ) {
    let askedAt = moment().elapsed
    carryOut(request, in: &group) { [services = session.services, watch = session.watch, post] in
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
    carryOut(request, in: &group) {
      [actions = session.services.actions, watch = session.watch, post, elapsed] in
      await actions.carryOut(
        consent, keys: keys,
        step: { post(.actionStep($0, $1, request: request)) },
        ended: { result in
          if consent.plan.action.wantsAbsence, result.outcome == .done {
            watch.yield(.forget(result.id))
          }
          post(.actionEnded(result, at: elapsed(), request: request))
        })
    }
  }

  /// Finds the keys of a new task that nobody has to be asked for.
  func findKeys(of task: NewTask, request: Int, in group: inout DiscardingTaskGroup) {
    carryOut(request, in: &group) { [services = session.services, post] in
      post(.keysFound(await services.findKeysOfNew(task), request: request))
    }
  }

  /// Makes a task that was agreed to.
  func create(_ task: NewTask, request: Int, in group: inout DiscardingTaskGroup) {
    carryOut(request, in: &group) { [creation = session.services.creation, post] in
      let result: Result<CreationResult, APIProblem>
      do throws(APIProblem) {
        let outcome = try await creation.create(task)
        result = .success(CreationResult(task: outcome.created, remark: outcome.remark))
      } catch {
        result = .failure(error)
      }
      post(.created(result, request: request))
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
    carryOut(request, in: &group) { [services = session.services, post] in
      let end = services.export(tasks, format, name)
      post(.exported(end.outcome, to: end.file, request: request))
    }
  }

  /// Calls off what `request` started; nothing happens if it is over.
  func cancel(_ request: Int) {
    requests[request]?.turnOff()
    opened[request] = nil
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
  func wake(at time: Duration?, in group: inout DiscardingTaskGroup) {
    alarm?.turnOff()
    alarm = nil
    guard let time else { return }
    let isWanted = Switch()
    alarm = isWanted
    group.addTask { [clock = services.clock, post, moment, due = start.advanced(by: time)] in
      await isWanted.whileOn {
        do { try await clock.sleep(until: due, tolerance: nil) } catch { return }
        post(.tick(moment()))
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

  var post: @Sendable (Event) -> Void {
    { [inbox] in inbox.post(.dashboard($0)) }
  }

  func carryOut(
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

  private func keep(_ services: SessionServices, request: Int) { opened[request] = services }
}
