import Migration

/// What the lines of the list of a source add up to.
struct SourceCount {
  /// What has been listed so far.
  private(set) var tally = SourceTally()
  /// The single objects that have not come yet, by their spelling in the list.
  private var awaited: [[UInt8]: String] = [:]
  private let order: MoveOrder

  /// Nothing has been listed yet of the source of `order`.
  init(_ order: MoveOrder) {
    self.order = order
    let keys = order.source.location.keys.filter { !$0.hasSuffix("/") }
    for (name, key) in zip(ObjectFilter.singleObjects(of: order), keys) {
      awaited[Array(name.utf8)] = key
    }
  }

  /// Takes a line of the list.
  mutating func take(_ line: ArraySlice<UInt8>) {
    guard let object = ListedObject(line) else { return }
    awaited[Array(object.name.utf8)] = nil
    if order.isTooOld(object) { return }
    tally.add(object.size)
  }

  /// The sums at the end of the list, with the objects that are not there.
  var whole: SourceTally {
    var tally = tally
    tally.missing = awaited.values.sorted()
    return tally
  }
}
