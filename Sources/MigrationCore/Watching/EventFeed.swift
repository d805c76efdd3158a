package import FoundationEssentials
package import Migration

/// Makes events of what a watch learns.
package struct EventFeed: Sendable {
  private let filter: TaskFilter
  private let words: Set<String>
  private let profile: String
  private var isLoaded = false
  /// Since when nobody answers; `nil` while somebody does.
  private var outageBegan: Date?

  /// A feed that has told nothing yet.
  ///
  /// - Parameters:
  ///   - filter: Which tasks are told of, as they are after what happened.
  ///   - words: Which events are told, by their words.
  ///   - profile: The name of the profile.
  package init(filter: TaskFilter, words: Set<String>, profile: String) {
    self.filter = filter
    self.words = words
    self.profile = profile
  }

  /// Takes in what became known.
  ///
  /// - Parameters:
  ///   - delta: What became known.
  ///   - date: When.
  /// - Returns: The events to tell, in the order in which they happened.
  /// - Throws: ``APIProblem`` when the service has never answered and will not, because of what it
  ///   was asked with: a watch that could only tell that for ever is of no use.
  package mutating func take(
    _ delta: TaskDelta, at date: Date
  ) throws(APIProblem) -> [WatchEvent] {
    let outage = delta.freshness.outage?.problem
    if let outage, !isLoaded, !outage.isPassing, !outage.isForeign { throw outage }
    isLoaded = isLoaded || delta.freshness.isLoaded
    var kinds: [WatchEvent.Kind] = []
    if outage == nil, let began = outageBegan {
      outageBegan = nil
      kinds.append(.online(after: .seconds(date.timeIntervalSince(began))))
    }
    let passes: (MigrationTask) -> Bool = filter.matcher(now: date)
    kinds += delta.happened.filter { passes($0.task) }.map { .task($0.what, $0.task) }
    if let outage, outageBegan == nil {
      outageBegan = date
      kinds.append(.offline(outage))
    }
    return kinds.map { WatchEvent($0, at: date, profile: profile) }
      .filter { words.contains($0.word) }
  }
}
