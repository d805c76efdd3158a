import ArgumentParser
import Foundation
import Migration

/// How a new task moves its objects.
struct SettingOptions: ParsableArguments {
  @Option(help: "Words of your own.")
  var description: String?

  @Option(
    parsing: .upToNextOption,
    help: "Speed limits by time of day, such as 08:00-18:59=20MiB (bytes a second); at most 5.")
  var bandwidth: [String] = []

  @Option(help: "Only objects changed since this day or time, such as 2026-01-31 (UTC).")
  var since: String?

  @Option(
    help: "When to replace objects at the destination: \(Self.list(.overwrite)) (v2).",
    completion: .list(SettingWords.overwrite.words))
  var overwrite: String?

  @Option(
    help: "The storage class at the destination: \(Self.list(.storageClass)) (v2).",
    completion: .list(SettingWords.storageClass.words))
  var storageClass: String?

  @Option(
    help: "How copies are checked: \(Self.list(.check)) (v2).",
    completion: .list(SettingWords.check.words))
  var check: String?

  @Option(
    help: "How urgent the task is: \(Self.list(.priority)) (v2).",
    completion: .list(SettingWords.priority.words))
  var priority: String?

  @Option(help: "How many objects are moved at once, 0 to 50 (v1).")
  var threads: Int?

  @Flag(inversion: .prefixedNo, help: "Move the objects' metadata as well (v2).")
  var metadata: Bool?

  @Flag(inversion: .prefixedNo, help: "Restore archived objects at the source first.")
  var restore: Bool?

  @Flag(inversion: .prefixedNo, help: "Encrypt objects at the destination with KMS.")
  var encrypt: Bool?

  @Flag(inversion: .prefixedNo, help: "Keep a list of the objects that fail.")
  var failedList: Bool?

  @Flag(inversion: .prefixedNo, help: "Let the requester pay for the traffic (v2).")
  var requesterPays: Bool?

  @Option(help: "Tencent's number of the account that owns the source.")
  var appID: String?

  @OptionGroup var domain: DomainOptions

  /// What was chosen; `model`, or else the service's default, holds for the rest.
  ///
  /// - Throws: `ConfigurationError` with the words there are, or ``Failure``.
  func settings(like model: TaskSettings = TaskSettings()) throws -> TaskSettings {
    var settings = model
    settings.description = description ?? model.description
    if !bandwidth.isEmpty { settings.bandwidth = try WindowText.read(bandwidth) }
    settings.changedSince = try since.map(Self.date) ?? model.changedSince
    settings.overwriteMode = try Self.code(overwrite, .overwrite) ?? model.overwriteMode
    settings.storageClass = try Self.code(storageClass, .storageClass) ?? model.storageClass
    settings.consistencyCheck = try Self.code(check, .check) ?? model.consistencyCheck
    settings.priority = try Self.code(priority, .priority) ?? model.priority
    settings.threads = threads ?? model.threads
    settings.movesMetadata = metadata ?? model.movesMetadata
    settings.restoresArchived = restore ?? model.restoresArchived
    settings.isEncrypted = encrypt ?? model.isEncrypted
    settings.recordsFailedObjects = failedList ?? model.recordsFailedObjects
    settings.requesterPays = requesterPays ?? model.requesterPays
    settings.appID = appID ?? model.appID
    settings.sourceDomain = try domain.domain() ?? model.sourceDomain
    return settings
  }

  private static func list(_ words: SettingWords) -> String {
    words.words.joined(separator: ", ")
  }

  private static func code(_ word: String?, _ words: SettingWords) throws -> String? {
    try word.map { word throws(ConfigurationError) in try words.code(of: word) }
  }

  private static func date(_ text: String) throws -> Date {
    let day = Date.ISO8601FormatStyle().year().month().day()
    let date = (try? Date(text, strategy: .iso8601)) ?? (try? Date(text, strategy: day))
    // A reader that takes the 31st of February for the 3rd of March takes no such day here.
    guard let date, date.timeIntervalSince1970 >= 1,
      text.count > 10 || date.formatted(day) == text
    else {
      throw Failure(
        Failure.usage, "'\(text)' is not a date; write 2026-01-31 or 2026-01-31T12:00:00Z")
    }
    guard date <= Date() else {
      throw Failure(Failure.usage, "'\(text)' is still to come; nothing has changed since")
    }
    return date
  }
}

/// Speed limits as users type them.
enum WindowText {
  /// Reads windows that belong together.
  ///
  /// - Throws: `ConfigurationError`, or ``Failure`` for windows that do not fit together.
  static func read(_ texts: [String]) throws -> [BandwidthWindow] {
    let windows = try texts.map { text throws(ConfigurationError) in try BandwidthWindow(text) }
    do {
      try BandwidthWindow.check(windows)
    } catch {
      throw Failure(Failure.usage, error.line)
    }
    return windows
  }
}
