import FoundationEssentials
import Migration
import OMSWire

/// What a creation says beside its two sides.
struct SettingsRequest {
  /// The members of the creation.
  let body: Members<TaskMember>
  /// What is created.
  let dialect: TaskDialect

  /// How the objects are chosen; groups write it in capitals, and have no single objects.
  func kind() throws(ServiceError) -> TaskKind {
    let isGroup = dialect == .group
    guard let word = try body.text(.kind, upTo: 64), !word.isEmpty else {
      return isGroup ? .prefix : .object
    }
    let known = TaskKind.allCases.filter { !isGroup || $0 != .object }
    let words = known.map { isGroup ? $0.rawValue.uppercased() : $0.rawValue }
    guard let place = words.firstIndex(of: word) else {
      throw ServiceError(
        .kindMismatch, "\(body.name(.kind)) must be \(words.joined(separator: ", "))")
    }
    return known[place]
  }

  /// The parallel transfers, which v2 leaves to the service.
  func threads() throws(ServiceError) -> Int {
    guard dialect.isFirst else { return 0 }
    guard case .integer(let threads) = body.value(.threads), (0...50).contains(threads) else {
      throw ServiceError(.threadsInvalid, "thread_num must be a number from 0 to 50")
    }
    return Int(threads)
  }

  /// The user's words.
  func description() throws(ServiceError) -> String {
    let text = try body.answering(.descriptionCharacters).text(.description, upTo: 255)
    guard let text else { return "" }
    let refused = CreationRules.charactersRefused(in: dialect)
    guard !text.contains(where: { refused.contains($0) }) else {
      throw ServiceError(.descriptionCharacters)
    }
    return text
  }

  /// The time after which an object must have changed.
  func changedSince() throws(ServiceError) -> Date? {
    guard let seconds = try body.integer(.migrateSince), seconds != 0 else { return nil }
    // The year 9999: later ones have no readable form, and none of them is meant.
    guard (1...253_402_300_799).contains(seconds) else {
      throw body.problem(.migrateSince, "must be a time in seconds")
    }
    return Date(timeIntervalSince1970: Double(seconds))
  }

  /// What is shown again without having an effect here.
  func shown() throws(ServiceError) -> ShownSettings {
    var shown = ShownSettings()
    let isEncrypted = try body.flag(.encrypts)
    // It has no default in v1.
    guard isEncrypted != nil || !dialect.isFirst else { throw body.missing(.encrypts) }
    shown.isEncrypted = isEncrypted ?? false
    shown.restoresArchived = try body.flag(.restores) ?? false
    shown.recordsFailures = try body.flag(.recordsFailed) ?? true
    shown.customDomain = try customDomain()
    shown.topic = try telling()?.topic
    return shown
  }

  /// How objects are moved, as far as v2 lets that be chosen; v1 has the service's own ways.
  func choices() throws(ServiceError) -> TransferChoices {
    var choices = TransferChoices()
    guard !dialect.isFirst else { return choices }
    choices.movesMetadata = try body.flag(.movesMetadata) ?? false
    choices.requesterPays = try body.flag(.requesterPays) ?? false
    choices.overwriteMode = try word(.overwriteMode, .overwrite) ?? choices.overwriteMode
    choices.storageClass = try word(.storageClass, .storageClass) ?? choices.storageClass
    choices.consistencyCheck = try word(.consistencyCheck, .check) ?? choices.consistencyCheck
    if dialect == .v2 { choices.priority = try priority() ?? choices.priority }
    return choices
  }

  /// How urgent a task is, or `nil` when nothing is said.
  func priority() throws(ServiceError) -> TaskPriority? {
    try word(.priority, .priority).flatMap(TaskPriority.init)
  }

  private func word(_ member: TaskMember, _ words: SettingWords) throws(ServiceError) -> String? {
    guard let word = try body.text(member, upTo: 64), !word.isEmpty else { return nil }
    guard words.codes.contains(word) else {
      throw ServiceError(
        .valueNotAllowed, "\(body.name(member)) must be \(words.codes.joined(separator: ", "))")
    }
    return word
  }
}
