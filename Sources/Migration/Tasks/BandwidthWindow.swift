/// A speed limit for a part of the day.
public struct BandwidthWindow: Equatable, Hashable, Sendable, Codable {
  /// First minute, `hh:mm`, 24 hours.
  public var start: String
  /// Last minute, inclusive.
  public var end: String
  /// The limit.
  public var maxBandwidth: ByteRate

  /// A window from `start` to `end`, both inclusive.
  public init(start: String, end: String, maxBandwidth: ByteRate) {
    self.start = start
    self.end = end
    self.maxBandwidth = maxBandwidth
  }

  private enum CodingKeys: String, CodingKey {
    case start, end
    case maxBandwidth = "max_bandwidth"
  }
}
