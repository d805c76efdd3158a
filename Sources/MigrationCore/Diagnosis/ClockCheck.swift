/// Judges how far a service's clock is from ours: gateways refuse signatures that are too old or too
/// new.
enum ClockCheck {
  /// How far the clocks may differ before a gateway refuses a signature.
  private static let limit = Duration.seconds(900)
  /// How far they differ on machines that keep time.
  private static let usual = Duration.seconds(60)

  /// What a difference means; nothing when the service tells no time.
  ///
  /// - Parameter difference: How far the service's clock is ahead of ours.
  /// - Returns: One finding, or none.
  static func findings(_ difference: Duration?) -> [Finding] {
    guard let difference else { return [] }
    let distance = difference < .zero ? .zero - difference : difference
    let seconds = distance.components.seconds
    guard distance >= usual else {
      return [.ok("clock", seconds < 2 ? "agrees with the service" : "differs by \(seconds) s")]
    }
    let text = "is \(seconds) s \(difference < .zero ? "ahead of" : "behind") the service's"
    let cost = distance < limit ? "" : "; the first signature is refused, the next one corrected"
    return [
      .warning(
        "clock", text + cost,
        advice: "set this machine's clock, such as with timedatectl set-ntp true")
    ]
  }
}
