import Migration

/// Ids from the lowest to the highest.
extension [TaskID] {
  /// How many are lower than `id`.
  func place(of id: TaskID) -> Int {
    // What is asked for is most often new.
    guard let last, id <= last else { return count }
    var (low, high) = (0, count - 1)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether `id` is among them.
  func holds(_ id: TaskID) -> Bool {
    let place = place(of: id)
    return place < count && self[place] == id
  }

  /// Puts in an id that is not among them.
  mutating func put(_ id: TaskID) { insert(id, at: place(of: id)) }

  /// Takes out an id, if it is among them.
  mutating func take(_ id: TaskID) {
    let place = place(of: id)
    if place < count, self[place] == id { remove(at: place) }
  }

  /// Takes out those of `ids`, the lowest first, that are among them: what lies behind the first one is
  /// moved once, however many there are.
  mutating func take(_ ids: [TaskID]) {
    guard let first = ids.first else { return }
    var (kept, next) = (place(of: first), ids.startIndex)
    for place in kept..<count {
      while next < ids.endIndex, ids[next] < self[place] { next += 1 }
      if next < ids.endIndex, ids[next] == self[place] { continue }
      self[kept] = self[place]
      kept += 1
    }
    removeSubrange(kept...)
  }
}
