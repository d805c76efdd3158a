/// A speed limit for a part of the day.
package struct BandwidthWindow: Equatable, Hashable, Sendable, Codable {
  /// First minute, `hh:mm`, 24 hours.
  package var start: String
  /// Last minute, inclusive.
  package var end: String
  /// The limit.
  package var maxBandwidth: ByteRate

  /// A window from `start` to `end`, both inclusive.
  package init(start: String, end: String, maxBandwidth: ByteRate) {
    self.start = start
    self.end = end
    self.maxBandwidth = maxBandwidth
  }

  private enum CodingKeys: String, CodingKey {
    case start, end
    case maxBandwidth = "max_bandwidth"
  }
}
