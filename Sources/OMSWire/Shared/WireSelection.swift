import Migration

/// What every version wants of a selection.
enum WireSelection {
  /// Refuses a kind without what it selects by.
  ///
  /// - Throws: ``APIProblem`` of kind ``APIProblem/Kind/invalid``.
  package static func check(_ kind: TaskKind, _ source: StorageLocation, _ settings: TaskSettings)
    throws(APIProblem)
  {
    switch kind {
    case .list, .urlList:
      guard settings.listFile != nil else {
        throw APIProblem(.unfit(.needsListFile(kind)), kind: .invalid)
      }
      guard source.keys.isEmpty else {
        throw APIProblem(.unfit(.takesListFile(kind)), kind: .invalid)
      }
    case .object, .prefix:
      guard settings.listFile == nil else {
        throw APIProblem(.unfit(.listFileNeedsKind), kind: .invalid)
      }
    }
  }
}
