import Canvas

extension State {
  /// Takes a key while the messages are on the screen.
  mutating func browseMessages(_ pager: Pager, by key: Key) {
    switch CommandTable.command(for: key) {
    case .move(let motion):
      var pager = pager
      pager.move(
        motion, height: MessagesPage.height(in: size), count: MessagesPage.page(self).lines.count)
      layer = .messages(pager)
    case .back, .quit, .messages, .openDetail: layer = nil
    case .some, .none: break
    }
  }
}
