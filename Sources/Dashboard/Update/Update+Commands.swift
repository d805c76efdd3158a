import Canvas
import Migration
import Words

extension State {
  /// Does what a key asked for while the table had the keys.
  ///
  /// - Parameters:
  ///   - command: What to do.
  ///   - wasWarned: Whether the key before brought the warning that leaving abandons an action.
  /// - Returns: The effects to carry out, in order.
  mutating func carryOut(_ command: Command, wasWarned: Bool) -> [Effect] {
    if mayMiss(command) {
      tell(.rowChanged)
      return []
    }
    switch command {
    case .move(let motion): move(motion)
    case .openDetail: openDetail()
    case .fold: foldSection()
    case .back: goBack()
    case .filter: openFilter()
    case .commandLine:
      push(.commandEntry(CommandEntry(profiles: profiles.map(\.name), history: commands)))
      wasWarnedOfQuitting = wasWarned
    case .nextMatch: findMatch(step: 1)
    case .previousMatch: findMatch(step: -1)
    case .mark:
      list.toggleMark()
      move(.down)
    case .markRange: list.toggleRange()
    case .markAllShown: list.markAllShown()
    case .clearMarks: list.clearMarks()
    case .undo: if !takeBack() { tell(.nothingHeld) }
    case .sortMenu: openSortMenu()
    case .sortLeft: shiftOrder(by: -1)
    case .sortRight: shiftOrder(by: 1)
    case .invertSort: invertOrder()
    case .refresh:
      readAgain()
      return [.refresh]
    case .page(let page): open(page)
    case .pause: return togglePause()
    case .slower: return changeInterval(slower: true)
    case .faster: return changeInterval(slower: false)
    case .act(let action): return begin(action, of: list.takeTargets())
    case .actions: openActionMenu()
    case .copyID: return copy(\.id.description, as: .id)
    case .copyTask: return copy(json, as: .task)
    case .help: push(.help(Pager()))
    case .messages: push(.messages(Pager()))
    case .past: return openPast()
    case .typed(let name): notice = Notice(.info, configuration.tongue.words(.wants(name, nil)))
    case .create: openNewTask()
    case .elsewhere(let part): notice = Notice(.info, configuration.tongue.words(part))
    case .profiles: return openProfileMenu()
    case .focus: isDetailFocused = isDetailShown && !isDetailFocused
    case .repaint: return cancelQuestion(.otherKey) + [.repaint]
    case .suspend:
      heldKeys = []
      takeBack(.suspended)
      return cancelQuestion(.suspended) + [.suspend]
    case .quit: return quit(wasWarned: wasWarned)
    case .interrupt: return interrupt(wasWarned: wasWarned)
    }
    return []
  }

  /// Moves the cursor.
  mutating func move(_ motion: Motion) {
    if isDetailShown, isDetailFocused { return scrollDetail(motion) }
    // The header at the top of the window covers a line.
    let height = max(1, tableHeight - (list.table.shown.order.hasSections ? 1 : 0))
    let row = motion.target(from: list.cursorRow, height: height, count: list.table.lines.stopCount)
    moveCursor(to: row)
  }

  private mutating func scrollDetail(_ motion: Motion) {
    let height = max(1, regions.detail.rows - 1)
    detailPager.move(motion, height: height, count: detailLineCount)
  }

  private mutating func goBack() {
    if isDetailFocused || isDetailOpen {
      closeDetail()
    } else if list.anchor != nil {
      list.anchor = nil
    } else if !list.table.filter.isEmpty {
      list.rememberFilter()
      filter(by: "")
    } else {
      list.clearMarks()
    }
  }

  mutating func closeDetail() {
    isDetailOpen = false
    isDetailFocused = false
  }

  private mutating func openActionMenu() {
    let targets = list.takeTargets()
    if targets.isEmpty { return tell(.noTaskToActOn) }
    let row = CommandTable.actions.firstIndex { reason(against: $0.action, on: targets) == nil }
    push(.actionMenu(ActionMenu(targets: targets, row: row ?? 0)))
  }

  private mutating func copy(_ text: (MigrationTask) -> String, as copy: CopiedText) -> [Effect] {
    guard let task = list.current else {
      if list.spot != nil { notice = Notice(.info, configuration.tongue.severalTasks) }
      return []
    }
    let words = configuration.tongue.words(copied: copy, through: configuration.multiplexer)
    notice = Notice(.info, words)
    return [.copy(text(task))]
  }

  private mutating func togglePause() -> [Effect] {
    link.isPaused.toggle()
    return link.isPaused ? [.poll(every: nil)] : [.poll(every: link.interval), .refresh]
  }

  private mutating func changeInterval(slower: Bool) -> [Effect] {
    let steps = [1, 2, 5, 10, 30, 60, 300].map { Duration.seconds($0) }
    let next =
      slower ? steps.first { $0 > link.interval } : steps.last { $0 < link.interval }
    guard let next else { return [] }
    return setInterval(next)
  }

  /// Has the tasks asked for every so often.
  mutating func setInterval(_ interval: Duration) -> [Effect] {
    link.interval = interval
    let words = configuration.tongue.words(ScreenTalk.refreshing(every: durationText(interval)))
    notice = Notice(.info, words)
    return link.isPaused ? [] : [.poll(every: interval)]
  }

  mutating func quit(wasWarned: Bool) -> [Effect] {
    if isDetailOpen {
      closeDetail()
      return []
    }
    if !underWay.isEmpty, !wasWarned {
      wasWarnedOfQuitting = true
      tell(.actionUnderWay)
      return []
    }
    return [.quit]
  }

  private mutating func interrupt(wasWarned: Bool) -> [Effect] {
    heldKeys = []
    switch layer {
    case .prompt: return cancelPrompt(.refused)
    case .newTask(let dialogue) where dialogue.stage == .typing || dialogue.stage == .closed:
      closeNewTask()
      return []
    case .newTask: return closeQuestion(.refused)
    case .filterEntry(let entry):
      giveUp(entry)
      return []
    case .profiles(let menu): return close(menu)
    case .help, .messages, .past, .sortMenu, .actionMenu, .commandEntry, .limits:
      layer = nil
      return []
    case .sheet, .none: break
    }
    if takeBack() { return [] }
    let requests = underWay
    if requests.isEmpty, layer != nil {
      layer = nil
      return []
    }
    guard !requests.isEmpty, !wasWarned else { return [.quit] }
    wasWarnedOfQuitting = true
    tell(.givingUp)
    return requests.map { .cancel(request: $0) }
  }
}

extension State {
  /// A task for the clipboard, with what its failure means.
  private func json(of task: MigrationTask) -> String {
    let advice = task.outcome.failure.flatMap(configuration.tongue.advice)
    return TaskSummary(task, advice: advice).json
  }
}
