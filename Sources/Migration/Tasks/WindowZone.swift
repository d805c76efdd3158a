/// The zone in which a service counts the hours of bandwidth windows, as it is at one moment.
package struct WindowZone: Equatable, Hashable, Sendable {
  /// Its name, such as `Europe/Berlin`; `nil` when nobody has named one.
  package var name: String?
  /// How far its clocks are ahead of UTC, in minutes; less than a day either way.
  package var minutes: Int

  /// A zone.
  package init(name: String? = nil, minutes: Int) {
    self.name = name
    self.minutes = minutes
  }

  /// A zone by its name and by ``offset``; `nil` when that is none.
  package init?(name: String?, offset: some StringProtocol) {
    guard let sign = offset.first, sign == "+" || sign == "-",
      let distance = BandwidthWindow.minute(String(offset.dropFirst()))
    else { return nil }
    self.init(name: name, minutes: sign == "-" ? -distance : distance)
  }

  /// How far its clocks are ahead of UTC, as `+08:00`.
  package var offset: String {
    let digits = [minutes.magnitude / 60, minutes.magnitude % 60].map { number in
      String(repeating: "0", count: number < 10 ? 1 : 0) + String(number)
    }
    return (minutes < 0 ? "-" : "+") + digits.joined(separator: ":")
  }

  /// `UTC+08:00`, or `Asia/Shanghai (UTC+08:00)` for one with a name; the same in every language.
  package var text: String { name.map { "\($0) (UTC\(offset))" } ?? "UTC\(offset)" }

  /// The minute of the day that its clocks show, from 0.
  ///
  /// - Parameter second: Seconds since the beginning of 1970 in UTC.
  /// - Returns: The minute.
  package func minute(atSecond second: Double) -> Int {
    let minute = (second / 60).rounded(.down) + Double(minutes)
    return Int(minute - (minute / 1440).rounded(.down) * 1440)
  }
}
