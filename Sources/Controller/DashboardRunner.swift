package import Dashboard
import MigrationCore
package import Terminal

/// What reaches the dashboard from outside.
package enum DashboardInput: Sendable {
  /// From the terminal or the operating system.
  case terminal(TerminalEvent)
  /// From the service or the clock.
  case dashboard(Event)
  /// There is something new about the tasks, to be fetched.
  case newsOfTasks
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
  /// Whether keys are to be thrown away once the next frame is shown, and until then.
  private var wantsDiscard = false
  /// How many times the terminal has still to say that earlier keys are through.
  private var awaitedDiscards = 0
  /// Whom to tell that the next frame is shown.
  private var toReport: [Int] = []
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
      group.addTask { [inbox] in
        for await event in events { inbox.post(.terminal(event)) }
        inbox.post(.hungUp)
      }
      effects.start(in: &group)
      let reason = await loop(&group)
      atEnd()
      group.cancelAll()
      return reason
    }
  }

  private func loop(_ group: inout DiscardingTaskGroup) async -> ExitReason {
    for effect in state.startEffects { carryOut(effect, in: &group) }
    show()
    while await inbox.wait() {
      for input in inbox.take() {
        if let reason = take(input, in: &group) { return reason }
      }
      show()
    }
    return .quit
  }

  private func take(_ input: DashboardInput, in group: inout DiscardingTaskGroup) -> ExitReason? {
    switch input {
    case .hungUp: return .hungUp
    case .terminal(.terminated(let signal)): return .terminated(signal: signal)
    case .terminal(.key) where wantsDiscard || awaitedDiscards > 0: break
    case .terminal(.key(let key)): take(.key(key), in: &group)
    case .terminal(.inputDiscarded): awaitedDiscards -= 1
    case .terminal(.resized(let size)): take(.resized(size), in: &group)
    case .terminal(.resumed):
      display.resume()
      if display.size != state.size { take(.resized(display.size), in: &group) }
    case .dashboard(let event): take(event, in: &group)
    case .newsOfTasks: effects.takeNews().map { take($0, in: &group) }
    }
    return hasQuit ? .quit : nil
  }

  private func take(_ event: Event, in group: inout DiscardingTaskGroup) {
    for effect in update(&state, event) { carryOut(effect, in: &group) }
    effects.watch(state.watchedTasks)
  }

  private func carryOut(_ effect: Effect, in group: inout DiscardingTaskGroup) {
    switch effect {
    case .refresh: effects.ask(.refresh)
    case .poll(let interval): effects.ask(.poll(every: interval))
    case .read(let ids, let request): effects.read(ids, request: request, in: &group)
    case .act(let consent, let keys, let request):
      effects.act(consent, keys: keys, request: request, in: &group)
    case .cancel(let request): effects.cancel(request)
    case .clock(let isOn): effects.setClock(isOn: isOn, in: &group)
    case .copy(let text):
      if !display.copy(text) {
        take(.notice(Notice(.error, "too long for the clipboard; nothing was copied")), in: &group)
      }
    case .flushInput: wantsDiscard = true
    case .reportShown(let request): toReport.append(request)
    case .repaint: display.repaint()
    case .suspend: display.suspend()
    case .quit: hasQuit = true
    }
  }

  /// Shows the state, and only then throws away what was typed without having seen it.
  private func show() {
    display.present(render(state))
    for request in toReport { inbox.post(.dashboard(.shown(request: request))) }
    toReport = []
    guard wantsDiscard else { return }
    wantsDiscard = false
    awaitedDiscards += 1
    display.discardInput()
  }
}
