package import FoundationEssentials
package import Migration

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The clocks by which a service begins and ends bandwidth windows.
package struct ServiceZone: Equatable, Sendable {
  private let named: TimeZone?

  /// The clocks of this machine.
  package static let machine = ServiceZone()

  private init() { named = nil }

  /// The clocks of a zone by its IANA name, such as `Europe/Berlin` or `UTC`; `nil` when it is none.
  ///
  /// Abbreviations mean several zones each, and Foundation's own `GMT+0800` is no name, so neither is
  /// taken.
  package init?(named name: String) {
    let isName = ["UTC", "GMT"].contains(name) || name.utf8.count > 3 && !name.hasPrefix("GMT")
    guard isName, let zone = TimeZone(identifier: name),
      name == "UTC" || zone.identifier == name
    else { return nil }
    named = zone
  }

  /// The zone as it is at `date`.
  package func told(at date: Date) -> WindowZone {
    guard let named else { return WindowZone(minutes: Self.machineSeconds(at: date) / 60) }
    // Foundation takes UTC for another name of GMT.
    let name = named.identifier == "GMT" ? "UTC" : named.identifier
    return WindowZone(name: name, minutes: named.secondsFromGMT(for: date) / 60)
  }

  /// The minute that these clocks show at `date`.
  func minute(at date: Date) -> DayMinute {
    DayMinute(at: date, in: told(at: date))
  }

  private static func machineSeconds(at date: Date) -> Int {
    var seconds = time_t(date.timeIntervalSince1970)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return parts.tm_gmtoff
  }
}
