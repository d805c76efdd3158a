/// A part of a list, whatever it is a list of.
package struct ListPage<Entry: Sendable>: Sendable {
  /// The entries that could be read, in the order of the service.
  package var entries: [Entry]
  /// Why others could not be read, one reason each.
  package var unreadable: [String]
  /// How many entries the list has altogether, when the answer says so.
  package var total: Int?

  /// The number of entries, by which the next page starts.
  package var count: Int { entries.count + unreadable.count }

  /// A page.
  package init(entries: [Entry], unreadable: [String] = [], total: Int? = nil) {
    self.entries = entries
    self.unreadable = unreadable
    self.total = total
  }

  /// The same page of something else.
  package func map<Other: Sendable>(_ transform: (Entry) -> Other) -> ListPage<Other> {
    ListPage<Other>(entries: entries.map(transform), unreadable: unreadable, total: total)
  }
}
