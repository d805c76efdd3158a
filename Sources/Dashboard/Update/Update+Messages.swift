import Canvas

extension State {
  /// Takes a key while the messages are on the screen.
  mutating func browseMessages(from top: Int, by key: Key) {
    switch KeyMap.command(for: key) {
    case .move(let motion):
      let height = MessagesPage.height(in: size)
      let last = max(0, MessagesPage.page(self).lines.count - height)
      let target = motion.target(from: top, height: height, count: last + 1)
      overlay = .messages(top: min(max(target, 0), last))
    case .back, .quit, .messages, .openDetail: overlay = nil
    case .some, .none: break
    }
  }
}
