import Canvas
import Migration
import Words

/// The words of some lines of a sheet.
struct SheetText {
  typealias Pieces = [(text: String, style: Style)]

  let action: RunningAction
  let width: Int
  let isASCII: Bool
  let tongue: any Tongue

  /// The least room of what is said of a target before its route.
  private static let leastIndent = 10
  /// The least that is left of a route before the id beside it is left out.
  private static let leastRoute = 20

  /// The words of `lines`, which are those on the screen.
  func pieces(of lines: [SheetPage.Line]) -> [Pieces] {
    let widest = lines.compactMap { head(of: $0)?.text }.map { columns(of: $0) + 2 }.max() ?? 0
    let indent = max(Self.leastIndent, widest)
    var subjects = subjects(lines.compactMap(\.target), width: max(0, width - indent))[...]
    return lines.map { line in
      guard let head = head(of: line) else { return pieces(of: line, indent) }
      return [(head.text.padded(to: indent), head.style)] + (subjects.popFirst() ?? [])
    }
  }

  /// How a target is doing, where a line tells that.
  private func head(of line: SheetPage.Line) -> (text: String, style: Style)? {
    switch line {
    case .progress(let target):
      let step = action.steps[target.seen.id]?.last
      let word = step.map(tongue.progress) ?? tongue.words(action.held == nil ? .sent : .notSent)
      return (word, Style(.active))
    case .result(let result): return (tongue.words(result.outcome), result.outcome.style)
    case .step, .reason: return nil
    }
  }

  private func pieces(of line: SheetPage.Line, _ indent: Int) -> Pieces {
    switch line {
    case .progress, .result: return []
    case .step(let step, let index, let id):
      let steps = action.steps[id] ?? []
      let isReached = steps.contains(step)
      let status = isReached ? (step == steps.last ? "▸ " : "* ") : "  "
      let text = "  \(status)\(index + 1) \(tongue.plan(step))"
      return [(text, isReached ? .plain : Style(.muted))]
    case .reason(let result):
      let explanation = result.explanation(in: tongue)
      // What a service answered is told with its code; of one's own refusals the code is added.
      let code = result.problem?.code.flatMap { explanation.contains($0) ? nil : $0 + " " } ?? ""
      return [("".padded(to: indent) + code + explanation.prefix(300), Style(.muted))]
    }
  }

  /// Each target by its route, no two alike, and its id; one that was never read by its name.
  private func subjects(_ targets: [TaskTarget], width: Int) -> [Pieces] {
    let tasks = targets.map { action.read[$0.id] ?? MigrationTask(unread: $0) }
    let widths = tasks.map { task in
      let beside = width - 2 - task.id.description.count
      return beside < Self.leastRoute ? width : beside
    }
    let routes = RouteText.texts(tasks, widths: widths, isASCII: isASCII)
    return zip(tasks, routes).map { task, route in
      [(route.isEmpty ? tongue.words(.noName) : route, .plain), ("  \(task.id)", Style(.muted))]
    }
  }
}

extension ActionOutcome {
  fileprivate var style: Style {
    switch self {
    case .done, .accepted: Style(.good)
    case .refused, .skipped: Style(.warning)
    case .failed: Style(.bad)
    }
  }
}
