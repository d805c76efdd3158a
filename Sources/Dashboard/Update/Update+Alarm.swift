extension State {
  /// Asks for the time when it has become another one at which something changes by itself.
  mutating func setAlarm() -> [Effect] {
    let times = [
      link.changesAt, heldUntil, prompt?.changesAt(now: now, lastKeyAt: lastKeyAt),
      newTask?.endsAt(lastKeyAt: lastKeyAt), papersDueAt,
      actions.compactMap(\.held).map { $0.changesAt(now: now) }.min(),
    ]
    let time = times.compactMap(\.self).min()
    guard time != alarm else { return [] }
    alarm = time
    return [.wake(at: time)]
  }

  /// When rows move again that are not where they belong; `nil` when there are none.
  private var heldUntil: Duration? {
    list.table.loose.isEmpty ? nil : (lastMoveAt ?? .zero) + Self.holdOff
  }
}

extension Prompt {
  /// When it says another age of what was read, or has waited long enough.
  fileprivate func changesAt(now: Duration, lastKeyAt: Duration?) -> Duration {
    let end = endsAt(lastKeyAt: lastKeyAt)
    guard let readAt else { return end }
    return min(end, readAt + .seconds((now - readAt).components.seconds + 1))
  }
}
