import Canvas
import Migration
import Words

/// `4 running 2 waiting`, what matters most first, as many states as fit and then how many more.
func countsText(_ state: State, room: Int) -> String {
  let counts = state.list.table.counts
  if counts.isEmpty {
    let words = state.configuration.tongue.words(ScreenWord.noTasks)
    return state.link.isLoading || room < columns(of: words) ? "" : words
  }
  let parts = statesByInterest(counts)
  for kept in stride(from: parts.count, through: 1, by: -1) {
    let shown = parts.prefix(kept).map { "\($0.count) \($0.word)" }.joined(separator: " ")
    let rest = parts.dropFirst(kept).reduce(0) { $0 + $1.count }
    let texts = rest == 0 ? [shown] : ["\(shown) +\(rest)", "\(shown)+\(rest)"]
    if let text = texts.first(where: { $0.count <= room }) { return text }
  }
  return ""
}

/// How many tasks there are in each state; the states that no document knows count as one.
private func statesByInterest(_ counts: [TaskState: Int]) -> [(word: String, count: Int)] {
  let order: [TaskState] = [
    .failed, .running, .retrying, .stopping, .waiting, .initialising, .stopped, .succeeded,
  ]
  let known = order.compactMap { state in counts[state].map { (word: state.word, count: $0) } }
  let total = counts.values.reduce(0, +)
  let unknown = total - known.reduce(0) { $0 + $1.count }
  return unknown == 0 ? known : known + [(word: TaskState.unknown(-1).word, count: unknown)]
}
