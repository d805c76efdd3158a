import ArgumentParser
import Foundation
import Migration
import Words

/// How a new task moves its objects.
struct SettingOptions: ParsableArguments {
  @Option(help: .of(.description))
  var description: String?

  @Option(
    parsing: .upToNextOption,
    help: .of(.bandwidth))
  var bandwidth: [String] = []

  @Option(help: .of(.since))
  var since: String?

  @Option(
    help: .of(.overwrite(words: Self.list(.overwrite))),
    completion: .list(SettingWords.overwrite.words))
  var overwrite: String?

  @Option(
    help: .of(.storageClass(words: Self.list(.storageClass))),
    completion: .list(SettingWords.storageClass.words))
  var storageClass: String?

  @Option(
    help: .of(.check(words: Self.list(.check))),
    completion: .list(SettingWords.check.words))
  var check: String?

  @Option(
    help: .of(.priority(words: Self.list(.priority))),
    completion: .list(SettingWords.priority.words))
  var priority: String?

  @Option(help: .of(.threads))
  var threads: Int?

  @Flag(inversion: .prefixedNo, help: .of(.metadata))
  var metadata: Bool?

  @Flag(inversion: .prefixedNo, help: .of(.restore))
  var restore: Bool?

  @Flag(inversion: .prefixedNo, help: .of(.encrypt))
  var encrypt: Bool?

  @Flag(inversion: .prefixedNo, help: .of(.failedList))
  var failedList: Bool?

  @Flag(inversion: .prefixedNo, help: .of(.requesterPays))
  var requesterPays: Bool?

  @Option(help: .of(.appID))
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
    guard let date = TypedDate.read(text), date.timeIntervalSince1970 >= 1 else {
      throw Failure(Failure.usage, .notADate(text))
    }
    guard date <= Date() else {
      throw Failure(Failure.usage, .dateToCome(text))
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
