import Canvas
import FoundationEssentials

/// Moves `state` on by one event.
///
/// - Returns: The effects to carry out, in order.
package func update(_ state: inout State, _ event: Event) -> [Effect] {
  let effects = state.take(event)
  return effects + state.adjustClock()
}

extension State {
  fileprivate mutating func take(_ event: Event) -> [Effect] {
    switch event {
    case .key(let key): return press(key)
    case .resized(let size): return resize(to: size)
    case .tick(let moment): link.pass(moment)
    case .tasksLoaded(let snapshot): return load(snapshot)
    case .targetsRead(let readings, let request): return review(readings, request: request)
    case .shown(let request): openPrompt(request: request)
    case .actionStep(let id, let step, let request): advance(id, to: step, request: request)
    case .actionEnded(let result, let request): return finish(result, request: request)
    case .notice(let notice): self.notice = notice
    }
    return []
  }

  private mutating func resize(to size: Size) -> [Effect] {
    self.size = size.clamped
    list.reveal(height: tableHeight)
    guard let prompt, PromptPage(prompt, of: self) == nil else { return [] }
    return cancelPrompt(because: "The window became too small for the question; nothing was sent.")
  }

  private mutating func load(_ snapshot: TaskSnapshot) -> [Effect] {
    link.learn(snapshot)
    list.change(height: tableHeight) { table in
      table.filter = table.filter.renewed(at: snapshot.moment.date) ?? table.filter
      table.apply(snapshot)
    }
    if list.cursor == nil { isDetailOpen = false }
    return cancelPromptIfTargetsChanged()
  }
}
