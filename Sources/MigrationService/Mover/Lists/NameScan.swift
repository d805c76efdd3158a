import Migration
import SystemPackage

/// The list of what a list file names, where only what has changed since some moment is to be moved: what
/// rclone is given by its name it takes however old it is, so that it is given the names of the rest.
struct NameScan {
  private let order: MoveOrder
  private let names: UnmovedFile
  private let command: RcloneCommand

  /// The scan for `order`, whose list has been fetched; `nil` where age does not matter, as for what has
  /// failed before.
  ///
  /// - Parameters:
  ///   - order: The order.
  ///   - program: The rclone to run.
  ///   - environment: What it may inherit of.
  ///   - confinement: Keeps it within the roots of the order; `nil` where nothing can.
  /// - Throws: ``MoverProblem`` when one of the order's ends cannot be used.
  init?(
    _ order: MoveOrder, program: RcloneProgram, environment: [String: String],
    confinement: RunConfinement?
  ) throws(MoverProblem) {
    guard order.changedSince != nil, order.onlyObjects == nil, let names = order.selection else {
      return nil
    }
    self.order = order
    self.names = names
    command = try RcloneCommand(
      order, program: program.path, inherited: environment, confinement: confinement)
  }

  /// Looks at the names.
  ///
  /// - Parameter progress: Told now and then how many objects there are so far.
  /// - Throws: ``MoverProblem`` when that cannot be done, `Errno` when there is no room for the list,
  ///   `CancellationError`.
  func write(progress: (Int64) async -> Void) async throws {
    let list = try PreparedList(order)
    let asked = order.directory.appending("asked-for")
    try names.writeNames(to: asked)
    let log = try await RcloneLines(
      arguments: command.scan(listName: asked.string), environment: command.environment,
      scene: .place(command.sourcePlace)
    ).readAll { lines in
      for object in lines.compactMap({ ListedObject($0) }) { try list.add(object) }
      await progress(list.count)
    }
    if !log.isAboutObjectsAlone { try log.check() }
    // Why they cannot be looked at is for the copy to tell.
    for name in log.failures.keys { try list.name(name) }
    try list.finish()
  }
}
