extension Array {
  /// The first index from which on `isAfter` holds, in an array where it never stops holding.
  func firstSortedIndex(where isAfter: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = low + (high - low) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The array without the elements at `indices`, which are sorted.
  func removing(_ indices: [Int]) -> [Element] {
    guard !indices.isEmpty else { return self }
    var rest: [Element] = []
    rest.reserveCapacity(count - indices.count)
    var start = 0
    for index in indices {
      rest += self[start..<index]
      start = index + 1
    }
    return rest + self[start...]
  }

  /// The array with `others`, both in the order of `precedes`.
  func merging(_ others: [Element], by precedes: (Element, Element) -> Bool) -> [Element] {
    guard !others.isEmpty else { return self }
    var merged: [Element] = []
    merged.reserveCapacity(count + others.count)
    var start = 0
    for other in others {
      let end = firstSortedIndex { !precedes($0, other) }
      merged += self[start..<end]
      merged.append(other)
      start = end
    }
    return merged + self[start...]
  }
}
