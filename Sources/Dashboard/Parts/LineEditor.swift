package import Canvas
import Migration

/// A line of text with a cursor in it, while somebody edits it, by the keys of a shell.
package struct LineEditor: Equatable, Sendable {
  /// What stands before the cursor.
  package private(set) var before: String
  /// What stands from the cursor on.
  package private(set) var after = ""
  private let limit: Int

  /// The whole line.
  package var text: String { before + after }

  /// A line with the cursor at its end, of at most `limit` characters.
  package init(_ text: String = "", limit: Int = 2000) {
    before = String(text.prefix(limit))
    self.limit = limit
  }

  /// Takes a key, and says whether it was one to edit a line with.
  package mutating func take(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .paste(let text): insert(String(text.prefix { !$0.isNewline }))
    case .backspace: before = String(before.dropLast())
    case .delete, .control("d"): after = String(after.dropFirst())
    case .left, .control("b"): moveBack(before.isEmpty ? 0 : 1)
    case .right, .control("f"): moveOn(after.isEmpty ? 0 : 1)
    case .home, .control("a"): moveBack(before.count)
    case .end, .control("e"): moveOn(after.count)
    case .control("u"): before = ""
    case .control("k"): after = ""
    case .control("w"), .with(.alt, .backspace), .with(.control, .backspace):
      before = String(before.dropLast(wordBack))
      // At the end of a line they would part nothing.
      if after.isEmpty { while before.last == " " { before.removeLast() } }
    case .with(.alt, .character("d")), .with(.control, .delete):
      after = String(after.dropFirst(wordOn))
    case .with(.alt, .character("b")), .with(.alt, .left), .with(.control, .left):
      moveBack(wordBack)
    case .with(.alt, .character("f")), .with(.alt, .right), .with(.control, .right):
      moveOn(wordOn)
    case .control, .with, .up, .down, .pageUp, .pageDown, .insert, .enter, .escape, .tab, .backTab,
      .function:
      return false
    }
    return true
  }

  /// Completes the word at the end; one that can become only one thing gets a blank behind it, unless
  /// it ends in a sign.
  mutating func complete(_ completion: Completion) {
    guard after.isEmpty, let common = completion.common else { return }
    let wantsMore = completion.words.count > 1 || common.last.map { ":>".contains($0) } ?? true
    let line = completion.head + common + (wantsMore ? "" : " ")
    if line.count <= limit { before = line }
  }

  private mutating func insert(_ more: String) {
    before += more.prefix(max(0, limit - text.count))
  }

  private mutating func moveBack(_ count: Int) {
    after = before.suffix(count) + after
    before = String(before.dropLast(count))
  }

  private mutating func moveOn(_ count: Int) {
    before += after.prefix(count)
    after = String(after.dropFirst(count))
  }

  /// How many characters a word takes back from the cursor, the blanks behind it among them.
  private var wordBack: Int { Self.word(before.reversed()) }

  private var wordOn: Int { Self.word(after) }

  private static func word(_ characters: some Sequence<Character>) -> Int {
    var count = 0
    var isInWord = false
    for character in characters {
      if character != " " { isInWord = true } else if isInWord { break }
      count += 1
    }
    return count
  }
}
