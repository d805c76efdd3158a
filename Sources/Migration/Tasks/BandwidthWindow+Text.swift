extension BandwidthWindow {
  /// Reads a window as users write it: `hh:mm-hh:mm=BYTES`, or only `BYTES` for the whole day.
  ///
  /// - Throws: ``ConfigurationError`` that says how a window is written.
  package init(_ text: String) throws(ConfigurationError) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let times =
      parts.count == 2
      ? parts[0].split(separator: "-", omittingEmptySubsequences: false) : ["00:00", "23:59"]
    guard times.count == 2, times.allSatisfy(Self.isTime), let last = parts.last,
      let limit = ByteRate(last), limit > 0
    else {
      throw .bandwidthWindow(Quoted(text))
    }
    self.init(start: String(times[0]), end: String(times[1]), maxBandwidth: limit)
  }

  /// The window as ``init(_:)`` reads it, exactly.
  package var text: String {
    let (bytes, mebi, kibi) = (maxBandwidth.rawValue, Int64(1 << 20), Int64(1 << 10))
    let limit =
      if bytes % mebi == 0 { "\(bytes / mebi)MiB" } else if bytes % kibi == 0 {
        "\(bytes / kibi)KiB"
      } else { "\(bytes)" }
    return "\(start)-\(end)=\(limit)"
  }

  private static func isTime(_ text: Substring) -> Bool {
    text.utf8.count == 5
      && text.utf8.enumerated().allSatisfy { index, byte in
        index == 2 ? byte == UInt8(ascii: ":") : (48...57).contains(byte)
      }
  }
}
