import Canvas
import Migration
import Words

/// What became of each target of an action, also while it is under way.
enum SheetPage {
  /// How many lines the results of `action` take.
  static func lineCount(_ action: RunningAction, in tongue: any Tongue) -> Int {
    lines(of: action, in: tongue).count
  }

  /// How many lines a window of `size` shows at once, at least 1.
  static func height(in size: Size) -> Int { max(1, size.rows - 4) }

  fileprivate static func lines(
    of action: RunningAction, in tongue: any Tongue
  ) -> [[(text: String, style: Style)]] {
    let ended = action.refused + action.targets.compactMap { action.results[$0.id] }
    let results = ActionOutcome.byUrgency.flatMap { outcome in
      ended.filter { $0.outcome == outcome }
    }
    let running = action.plan.targets.filter { action.results[$0.seen.id] == nil }
    return running.flatMap { progress(of: $0, in: action, tongue) }
      + results.flatMap { result($0, tongue) }
  }

  private static func progress(
    of target: Plan<TaskAction>.Target, in action: RunningAction, _ tongue: any Tongue
  ) -> [[(text: String, style: Style)]] {
    let steps = action.steps[target.seen.id] ?? []
    let subject = "\(target.seen.id) \(target.seen.name.prefix(100))"
    let now = steps.last.map(tongue.progress) ?? tongue.words(.sent)
    let head = [(text: now.padded(to: 22), style: Style(.active)), (text: subject, style: .plain)]
    guard target.steps.count > 1 else { return [head] }
    return [head]
      + target.steps.enumerated().map { index, step in
        let isReached = steps.contains(step)
        let status = isReached ? (step == steps.last ? "▸ " : "* ") : "  "
        return [
          (
            text: "  \(status)\(index + 1) \(tongue.plan(step))",
            style: isReached ? .plain : Style(.muted)
          )
        ]
      }
  }

  private static func result(
    _ result: ActionResult, _ tongue: any Tongue
  ) -> [[(text: String, style: Style)]] {
    let explanation = result.explanation(in: tongue)
    // What a service answered is told with its code; of one's own refusals the code is added.
    let code = result.problem?.code.flatMap { explanation.contains($0) ? nil : $0 + " " } ?? ""
    let head = [
      (text: tongue.words(result.outcome).padded(to: 10), style: result.outcome.style),
      (text: "\(result.id) \(result.name.prefix(100))", style: Style.plain),
    ]
    if explanation.isEmpty { return [head] }
    let reason = "          \(code)\(explanation.prefix(300))"
    return [head, [(text: reason, style: Style(.muted))]]
  }
}

/// Draws the results of the action that is looked at, from line `top` on.
func drawSheet(_ state: State, from top: Int, on frame: inout Frame) {
  guard let action = state.shownAction else { return }
  let lines = SheetPage.lines(of: action, in: state.configuration.tongue)
  let height = SheetPage.height(in: frame.size)
  var page = Page(width: min(100, frame.size.columns - 4), isASCII: frame.isASCII)
  for line in lines.dropFirst(top).prefix(height) { page.addLine(line) }
  page.addGap()
  page.addLine([
    (hint(for: action, isLong: lines.count > height, in: state.configuration.tongue), Style(.muted))
  ])
  frame.drawPage(page, title: title(of: action, in: state.configuration.tongue))
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

  fileprivate var style: Style {
    switch self {
    case .done, .accepted: Style(.good)
    case .refused, .skipped: Style(.warning)
    case .failed: Style(.bad)
    }
  }
}
