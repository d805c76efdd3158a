import Migration

/// Refuses what this service cannot do, by name, before anything begins.
enum Feasibility {
  /// Refuses a task that could only be carried out in part.
  static func check(_ definition: TaskDefinition) throws(ServiceError) {
    let shown = definition.shown
    guard !shown.isEncrypted else {
      throw ServiceError(.encryptionUnavailable, "enableKMS must be false")
    }
    guard shown.customDomain == nil else {
      throw ServiceError(.sourceDomainBroken, "source_cdn is not possible, leave it out")
    }
    guard !shown.restoresArchived else {
      throw ServiceError(.archiveNotRestorable, "auto_restore must be false, restore them first")
    }
    guard !Nesting.isInside(definition) else {
      throw ServiceError(
        .destinationInvalid,
        "the destination lies inside the source, which would copy its own copies")
    }
  }
}
