import Dashboard
import Foundation
import Migration
import MigrationCore
import Words

/// What a dry run of a creation has found out, as lines and as JSON.
struct RehearsalReport: Encodable {
  private let rehearsal: Rehearsal
  private let example: ArrivalExample?
  /// How long the objects take at the limits; `nil` when nobody knows.
  private let time: Duration?
  private let zone: WindowZone?

  /// A report.
  ///
  /// - Parameters:
  ///   - rehearsal: What was found out.
  ///   - example: Where one of its objects arrives; `nil` when nobody knows.
  ///   - now: When the task would begin.
  ///   - zone: The zone of its windows; `nil` when nobody knows, and this machine's is as good as any.
  init(_ rehearsal: Rehearsal, example: ArrivalExample?, now: Date, zone: WindowZone?) {
    self.rehearsal = rehearsal
    self.example = example
    self.zone = zone
    let own = WindowZone(minutes: TimeZone.current.secondsFromGMT(for: now) / 60)
    let minute = (zone ?? own).minute(atSecond: now.timeIntervalSince1970)
    let windows = rehearsal.task.settings.bandwidth
    time =
      windows.isEmpty
      ? nil
      : rehearsal.source.tally.flatMap {
        BandwidthWindow.time(toMove: $0.bytes, within: windows, from: minute)
      }
  }

  /// The report for people.
  var lines: DetailLines {
    var lines = DetailLines()
    lines.add(JournalledTask(rehearsal.task), zone: zone)
    lines.add(rehearsal.task.notification)
    lines.add(.example, example?.line)
    let tongue = Spoken.tongue
    switch rehearsal.source {
    case .unknown(let reason): lines.add(.objects, tongue.words(reason))
    case .counted(let tally, let lister):
      lines.add(
        .objects,
        .counted(
          tally.objects, bytes: bytesText(tally.bytes), by: tongue.words(lister)))
      if !rehearsal.task.settings.bandwidth.isEmpty {
        lines.add(.time, time.map { .atLimits(durationText($0)) } ?? .notAlwaysLimited)
      }
    }
    for (index, part) in rehearsal.unchecked.enumerated() {
      lines.add(index == 0 ? .notChecked : nil, tongue.words(part))
    }
    return lines
  }

  private enum CodingKeys: String, CodingKey {
    case definition, example, unchecked
    case objects = "total_objects"
    case bytes = "total_bytes"
    case missing = "missing_objects"
    case lister = "listed_by"
    case reason = "not_counted"
    case seconds = "seconds_at_limit"
    case zone = "bandwidth_zone"
  }

  private enum ExampleKeys: String, CodingKey { case source, destination }

  // What is not known is null rather than missing, so that scripts find the member.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(JournalledTask(rehearsal.task), forKey: .definition)
    if let example {
      var places = container.nestedContainer(keyedBy: ExampleKeys.self, forKey: .example)
      try places.encode(example.source, forKey: .source)
      try places.encode(example.destination, forKey: .destination)
    } else {
      try container.encodeNil(forKey: .example)
    }
    let tally = rehearsal.source.tally
    try container.encode(tally?.objects, forKey: .objects)
    try container.encode(tally?.bytes.rawValue, forKey: .bytes)
    try container.encode(tally?.missing, forKey: .missing)
    try container.encode(time?.components.seconds, forKey: .seconds)
    try container.encode(zone.map(ZoneSummary.init), forKey: .zone)
    try container.encode(rehearsal.unchecked.map(\.rawValue), forKey: .unchecked)
    switch rehearsal.source {
    case .counted(_, let lister):
      try container.encode(lister.rawValue, forKey: .lister)
      try container.encodeNil(forKey: .reason)
    case .unknown(let reason):
      try container.encodeNil(forKey: .lister)
      try container.encode(Spoken.written.words(reason), forKey: .reason)
    }
  }
}
