public import FoundationEssentials

/// What a synchronisation task did over time (v2).
public struct SyncStatistics: Equatable, Sendable {
  /// The task.
  public var id: SyncTaskID
  /// How far apart the points are, in OMS's word: `FIVE_MINUTES` or `ONE_HOUR`.
  public var interval: String
  /// The points of each kind that was asked for.
  public var series: [Series]

  /// Statistics.
  public init(id: SyncTaskID, interval: String, series: [Series]) {
    self.id = id
    self.interval = interval
    self.series = series
  }

  /// What is counted; the raw value is OMS's word.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
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
  public struct Series: Equatable, Sendable {
    /// What is counted.
    public var kind: Kind
    /// The points, in the order of the service.
    public var points: [Point]

    /// A series.
    public init(kind: Kind, points: [Point]) {
      self.kind = kind
      self.points = points
    }
  }

  /// One point.
  public struct Point: Equatable, Sendable {
    /// When the interval began.
    public var time: Date
    /// How much was counted in it.
    public var value: Int64

    /// A point.
    public init(time: Date, value: Int64) {
      self.time = time
      self.value = value
    }
  }
}
