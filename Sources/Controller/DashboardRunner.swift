package import Dashboard
import MigrationCore
package import Terminal

/// What reaches the dashboard from outside.
package enum DashboardInput: Sendable {
  /// From the terminal or the operating system, so long after the dashboard opened.
  case terminal(TerminalEvent, at: Duration)
  /// From the service or the clock.
  case dashboard(Event)
  /// There is something new about the tasks, to be fetched.
  case newsOfTasks
  /// The terminal may be one that never answers: a question with this number was sent a while ago.
  case unanswered(Int)
  /// The terminal has not said for long whether a frame arrived, while another waits.
  case overdue
  /// The terminal is gone.
  case hungUp
}

/// The loop of the dashboard: takes in what has come, moves the state on, shows one frame.
@MainActor
package final class DashboardRunner<C: Clock> where C.Duration == Duration {
  private var state: State
  private let display: any Display
  private let inbox = Inbox<DashboardInput>()
  private let effects: EffectRunner<C>
  /// The question that the next frame shows for the first time.
  ///
  /// There is one before any prompt, so that it is known in time whether the terminal answers.
  private var toReport: Int? = 0
  private var sighting = Sighting()
  /// Whether a frame waits until the one before has arrived, or counts as lost.
  private var isHeldUp = false
  private var hasQuit = false

  /// A dashboard that shows nothing before ``run(_:atEnd:)``.
  package init(
    configuration: DashboardConfiguration, services: DashboardServices<C>, display: any Display
  ) {
    state = State(configuration: configuration, size: display.size)
    self.display = display
    effects = EffectRunner(services: services, inbox: inbox)
  }

  /// Runs until the user leaves, a signal asks for it, the terminal is gone, or this Swift task is
  /// cancelled.
  ///
  /// - Parameters:
  ///   - events: What the terminal tells; its end means that the terminal is gone.
  ///   - atEnd: Called when no frame will follow, before requests under way have been called off.
  /// - Returns: Why it ended.
  package func run(
    _ events: AsyncStream<TerminalEvent>, atEnd: @MainActor () -> Void = {}
  ) async -> ExitReason {
    await withDiscardingTaskGroup { group in
      group.addTask { [inbox, elapsed = effects.elapsed] in
        for await event in events { inbox.post(.terminal(event, at: elapsed())) }
        inbox.post(.hungUp)
      }
      effects.start(in: &group)
      let reason = await loop(&group)
      atEnd()
      state.lastLook.map(effects.keepLastLook)
      group.cancelAll()
      return reason
    }
  }

  private func loop(_ group: inout DiscardingTaskGroup) async -> ExitReason {
    for effect in state.startEffects { carryOut(effect, in: &group) }
    show(in: &group)
    while await inbox.wait() {
      for input in inbox.take() {
        if let reason = take(input, in: &group) { return reason }
      }
      show(in: &group)
    }
    return .quit
  }

  private func take(_ input: DashboardInput, in group: inout DiscardingTaskGroup) -> ExitReason? {
    switch input {
    case .hungUp: return .hungUp
    case .terminal(.terminated(let signal), _): return .terminated(signal: signal)
    case .terminal(.key(let key), let instant): take(.key(key, at: instant), in: &group)
    case .terminal(.line(let line), let instant):
      for key in display.keys(of: line, in: state) { take(.key(key, at: instant), in: &group) }
    case .terminal(.arrived, _):
      sighting.arrived().map { take(.shown(request: $0), in: &group) }
      sighting.ask(at: effects.elapsed(), by: display.askForArrival)
    case .unanswered(let request):
      if sighting.isSeen(withoutAnswer: request) { take(.shown(request: request), in: &group) }
    case .overdue: isHeldUp = false
    case .terminal(.resized(let size), _): take(.resized(size), in: &group)
    case .terminal(.resumed, _):
      sighting.forget()
      display.resume()
      take(.resumed, in: &group)
      if display.size != state.size { take(.resized(display.size), in: &group) }
    case .dashboard(let event): take(event, in: &group)
    case .newsOfTasks: effects.takeNews().map { take($0, in: &group) }
    }
    return hasQuit ? .quit : nil
  }

  private func take(_ event: Event, in group: inout DiscardingTaskGroup) {
    display.note(event, before: state)
    for effect in update(&state, event) { carryOut(effect, in: &group) }
    effects.watch(state.watchedTasks)
  }

  private func carryOut(_ effect: Effect, in group: inout DiscardingTaskGroup) {
    switch effect {
    case .refresh: effects.ask(.refresh)
    case .poll(let interval): effects.ask(.poll(every: interval))
    case .read(let ids, let findsKeys, let request):
      effects.read(ids, findsKeys: findsKeys, request: request, in: &group)
    case .act(let consent, let keys, let request):
      effects.act(consent, keys: keys, request: request, in: &group)
    case .findKeys(let task, let request): effects.findKeys(of: task, request: request, in: &group)
    case .create(let task, let request): effects.create(task, request: request, in: &group)
    case .arrange(let request):
      let arranger = state.list.table.arranger
      if arranger.isLong {
        effects.arrange(arranger, request: request, in: &group)
      } else if let rows = arranger.rows() {
        take(.arranged(rows, request: request), in: &group)
      }
    case .export(let format, let file, let request):
      effects.export(
        state.list.table.shownTasks, as: format, to: file, request: request, in: &group)
    case .ask(let question, let id, let request):
      effects.ask(question, about: id, request: request, in: &group)
    case .keepLook(let look): effects.keepLook(look)
    case .recall(let date, let unseen, let request):
      effects.recall(since: date, unseen: unseen, request: request)
    case .readProfiles: effects.readProfiles(in: &group)
    case .open(let profile, let request): effects.open(profile, request: request, in: &group)
    case .enter(let generation): effects.enter(generation, in: &group)
    case .cancel(let request): effects.cancel(request)
    case .wake(let time): effects.wake(at: time, in: &group)
    case .copy(let text):
      if !display.copy(text) { take(.notCopied, in: &group) }
    case .reportShown(let request): toReport = request
    case .repaint: display.repaint()
    case .suspend: display.suspend()
    case .quit: hasQuit = true
    }
  }

  /// Shows the state, unless a frame is under way, and has the terminal say when it has arrived.
  private func show(in group: inout DiscardingTaskGroup) {
    let now = effects.elapsed()
    guard sighting.mayShow(at: now) else { return holdUp(in: &group) }
    let request = toReport
    guard display.present(state) || request != nil else { return }
    toReport = nil
    sighting.sent(request)
    sighting.ask(at: now, by: display.askForArrival)
    guard let request else { return }
    effects.wait(atLeast: Sighting.patience, until: Sighting.firstPatience, in: &group) { [inbox] in
      inbox.post(.unanswered(request))
    }
  }

  /// Sees to it that the next frame comes even if nothing else happens.
  private func holdUp(in group: inout DiscardingTaskGroup) {
    guard !isHeldUp else { return }
    isHeldUp = true
    // Where another frame is under way by then, it is waited for until its own end.
    effects.wait(atLeast: .zero, until: sighting.end, in: &group) { [inbox] in
      inbox.post(.overdue)
    }
  }
}
