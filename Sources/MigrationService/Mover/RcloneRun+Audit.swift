import Migration

/// What is done beside rclone for what it does not see.
extension RcloneRun {
  /// Begins to look through the source again once it has been listed, while the copy goes on.
  func beginAudit() {
    guard audit == nil, children.isScanned else { return }
    audit = Task {
      try await SourceAudit(order, client: client) { children.journal.ledger.fate(of: $0) }
    }
  }

  /// Enters what rclone has passed over, and makes the folders among it at the destination.
  ///
  /// Only a run that went as it should is worth that.
  ///
  /// - Returns: What was found; `nil` when nothing was looked through.
  /// - Throws: `CancellationError` when the run is detached.
  func lookAfter() async throws -> SourceAudit? {
    guard children.isScanned, children.journal.breaker.fault == nil,
      children.journal.trouble == nil
    else { return nil }
    beginAudit()
    do {
      guard let found = try await finished(audit) else { return nil }
      for name in found.missed {
        children.journal.fail(name, "It is at the source, but rclone does not list it.")
      }
      let folders = found.folders + (S3Address(order.source.location) == nil ? [] : foldersAskedFor)
      if !folders.isEmpty {
        // As rclone does with its plan: what is there afterwards is known to be of this task.
        let files = ChildFiles(directory: order.directory, purpose: .folders, attempt: 1)
        try SmallFile.write(folders.map { "+ " + ObjectName.spell($0) }, to: files.output)
      }
      let made = try await FolderObjects(order, client: client).make(folders)
      for (key, made) in zip(folders, made) {
        let name = ObjectName.spell(key)
        switch made {
        case .arrived: children.journal.enter(name, .arrived)
        case .thereAlready: children.journal.enter(name, .skipped)
        case .failed(let reason): children.journal.fail(name, reason)
        }
      }
      return found
    } catch is CancellationError {
      // A stop or a halt ends the look; whoever has asked for it goes on from here.
      try Task.checkCancellation()
      return nil
    }
  }

  /// The folder objects among the objects that alone are to be moved.
  private var foldersAskedFor: [String] {
    (order.onlyObjects ?? []).filter { $0.utf8.last == UInt8(ascii: "/") }
  }

  private func finished(_ audit: Task<SourceAudit, any Error>?) async throws -> SourceAudit? {
    try await withTaskCancellationHandler {
      try await audit?.value
    } onCancel: {
      audit?.cancel()
    }
  }
}
