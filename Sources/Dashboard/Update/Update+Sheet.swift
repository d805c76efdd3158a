import Canvas
import Migration

extension State {
  /// The action whose results are on the screen.
  var shownAction: RunningAction? {
    guard case .sheet(let request, _) = overlay else { return nil }
    return actions.first { $0.request == request }
  }

  /// Takes a key while results are on the screen.
  mutating func browseSheet(_ request: Int, from top: Int, by key: Key) -> [Effect] {
    switch KeyMap.command(for: key) {
    case .refresh: return retryFailed()
    case .move(let motion):
      let height = SheetPage.height(in: size)
      let count = shownAction.map { SheetPage.lineCount($0, in: configuration.tongue) } ?? 0
      let last = max(0, count - height)
      let target = motion.target(from: top, height: height, count: last + 1)
      overlay = .sheet(request: request, top: min(max(target, 0), last))
    case .back, .quit, .openDetail:
      overlay = nil
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
