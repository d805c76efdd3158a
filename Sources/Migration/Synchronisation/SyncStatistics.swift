package import FoundationEssentials

/// What a synchronisation task did over time (v2).
package struct SyncStatistics: Equatable, Sendable {
  /// The task.
  package var id: SyncTaskID
  /// How far apart the points are, in OMS's word: `FIVE_MINUTES` or `ONE_HOUR`.
  package var interval: String
  /// The points of each kind that was asked for.
  package var series: [Series]

  /// Statistics.
  package init(id: SyncTaskID, interval: String, series: [Series]) {
    self.id = id
    self.interval = interval
    self.series = series
  }

  /// What is counted; the raw value is OMS's word.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Requests that it took.
    case requests = "REQUEST"
    /// Objects that arrived.
    case succeeded = "SUCCESS"
    /// Objects that did not arrive.
    case failed = "FAILURE"
    /// Objects that were left alone.
    case skipped = "SKIP"
    /// Bytes that arrived.
    case bytes = "SIZE"
  }

  /// The points of one kind.
  package struct Series: Equatable, Sendable {
    /// What is counted.
    package var kind: Kind
    /// The points, in the order of the service.
    package var points: [Point]

    /// A series.
    package init(kind: Kind, points: [Point]) {
      self.kind = kind
      self.points = points
    }
  }

  /// One point.
  package struct Point: Equatable, Sendable {
    /// When the interval began.
    package var time: Date
    /// How much was counted in it.
    package var value: Int64

    /// A point.
    package init(time: Date, value: Int64) {
      self.time = time
      self.value = value
    }
  }
}
