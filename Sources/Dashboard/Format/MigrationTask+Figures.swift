import FoundationEssentials
import Migration

extension MigrationTask {
  /// The part that is done.
  ///
  /// While objects are still being found the whole is larger than known, so that the part can only
  /// be smaller.
  var progressText: String { (isScanning ? "≤" : "") + percentText(progress) }

  /// Where it takes what from, in one line; its name where nobody says that.
  func route(isASCII: Bool) -> String {
    if source.shortName.isEmpty, destination.shortName.isEmpty { return name }
    return source.shortName + RouteText.arrow(isASCII: isASCII) + destination.shortName
  }

  /// The bytes that have arrived, of all; of a task that has not begun all that there are, as far as
  /// they are known.
  var shortBytesText: String {
    switch state {
    case .waiting, .initialising, .unknown:
      return totalBytes > 0 ? shortBytes(totalBytes.rawValue) : ""
    case .running, .retrying, .stopping, .stopped, .failed, .succeeded:
      return shortPart(completedBytes.rawValue, of: totalBytes.rawValue, isScanning ? "/≥" : "/")
    }
  }

  /// The bytes that have not arrived, of those that are known; never negative.
  var bytesLeft: Int64 {
    let total = max(0, totalBytes.rawValue)
    return total - min(max(0, completedBytes.rawValue), total)
  }

  /// The part of its objects that were there already, 0 to 1.
  var skippedPart: Double {
    guard objects.total > 0 else { return 0 }
    return Double(max(0, objects.skipped)) / Double(objects.total)
  }

  /// How long ago it ended, or since when it runs, at a date; `nil` when that is not known.
  func age(at now: Date?) -> Duration? {
    guard let now, let startedAt else { return nil }
    let ended = state.isFinished ? elapsed.map { $0 / .seconds(1) } : 0
    guard let ended else { return nil }
    let seconds = now.timeIntervalSince(startedAt) - ended
    return seconds.isFinite && abs(seconds) < 1e12 ? .seconds(max(0, seconds)) : nil
  }
}
