/// A list that is put together from pages that overlap, each entry once.
struct MergedList<Entry: Identifiable & Sendable>: Sendable where Entry.ID: Sendable {
  /// The entries so far, in the order of the service.
  private(set) var entries: [Entry] = []

  private var known: Set<Entry.ID> = []

  /// Whether an entry is there.
  func contains(_ id: Entry.ID) -> Bool { known.contains(id) }

  /// Puts each new entry of a page beside its neighbours on the page, and the others up to date.
  ///
  /// - Returns: The new ones.
  mutating func merge(_ page: [Entry]) -> [Entry] {
    var place = entries.endIndex
    var new: [Entry] = []
    var waiting: [Entry] = []
    for entry in page.reversed() {
      if known.insert(entry.id).inserted {
        new.append(entry)
        waiting.append(entry)
      } else if let index = entries[..<place].lastIndex(where: { $0.id == entry.id }) {
        entries.insert(contentsOf: waiting.reversed(), at: index + 1)
        entries[index] = entry
        waiting = []
        place = index
      }
    }
    entries.insert(contentsOf: waiting.reversed(), at: place)
    return new.reversed()
  }

  /// Drops the last entries, which are more than were wanted.
  mutating func removeLast(_ count: Int) { entries.removeLast(count) }
}
