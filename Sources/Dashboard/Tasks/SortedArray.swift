extension Array {
  /// The first index, `start` or later, from which on `isAfter` holds, in an array where it never
  /// stops holding before `end`; or else `end`, which is that of the array if it is `nil`.
  ///
  /// What is near `start` is found with few questions.
  func firstSortedIndex(
    from start: Int = 0, to end: Int? = nil, where isAfter: (Element) -> Bool
  ) -> Int {
    let end = end ?? count
    var low = start
    var high = start
    while high < end, !isAfter(self[high]) {
      low = high + 1
      high += Swift.max(1, high - start)
    }
    high = Swift.min(high, end)
    while low < high {
      let middle = low + (high - low) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Removes the elements at `indices`, which are sorted, in one pass over what follows the first.
  mutating func remove(atSorted indices: [Int]) {
    guard var target = indices.first else { return }
    for (order, index) in indices.enumerated() {
      let end = order + 1 < indices.count ? indices[order + 1] : count
      for source in index + 1..<end {
        self[target] = self[source]
        target += 1
      }
    }
    removeLast(indices.count)
  }

  /// Inserts each of `elements` before what is at its index now, in one pass over what follows the
  /// first; `indices` are sorted, one an element.
  mutating func insert(_ elements: [Element], at indices: [Int]) {
    var source = count
    append(contentsOf: elements)
    for order in elements.indices.reversed() {
      while source > indices[order] {
        source -= 1
        self[source + order + 1] = self[source]
      }
      self[source + order] = elements[order]
    }
  }
}
