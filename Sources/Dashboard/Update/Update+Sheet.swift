import Canvas
import Migration

extension State {
  /// The action whose results are on the screen.
  var shownAction: RunningAction? {
    guard let request = shownRequest else { return nil }
    return actions.first { $0.request == request }
  }

  /// The number of that action.
  var shownRequest: Int? {
    layers.lazy.compactMap { layer in
      if case .sheet(let request, _) = layer { request } else { nil }
    }.first
  }

  /// Takes a key while results are on the screen.
  mutating func browseSheet(_ request: Int, _ pager: Pager, by key: Key) -> [Effect] {
    switch CommandTable.command(for: key) {
    case .refresh: return retryFailed()
    case .move(let motion):
      let count = shownAction.map(SheetPage.lineCount) ?? 0
      var pager = pager
      pager.move(motion, height: SheetPage.height(in: size), count: count)
      layer = .sheet(request: request, pager)
    case .back, .quit, .openDetail:
      layer = nil
      forgetFinishedActions()
    case .some, .none: break
    }
    return []
  }

  /// Asks again for the targets that it went wrong for: what was true then may not be true now.
  private mutating func retryFailed() -> [Effect] {
    guard let action = shownAction, action.isOver, !action.failedTargets.isEmpty else { return [] }
    let effects = ask(
      action.action == .stopThenDelete ? .delete : action.action,
      of: action.failedTargets)
    forgetFinishedActions()
    return effects
  }
}
