/// Why what a user has typed is no speed limits.
package enum LimitFault: Error, Equatable {
  /// A word is no limit.
  case unreadable(ConfigurationError)
  /// The limits do not fit together.
  case unfit(APIProblem)
}

extension BandwidthWindow {
  /// Reads the windows of a line, which blanks part; none for an empty one.
  ///
  /// - Throws: ``LimitFault``.
  package static func read(_ line: String) throws(LimitFault) -> [BandwidthWindow] {
    var windows: [BandwidthWindow] = []
    do {
      for word in line.split(whereSeparator: \.isWhitespace) {
        windows.append(try BandwidthWindow(String(word)))
      }
    } catch {
      throw .unreadable(error)
    }
    do {
      try check(windows)
    } catch {
      throw .unfit(error)
    }
    return windows
  }

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
