import FoundationEssentials
package import Migration
import Words

extension State {
  /// What was seen last, and is kept for the next time; `nil` before anything was.
  package var lastLook: LastLook? {
    // Of a list that is not known as a whole nobody has seen all.
    guard !link.isLoading, link.missing == nil, let date = link.toldAt else { return nil }
    let open = list.table.tasks.all { !$0.state.isFinished }.map { task in
      var open = MigrationTask(id: task.id, name: task.name, state: task.state)
      open.startedAt = task.startedAt
      return open
    }
    return LastLook(at: date, open: open)
  }

  /// Notes that nobody looks from now on.
  mutating func leave() {
    // What happens from here on is seen by the dashboard itself.
    if let date = link.toldAt { session.past.leave(LastLook(at: date, open: [])) }
  }

  /// Asks what happened while nobody looked, once the tasks are known again.
  ///
  /// - Returns: The effects to carry out, in order.
  mutating func comeBack() -> [Effect] {
    // What a page had that could not be read is not gone.
    guard !link.isLoading, link.problem == nil, link.missing == nil, let date = link.toldAt,
      let look = session.past.comeBack(at: date)
    else { return [] }
    return recall(since: look.at, unseen: unseen(since: look), isNews: true)
  }

  /// Shows what happened since somebody looked before.
  ///
  /// - Returns: The effects to carry out, in order.
  mutating func openPast() -> [Effect] {
    push(.past(Pager()))
    return session.past.since.map { recall(since: $0, unseen: session.past.unseen, isNews: false) }
      ?? []
  }

  /// Takes what happened, and tells it once.
  mutating func take(_ recollection: Recollection, request: Int) {
    guard session.past.take(recollection, request: request),
      case .events(let events) = recollection,
      let since = session.past.since
    else { return }
    let counts = PastPage.counts(of: events)
    guard !counts.isEmpty else { return }
    tell(
      Notice(
        .info, configuration.tongue.words(.summary(since: sinceText(since), counts))))
  }

  private mutating func recall(
    since date: Date, unseen: [UnseenEvent], isNews: Bool
  ) -> [Effect] {
    let request = newRequest()
    session.past.ask(since: date, unseen: unseen, request: request, isNews: isNews)
    return [.recall(since: date, unseen: unseen, request: request)]
  }

  /// What happened since a look, as the tasks show it: to those that were not over then, and to those that
  /// have begun since.
  private func unseen(since look: LastLook) -> [UnseenEvent] {
    let known = Set(look.open.map(\.id))
    let ended = look.open.flatMap { old in
      let new = list.table.task(old.id)
      return TaskHappening.between(old, new).map { UnseenEvent($0, new ?? old) }
    }
    let begun = list.table.tasks.all { task in
      !known.contains(task.id) && task.startedAt.map { $0 > look.at } ?? false
    }
    return ended
      + begun.flatMap { task in
        TaskHappening.between(nil, task).map { UnseenEvent($0, task) }
      }
  }
}
