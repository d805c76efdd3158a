/// A list in which one entry that cannot be read does not hide its neighbours.
package struct WireList<Entry> {
  /// What could be read, in order.
  package var entries: [Entry] = []
  /// Why the rest could not be read, in a few words each.
  package var unreadable: [String] = []
  /// The entries of which a part was passed by, by their number among ``entries``.
  package var damaged: [Int] = []
}

extension WireReader {
  /// The most entries of a list; pages and lists of settings have a hundred.
  package static let mostEntries = 10_000
  /// The most object keys that one task is told with.
  package static let mostKeys = 100_000

  /// A list whose entries `read` makes something of; where it makes `nil`, the entry is unreadable.
  ///
  /// - Returns: The entries, or `nil` when the value is no list, which is passed by.
  /// - Throws: ``WireProblem``, also when there are more than `limit` entries: such a list was not
  ///   meant, and must not fill the memory.
  package mutating func list<Entry>(
    atMost limit: Int = mostEntries,
    _ read: (inout WireReader) throws(WireProblem) -> Entry?
  ) throws(WireProblem) -> WireList<Entry>? {
    guard try isNext(.list) else { return nil }
    let start = cursor.position
    try cursor.open()
    var list = WireList<Entry>()
    var path: [String]?
    var isFirst = true
    while try cursor.hasNext(bytes, before: UInt8(ascii: "]"), &isFirst) {
      let number = list.entries.count + list.unreadable.count
      guard number < limit else {
        throw WireProblem(.tooLong, at: start, path: self.path(to: start).joined(separator: "."))
      }
      _ = try kind()
      let (entry, told) = (cursor.position, oddityCount)
      if let value = try read(&self) {
        if oddityCount != told { list.damaged.append(list.entries.count) }
        list.entries.append(value)
      } else {
        let known = path ?? self.path(to: start)
        path = known
        let problem = problem(ofValueAt: entry, path: known + [String(number)])
        list.unreadable.append(problem.description)
      }
      if cursor.position == entry { try skip() }
    }
    return list
  }

  /// The entries of a list that are of the right kind.
  package mutating func entries<Entry>(
    atMost limit: Int = mostEntries,
    _ read: (inout WireReader) throws(WireProblem) -> Entry?
  ) throws(WireProblem) -> [Entry]? {
    try list(atMost: limit, read)?.entries
  }
}
