import Canvas
import Migration
import Words

/// What became of each target of an action, also while it is under way.
enum SheetPage {
  /// How many lines the results of `action` take.
  static func lineCount(_ action: RunningAction) -> Int { lines(of: action).count }

  /// How many lines a window of `size` shows at once, at least 1.
  static func height(in size: Size) -> Int { max(1, size.rows - 4) }

  /// What a line tells; the words are put together for those that are looked at alone.
  enum Line {
    /// How far a target is that has no result.
    case progress(Plan<TaskAction>.Target)
    /// One of several steps, by its place.
    case step(ActionStep, Int, of: TaskID)
    case result(ActionResult)
    /// Why a result is what it is.
    case reason(ActionResult)

    /// The target, where the line says which it is about.
    var target: TaskTarget? {
      switch self {
      case .progress(let target): target.seen.target
      case .result(let result): TaskTarget(id: result.id, name: result.name)
      case .step, .reason: nil
      }
    }
  }

  static func lines(of action: RunningAction) -> [Line] {
    let running = action.plan.targets.filter { action.results[$0.seen.id] == nil }
    let ended = action.refused + action.targets.compactMap { action.results[$0.id] }
    return running.flatMap { target in
      [.progress(target)]
        + (target.steps.count > 1
          ? target.steps.enumerated().map { .step($1, $0, of: target.seen.id) } : [])
    }
      + ActionOutcome.byUrgency.flatMap { outcome in
        ended.filter { $0.outcome == outcome }.flatMap { result -> [Line] in
          result.problem == nil && result.remark == nil
            ? [.result(result)] : [.result(result), .reason(result)]
        }
      }
  }
}

/// Draws the results of the action that is looked at, from line `top` on.
func drawSheet(_ state: State, from top: Int, on frame: inout Frame) {
  guard let action = state.shownAction else { return }
  let tongue = state.configuration.tongue
  let all = SheetPage.lines(of: action)
  let height = SheetPage.height(in: frame.size)
  var page = Page(width: min(100, frame.size.columns - 4), isASCII: frame.isASCII)
  let text = SheetText(action: action, width: page.width, isASCII: frame.isASCII, tongue: tongue)
  for line in text.pieces(of: Array(all.dropFirst(top).prefix(height))) { page.addLine(line) }
  page.addGap()
  let isLong = all.count > height
  let held = state.heldText(of: action).map { ($0, Style(.warning, bold: true)) }
  page.addLine([held ?? (hint(for: action, isLong: isLong, in: tongue), Style(.muted))])
  frame.drawPage(page, title: title(of: action, in: tongue))
}

private func title(of action: RunningAction, in tongue: any Tongue) -> String {
  let all = action.targets.count + action.refused.count
  let good = action.results.values.filter(\.isGood).count
  return tongue.words(.resultTitle(action.action, good: good, of: all))
}

private func hint(for action: RunningAction, isLong: Bool, in tongue: any Tongue) -> String {
  let canRetry = action.isOver && !action.failedTargets.isEmpty
  let words: [(isSaid: Bool, word: ScreenWord)] = [
    (isLong, .scroll), (canRetry, .retry), (true, action.isOver ? .closes : .closesOnly),
  ]
  return words.filter(\.isSaid).map { tongue.words($0.word) }.joined(separator: tongue.comma)
}

extension ActionOutcome {
  /// What wants attention first.
  fileprivate static let byUrgency: [ActionOutcome] = [
    .failed, .refused, .skipped, .accepted, .done,
  ]
}
