/// Texts that are put into their order, in small letters, as bytes that lie one behind the other.
///
/// Many begin alike, so a comparison from the front would go over the same bytes again and again.
/// They are sorted by the next bytes behind what all of them begin with, taken as one number; those
/// that agree in that number are sorted by what follows.
struct ComparedTexts {
  private struct Entry {
    let id: TaskID
    /// What was not compared yet.
    var rest: Range<Int>
    var head: UInt64 = 0
  }

  /// How many bytes are compared at once; beside them is room for how many there are.
  private static let step = 7

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  private var withoutText: [TaskID] = []

  /// Adds the text of a task.
  mutating func add(_ text: String, of id: TaskID) {
    if text.isEmpty { return withoutText.append(id) }
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    for index in start..<bytes.count {
      let byte = bytes[index]
      guard byte < 0x80 else {
        bytes.removeLast(bytes.count - start)
        bytes.append(contentsOf: text.lowercased().utf8)
        break
      }
      if (65...90).contains(byte) { bytes[index] = byte | 0x20 }
    }
    entries.append(Entry(id: id, rest: start..<bytes.count))
  }

  /// The tasks in the order of their texts; those without one last, and equal ones newest first.
  consuming func sorted(isDescending: Bool) -> [TaskID] {
    var open = [entries.indices]
    while let range = open.popLast(), !Task.isCancelled {
      open += sort(range, isDescending: isDescending)
    }
    return entries.map(\.id) + withoutText.sorted(by: >)
  }

  /// Sorts some of them by their next bytes, and says which of them agree in these.
  private mutating func sort(_ range: Range<Int>, isDescending: Bool) -> [Range<Int>] {
    let common = commonPrefix(of: range)
    for index in range {
      let rest = entries[index].rest.dropFirst(common)
      entries[index].head = head(of: rest)
      entries[index].rest = rest.dropFirst(Self.step)
    }
    entries[range].sort { one, other in
      one.head == other.head ? one.id > other.id : (one.head < other.head) != isDescending
    }
    var alike: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where entries[index].head != entries[start].head {
      if !entries[start].rest.isEmpty, index - start > 1 { alike.append(start..<index) }
      start = index
    }
    if !range.isEmpty, !entries[start].rest.isEmpty, range.upperBound - start > 1 {
      alike.append(start..<range.upperBound)
    }
    return alike
  }

  /// The next bytes as one number, and behind them how many there are: nothing comes before any byte.
  private func head(of rest: Range<Int>) -> UInt64 {
    var head: UInt64 = 0
    for index in rest.lowerBound..<rest.lowerBound + Self.step {
      head = head << 8 | (index < rest.upperBound ? UInt64(bytes[index]) : 0)
    }
    return head << 8 | UInt64(min(rest.count, Self.step + 1))
  }

  /// How many bytes are the same at the front of all.
  private func commonPrefix(of range: Range<Int>) -> Int {
    guard let first = range.first.map({ entries[$0].rest }) else { return 0 }
    var count = first.count
    for index in range {
      let rest = entries[index].rest
      count = min(count, rest.count)
      var equal = 0
      while equal < count, bytes[rest.lowerBound + equal] == bytes[first.lowerBound + equal] {
        equal += 1
      }
      count = equal
    }
    return count
  }
}
