/// The way through all pages of a list while entries come and go: the one there is.
///
/// Each page begins with the last entry of the one before. As long as a page has any entry that was
/// seen before, no entry that was there all the time can lie between it and them, because entries
/// that stay keep their order. A page that has none may have left some out, as entries before it
/// have gone; then the list is read again from further up. Entries that come move others down, where
/// they are seen twice, and kept once. When each page was asked for does not matter, as long as it
/// was after the walk began: so pages may be asked for at once and answered in any order.
package struct ListWalk<Entry: Identifiable & Sendable>: Sendable where Entry.ID: Sendable {
  /// A part of the list.
  package typealias Page = ListPage<Entry>

  /// What became of a page that was asked for.
  private enum Part: Sendable {
    case underWay
    case answered(Page)
    case bad(String)
  }

  /// The entries so far, in the order of the service, each once.
  package var entries: [Entry] { list.entries }
  /// Why entries could not be read, or whole pages, one reason each.
  package private(set) var unreadable: [String] = []
  /// Whether the end was reached, or as much as was wanted, or the walk was given up.
  package private(set) var isComplete = false
  /// Whether nothing was passed over, so that what was there before the walk and was not seen by its
  /// end is gone.
  package private(set) var isGapless = true
  /// Whether the list could not be put together: it changes too fast, or page after page is bad.
  package private(set) var isGivenUp = false
  /// The most entries of a page.
  package let size: Int

  private let limit: Int?
  private var list = MergedList<Entry>()
  private var parts: [Int: Part] = [:]
  private var start = 0
  private var length: Int?
  private var retreat: Int
  private var patience = Self.mostFruitless
  private var badInARow = 0
  /// Whether what lies just before `start` could not be read, so that nothing can join on to it.
  private var isBlind = false

  // How many pages in a row may be of no use, and how many may be bad, before a list is given up
  // that changes too fast, or that a broken service would keep going for ever.
  private static var mostFruitless: Int { 50 }
  private static var mostBad: Int { 3 }

  /// A walk that has not begun.
  ///
  /// - Parameters:
  ///   - size: The most entries of a page; 2 to 100 are used.
  ///   - limit: The most entries wanted; `nil` means all.
  package init(size: Int = 100, limit: Int? = nil) {
    self.size = max(2, min(size, 100, limit ?? 100))
    self.limit = limit.map { max($0, 0) }
    retreat = self.size / 2
  }

  /// Where the page starts that is waited for.
  package var position: Int { start }

  /// Whether the number of all entries is known.
  package var isLengthKnown: Bool { length != nil }

  /// Learns how many entries there are, so that pages can be asked for at once.
  package mutating func expect(_ total: Int?) { length = total.map { max($0, 0) } ?? length }

  /// Where the next pages start that are of use and were not asked for, at most `most` of them; they
  /// are under way from now on.
  package mutating func next(_ most: Int) -> [Int] {
    guard !isComplete else { return [] }
    var end = length ?? start
    if let limit, limit - entries.count < end - start { end = start + limit - entries.count }
    // What is far ahead of the page that is waited for would have to be kept.
    let others = stride(from: start + size - 1, to: end - 1, by: size - 1).prefix(7)
    let starts = ([start] + others).filter { parts[$0] == nil }.prefix(most)
    for start in starts { parts[start] = .underWay }
    return Array(starts)
  }

  /// Takes the page that starts at `start`; one that is no longer of use is left alone.
  ///
  /// - Returns: The new entries of all pages that join on to what is there.
  package mutating func take(_ page: Page, from start: Int) -> [Entry] {
    guard case .underWay? = parts[start] else { return [] }
    parts[start] = .answered(page)
    return settle()
  }

  /// Passes over the page that starts at `start`, because it cannot be read; the others are not
  /// hidden by it.
  ///
  /// - Returns: The new entries of the pages that waited for it.
  package mutating func passOver(_ start: Int, because reason: String) -> [Entry] {
    guard case .underWay? = parts[start] else { return [] }
    parts[start] = .bad(reason)
    return settle()
  }

  /// Lets the page that starts at `start` be asked for again.
  package mutating func askAgain(_ start: Int) {
    if case .underWay? = parts[start] { parts[start] = nil }
  }

  private mutating func settle() -> [Entry] {
    var new: [Entry] = []
    while !isComplete, let part = parts[start] {
      switch part {
      case .underWay: return new
      case .answered(let page): new += take(page)
      case .bad(let reason): skip(reason)
      }
    }
    if isComplete { parts = [:] }
    return new
  }

  private mutating func take(_ page: Page) -> [Entry] {
    parts[start] = nil
    expect(page.total)
    badInARow = 0
    guard start == 0 || isBlind || joins(page) else {
      losePatience()
      start = max(start - retreat, 0)
      retreat *= 2
      parts = [:]
      return []
    }
    retreat = size / 2
    isBlind = page.count > 0 && page.unreadable.count * 2 >= page.count
    isGapless = isGapless && page.unreadable.isEmpty
    unreadable += page.unreadable
    let wanted = limit.map { $0 - entries.count } ?? .max
    let new = list.merge(page.entries)
    let isEnd = new.count >= wanted || isLast(page, bringsNothing: new.isEmpty)
    move(to: start + max(page.count - 1, 1))
    isComplete = isComplete || isEnd
    if isEnd {
      list.removeLast(max(new.count - wanted, 0))
    } else if !new.isEmpty {
      patience = Self.mostFruitless
    } else if start >= length ?? 0 {
      losePatience()
    }
    return Array(new.prefix(wanted))
  }

  private mutating func skip(_ reason: String) {
    parts[start] = nil
    unreadable.append(reason)
    isGapless = false
    isBlind = true
    badInARow += 1
    move(to: start + size - 1)
    if badInARow > Self.mostBad {
      giveUp()
    } else if let length, start >= length {
      isComplete = true
    }
  }

  /// Goes on to `start`; pages on the way that do not begin where others end are of no use.
  private mutating func move(to start: Int) {
    self.start = start
    parts = parts.filter { $0.key >= start && ($0.key - start).isMultiple(of: size - 1) }
  }

  // Entries that cannot be read join on to nothing, and there is no use in asking again.
  private func joins(_ page: Page) -> Bool {
    entries.isEmpty || page.entries.contains { list.contains($0.id) }
      || page.entries.isEmpty && !page.unreadable.isEmpty
  }

  private func isLast(_ page: Page, bringsNothing: Bool) -> Bool {
    // Of a full page, only a total that fits exactly is believed.
    page.total == start + page.count
      || page.count < size && (bringsNothing || start + page.count >= page.total ?? 0)
  }

  private mutating func losePatience() {
    patience -= 1
    if patience <= 0 { giveUp() }
  }

  private mutating func giveUp() {
    isGivenUp = true
    isGapless = false
    isComplete = true
  }
}
