/// What a run learns from the files of its children.
extension RcloneRun {
  /// Reads what the children have written, piece by piece: in between others have their turn.
  ///
  /// - Returns: Whether that was all, and not enough before.
  func read(isEnough: () -> Bool) async throws -> Bool {
    while try !children.journal.readPiece() {
      if isEnough() { return false }
      await Task.yield()
    }
    return true
  }

  /// Reads all that the children have written, unless the run is to be left to somebody else.
  func readToEnd() async throws {
    guard try await read(isEnough: { plan.wish == .halt }) else { throw CancellationError() }
  }

  /// Enters what the newest comparison of both sides has found.
  func judge() async throws {
    guard let files = ChildFiles.latest(.verify, in: order.directory) else { return }
    let judgement = Judgement(files)
    while try !judgement.readPiece(into: children.journal) {
      // Whoever finds the run later, or starts it again, compares or reads anew.
      if plan.wish == .halt { throw CancellationError() }
      if plan.wish == .stop { return }
      await Task.yield()
    }
  }
}
