import Canvas
import Migration

extension State {
  /// How long no key may have come before an answer: words that are typed into the wrong window never
  /// pause for so long.
  private static let silence = Duration.milliseconds(400)

  /// Hands a key to whatever has the keys.
  mutating func press(_ key: Key, at instant: Duration) -> [Effect] {
    if waits(key) {
      if heldKeys.count < HeldKey.most { heldKeys.append(HeldKey(key: key, instant: instant)) }
      return []
    }
    let isQuiet = lastKeyAt.map { instant - $0 >= Self.silence } ?? true
    lastKeyAt = max(instant, lastKeyAt ?? instant)
    notice = nil
    let wasWarned = wasWarnedOfQuitting
    wasWarnedOfQuitting = false
    if let command = everywhere[key] { return carryOut(command, wasWarned: wasWarned) }
    switch overlay {
    case .none:
      guard let command = KeyMap.command(for: key) else { return [] }
      return carryOut(command, wasWarned: wasWarned)
    case .help(let top): scrollHelp(from: top, by: key)
    case .messages(let top): browseMessages(from: top, by: key)
    case .sortMenu(let row): chooseOrder(from: row, by: key)
    case .actionMenu(let menu): return chooseAction(from: menu, by: key)
    case .filterEntry(let entry): edit(entry, by: key)
    case .prompt(let prompt): return answer(prompt, with: key, isQuiet: isQuiet)
    case .sheet(let request, let top): return browseSheet(request, from: top, by: key)
    }
    return []
  }

  /// Whether a key is about rows that are not there yet, or comes behind one that is.
  private func waits(_ key: Key) -> Bool {
    guard !list.table.isArranged, overlay == nil, everywhere[key] == nil else { return false }
    return !heldKeys.isEmpty || KeyMap.command(for: key)?.dependsOnRows == true
  }

  /// Keys that mean the same wherever they are pressed.
  private var everywhere: [Key: Command] {
    [.control("c"): .interrupt, .control("l"): .repaint, .control("z"): .suspend]
  }

  private mutating func scrollHelp(from top: Int, by key: Key) {
    switch KeyMap.command(for: key) {
    case .move(let motion):
      let last = max(0, HelpPage.lineCount - HelpPage.height(in: size))
      let target = motion.target(from: top, height: HelpPage.height(in: size), count: last + 1)
      overlay = .help(top: min(max(target, 0), last))
    case .back, .quit, .help, .openDetail: overlay = nil
    case .some, .none: break
    }
  }

  private mutating func chooseOrder(from row: Int, by key: Key) {
    let keys = TaskOrder.Key.allCases
    switch KeyMap.command(for: key) {
    case _ where key == .enter:
      sort(by: TaskOrder(naturalFor: keys[row]))
      overlay = nil
    case .move(let motion):
      let target = motion.target(from: row, height: keys.count, count: keys.count)
      overlay = .sortMenu(row: min(max(target, 0), keys.count - 1))
    case .back, .quit, .sortMenu: overlay = nil
    case .some, .none: break
    }
  }

  private mutating func chooseAction(from menu: ActionMenu, by key: Key) -> [Effect] {
    switch KeyMap.command(for: key) {
    case _ where key == .enter:
      return ask(ActionMenu.actions[menu.row], of: menu.targets)
    case .move(let motion):
      let count = ActionMenu.actions.count
      var moved = menu
      moved.row = min(max(motion.target(from: menu.row, height: count, count: count), 0), count - 1)
      overlay = .actionMenu(moved)
    case .stop: return ask(.stop, of: menu.targets)
    case .delete: return ask(.delete, of: menu.targets)
    case .start: return ask(.start(failedOnly: false), of: menu.targets)
    case .back, .quit, .actions: overlay = nil
    case .some, .none: break
    }
    return []
  }
}

/// A key that was pressed while the rows that it is about were being arranged.
struct HeldKey: Equatable, Sendable {
  /// The most keys that wait; nobody types ahead any further.
  static let most = 256

  let key: Key
  /// When it was pressed, from the opening of the dashboard.
  let instant: Duration
}
