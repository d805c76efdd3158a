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
        throw APIProblem(
          kind: .invalid,
          sentence: "a task of type \(kind.rawValue) needs a list file; name its bucket and key")
      }
      guard source.keys.isEmpty else {
        throw APIProblem(
          kind: .invalid,
          sentence: "a task of type \(kind.rawValue) takes its objects from the list file; "
            + "leave out the prefix of the source")
      }
    case .object, .prefix:
      guard settings.listFile == nil else {
        throw APIProblem(
          kind: .invalid,
          sentence: "a list file goes with the types list and url_list, not with \(kind.rawValue)")
      }
    }
  }
}
