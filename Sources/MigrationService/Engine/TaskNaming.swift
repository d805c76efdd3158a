import FoundationEssentials
import Migration

/// Gives tasks their ids and names.
///
/// An id counts hundredths of a millisecond since 1970, which has 15 digits until the year 2286.
/// Where the clock stands still or goes back, ids count on by one: the newest is the highest.
struct TaskNaming: Sendable {
  private var last: Int64

  /// Continues after the highest id that was given.
  init(after last: TaskID?) {
    self.last = last?.rawValue ?? 0
  }

  /// The lowest id that a task created at `date` can have.
  static func lowestID(at date: Date) -> TaskID {
    TaskID(rawValue: min(max(0, date.milliseconds), Int64.max / 200) * 100)
  }

  /// The next id and the name of a task with this definition.
  mutating func next(for definition: TaskDefinition, at now: Date) -> (id: TaskID, name: String) {
    last = max(last + 1, Self.lowestID(at: now).rawValue)
    let source = Self.word(for: definition.source)
    let destination = Self.word(for: definition.destination)
    let number = String(last % 1000)
    let padded = String(repeating: "0", count: 3 - number.count) + number
    return (TaskID(rawValue: last), "\(source)-\(destination)-\(Self.stamp(now))_\(padded)")
  }

  /// `yyyyMMddHHmmssSSS`, in UTC.
  private static func stamp(_ date: Date) -> String {
    date.formatted(
      Date.ISO8601FormatStyle(
        dateSeparator: .omitted, dateTimeSeparator: .space, timeSeparator: .omitted,
        timeZoneSeparator: .omitted, includingFractionalSeconds: true, timeZone: .gmt)
    ).filter(\.isNumber)
  }

  /// The bucket as a part of a name: names are typed and printed, so nothing but letters and
  /// digits of any script and `._-` gets into them.
  private static func word(for location: StorageLocation) -> String {
    let whole =
      location.needsKeys
      ? Substring(location.bucket) : location.bucket.split { $0 == "/" || $0 == ":" }.last ?? ""
    let kept = whole.prefix(63).map { character in
      // Of one scalar: what else a character may be joined from is not to be seen.
      let isPlain = character.unicodeScalars.count == 1
      return isPlain && (character.isLetter || character.isNumber || "._-".contains(character))
        ? character : "-"
    }
    return kept.isEmpty ? "root" : String(kept)
  }
}
