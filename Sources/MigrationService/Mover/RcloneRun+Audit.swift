import FoundationEssentials
import Migration
import SystemPackage

/// What is done beside rclone for what it does not see.
extension RcloneRun {
  /// Begins to look through the source again once it has been listed, while the copy goes on.
  func beginAudit() throws {
    let found = try SourceAudit(order)
    self.found = found
    audit = Task {
      try await found.look(client: client) { try children.journal.ledger.fate(of: $0) }
    }
  }

  /// Enters what rclone has passed over, and makes the folders among it at the destination.
  ///
  /// - Throws: `CancellationError` when the run is detached.
  func lookAfter() async throws {
    do {
      try await finish(audit)
      guard let found else { return }
      try found.missed.written().forEach { name, _ in
        try children.journal.fail(name, "It is at the source, but rclone does not list it.")
      }
      try enterRefused()
      try await makeFolders(found.folders)
      hasLookedAfter = true
    } catch is CancellationError {
      // A stop or a halt ends the look; whoever has asked for it goes on from here.
      try Task.checkCancellation()
    }
  }

  /// Enters why lines of the list file were not moved.
  private func enterRefused() throws {
    guard order.listFile != nil, order.onlyObjects == nil || order.kind == .urlList else { return }
    let refused = ListFetch.refused(in: order.directory)
    guard FileManager.default.fileExists(atPath: refused.path.string) else { return }
    try refused.forEach { name, reason in
      switch try children.journal.ledger.fate(of: name) {
      // What was not asked for in this run is none of its losses.
      case nil where order.onlyObjects != nil: break
      case .arrived, .before, .skipped: break
      case nil, .heard, .pending, .setOut, .failed: try children.journal.fail(name, reason)
      }
    }
  }

  /// Makes those folder objects at the destination that the source has or that were asked for.
  private func makeFolders(_ found: UnmovedLog) async throws {
    let folders = FolderObjects(order, client: client)
    // As rclone does with its plan: what is there afterwards is known to be of this task.
    let plan = ChildFiles(directory: order.directory, purpose: .folders, attempt: 1).output
    let isBucket = S3Address(order.source.location.storage) != nil
    for list in [try found.written(), isBucket ? order.selection : nil].compactMap(\.self) {
      try await list.forSome(100, where: { $0.utf8.last == UInt8(ascii: "/") }) { names in
        try SmallFile.append(names.map { "+ " + $0 }, to: plan)
        let made = try await folders.make(names.map(ObjectName.read))
        for (name, made) in zip(names, made) {
          switch made {
          case .arrived: try children.journal.enter(name, .arrived)
          case .thereAlready: try children.journal.enter(name, .skipped)
          case .failed(let reason): try children.journal.fail(name, reason)
          }
        }
      }
    }
  }

  private func finish(_ audit: Task<Void, any Error>?) async throws {
    try await withTaskCancellationHandler {
      try await audit?.value
    } onCancel: {
      audit?.cancel()
    }
  }
}
