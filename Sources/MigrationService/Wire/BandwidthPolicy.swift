import Migration
import OMSWire

/// `bandwidth_policy`: speed limits by time of day.
enum BandwidthPolicy {
  /// Reads and checks the windows of a request.
  ///
  /// - Parameters:
  ///   - values: The array; `nil` and an empty one mean no limits.
  ///   - dialect: Whose limits hold.
  /// - Returns: The windows in the order they came.
  /// - Throws: `OMS.0083` to `OMS.0087`.
  static func windows(
    _ values: [JSONValue]?, in dialect: TaskDialect
  ) throws(ServiceError) -> [BandwidthWindow] {
    guard let values else { return [] }
    guard values.count <= 5 else { throw ServiceError(.tooManyWindows, "at most 5 are possible") }
    var windows: [BandwidthWindow] = []
    for value in values { windows.append(try window(value, dialect)) }
    let sorted = windows.sorted { $0.start < $1.start }
    // Both ends are inclusive: windows that share a minute overlap.
    guard zip(sorted, sorted.dropFirst()).allSatisfy({ $0.end < $1.start }) else {
      throw ServiceError(.windowsOverlap, "ends are inclusive, as in 07:59 and 08:00")
    }
    return windows
  }

  private static func window(
    _ value: JSONValue, _ dialect: TaskDialect
  ) throws(ServiceError) -> BandwidthWindow {
    guard case .object(let values) = value else {
      throw ServiceError(.windowInvalid, "it must be an object")
    }
    let members = Members(
      values, WindowMember.names, code: .windowInvalid, in: .v1,
      place: TaskMember.bandwidth.name(in: dialect))
    let start = try members.requiredText(.start, upTo: 5)
    let end = try members.requiredText(.end, upTo: 5)
    guard let first = DayMinute(start), let last = DayMinute(end) else {
      throw ServiceError(.windowInvalid, "times are hh:mm, 00:00 to 23:59")
    }
    guard first < last else { throw ServiceError(.windowInvalid, "start must be before end") }
    guard let limit = try members.integer(.limit) else {
      throw members.missing(.limit)
    }
    let range = CreationRules.limits(in: dialect)
    guard range.contains(ByteRate(rawValue: limit)) else {
      let (least, most) = (range.lowerBound.rawValue, range.upperBound.rawValue)
      throw ServiceError(.limitOutOfRange, "\(least) to \(most) bytes a second are possible")
    }
    return BandwidthWindow(start: start, end: end, maxBandwidth: ByteRate(rawValue: limit))
  }
}
