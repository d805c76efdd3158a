import Migration
import OMSWire

/// Refuses what this service cannot do, by name, before anything begins.
enum Feasibility {
  /// Refuses a task that could only be carried out in part.
  ///
  /// - Parameters:
  ///   - definition: The task, or what all tasks of a group do together.
  ///   - dialect: Whose names the members have.
  /// - Throws: The code for the first thing that cannot be done.
  static func check(
    _ definition: TaskDefinition, in dialect: TaskDialect
  ) throws(ServiceError) {
    func name(_ member: TaskMember) -> String { member.name(in: dialect) }
    let shown = definition.shown
    guard !shown.isEncrypted else {
      throw ServiceError(.encryptionUnavailable, "\(name(.encrypts)) must be false")
    }
    guard shown.customDomain == nil else {
      throw ServiceError(
        .sourceDomainBroken, "\(name(.sourceDomain)) is not possible, leave it out")
    }
    guard !shown.restoresArchived else {
      throw ServiceError(
        .archiveNotRestorable, "\(name(.restores)) must be false, restore them first")
    }
    try check(definition.choices, of: definition, name)
    if let file = definition.listFile { try check(file, of: definition, name) }
    guard !Nesting.isInside(definition) else {
      throw ServiceError(
        .destinationInvalid,
        "the destination lies inside the source, which would copy its own copies")
    }
  }

  private static func check(
    _ choices: TransferChoices, of definition: TaskDefinition, _ name: (TaskMember) -> String
  ) throws(ServiceError) {
    let (source, destination) = (definition.source.provider, definition.destination.provider)
    guard choices.canHaveClass(at: destination, from: source) else {
      throw ServiceError(
        .valueNotAllowed,
        "\(name(.storageClass)) cannot be \(choices.storageClass) between these stores")
    }
    guard !choices.requesterPays || CloudProvider.speaksS3(source) else {
      throw ServiceError(
        .valueNotAllowed, "\(name(.requesterPays)) must be false at this source")
    }
    guard choices.consistencyCheck != "no_check" || definition.kind == .urlList else {
      throw ServiceError(
        .valueNotAllowed, "\(name(.consistencyCheck)) can be no_check for addresses alone")
    }
  }

  private static func check(
    _ file: ListFile, of definition: TaskDefinition, _ name: (TaskMember) -> String
  ) throws(ServiceError) {
    guard definition.changedSince == nil || definition.kind != .urlList else {
      throw ServiceError(
        .valueNotAllowed,
        "\(name(.migrateSince)) does not go with addresses, which need not say when something changed"
      )
    }
    let count = file.count ?? ""
    guard ["", "1"].contains(count) || file.isFolder && (Int(count) ?? 0) > 0 else {
      throw ServiceError(
        .valueNotAllowed,
        "list_file_num can be more than 1 where list_file_key ends in / and names their folder")
    }
    do throws(LocationProblem) {
      _ = try CheckedLocation(definition.destination.holding(file), as: .destination)
    } catch {
      throw ServiceError(
        .sourceInvalid,
        "the bucket of the list file, which is at the destination's side, \(error.words)")
    }
    try ObjectSelection.check(file.key, at: definition.destination.provider)
  }
}
