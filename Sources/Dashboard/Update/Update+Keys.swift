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
    session.isTouched = true
    notice = nil
    let wasWarned = wasWarnedOfQuitting
    wasWarnedOfQuitting = false
    if let command = CommandTable.everywhere[key] {
      return carryOut(command, wasWarned: wasWarned)
    }
    if takesBack(key) { return [] }
    guard let layer else {
      guard let command = CommandTable.command(for: key) else { return [] }
      return carryOut(command, wasWarned: wasWarned)
    }
    if layer.isReading, CommandTable.command(for: key) == .help {
      push(.help(Pager()))
      return []
    }
    return hand(key, to: layer, isQuiet: isQuiet, wasWarned: wasWarned)
  }

  private mutating func hand(
    _ key: Key, to layer: Layer, isQuiet: Bool, wasWarned: Bool
  ) -> [Effect] {
    switch layer {
    case .help(let pager): scrollHelp(pager, by: key)
    case .messages(let pager): browseMessages(pager, by: key)
    case .past(let pager): browsePast(pager, by: key)
    case .sortMenu(let menu): chooseOrder(from: menu, by: key)
    case .profiles(let menu): return chooseProfile(from: menu, by: key)
    case .actionMenu(let menu): return chooseAction(from: menu, by: key)
    case .filterEntry(let entry): edit(entry, by: key)
    case .commandEntry(let entry): return edit(entry, by: key, wasWarned: wasWarned)
    case .prompt(let prompt): return answer(prompt, with: key, isQuiet: isQuiet)
    case .newTask(let dialogue): return make(dialogue, by: key, isQuiet: isQuiet)
    case .limits(let form): return edit(form, by: key)
    case .sheet(let request, let pager): return browseSheet(request, pager, by: key)
    }
    return []
  }

  /// Whether a key is about rows that are not there yet, or comes behind one that is.
  private func waits(_ key: Key) -> Bool {
    guard !list.table.isArranged, CommandTable.everywhere[key] == nil, !wantsBack(key) else {
      return false
    }
    switch layer {
    case .none: return !heldKeys.isEmpty || CommandTable.command(for: key)?.dependsOnRows == true
    case .commandEntry(let entry):
      return !heldKeys.isEmpty || key == .enter && entry.dependsOnRows(now: link.date)
    case .some: return false
    }
  }

  private mutating func scrollHelp(_ pager: Pager, by key: Key) {
    switch CommandTable.command(for: key) {
    case .move(let motion):
      var pager = pager
      pager.move(motion, height: HelpPage.height(in: size), count: HelpPage.lineCount)
      layer = .help(pager)
    case .back, .quit, .help, .openDetail: layer = nil
    case .some, .none: break
    }
  }

  private mutating func chooseOrder(from menu: Menu, by key: Key) {
    switch CommandTable.command(for: key) {
    case _ where key == .enter:
      sort(by: TaskOrder(naturalFor: TaskOrder.Key.allCases[menu.row]))
      layer = nil
    case .move(let motion):
      var menu = menu
      menu.move(motion)
      layer = .sortMenu(menu)
    case .back, .quit, .sortMenu: layer = nil
    case .some, .none: break
    }
  }

  private mutating func chooseAction(from menu: ActionMenu, by key: Key) -> [Effect] {
    switch CommandTable.command(for: key) {
    case _ where key == .enter:
      return begin(CommandTable.actions[menu.menu.row].action, of: menu.targets)
    case .move(let motion):
      var moved = menu
      moved.menu.move(motion)
      layer = .actionMenu(moved)
    case .act(let action): return begin(action, of: menu.targets)
    case .back, .quit, .actions: layer = nil
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
