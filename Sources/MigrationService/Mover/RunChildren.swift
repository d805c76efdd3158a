import FoundationEssentials
import PrivateFiles
import SystemPackage

/// The children of a run: one that lists the source and one that copies, each started again when
/// it is killed; and the journal of what they do.
final class RunChildren {
  /// Bytes a second for children yet to come; `nil` means no limit.
  var limit: Int64?
  /// Whether the source has been listed to the end.
  private(set) var isScanned = false

  /// What the children have written.
  let journal: RunJournal

  private let order: MoveOrder
  private let command: RcloneCommand
  private var scan: RcloneChild?
  private var copy: RcloneChild?

  /// Deaths of the child that copies since an object has arrived, and what had arrived then.
  private var deaths = (count: 0, arrived: Int64(0))
  private var failedScans = 0

  /// How often each child may end without a result before it is given up.
  private static let patience = 3

  /// No children yet.
  init(_ order: MoveOrder, _ command: RcloneCommand) {
    self.order = order
    self.command = command
    limit = order.bandwidth
    journal = RunJournal(order)
  }

  /// Takes up the children that the run's directory knows of, or starts them.
  ///
  /// - Returns: Whether there were any.
  func begin() async throws -> Bool {
    try prepareDirectory()
    for directory in order.onlyObjects == nil ? order.earlier : [] {
      for purpose in ChildFiles.records {
        for files in ChildFiles.all(purpose, in: directory) { try journal.remember(files) }
      }
    }
    for files in ChildFiles.all(.folders, in: order.directory) { try journal.remember(files) }
    let known = [ChildFiles.Purpose.copy, .sizes, .scan].flatMap {
      ChildFiles.all($0, in: order.directory)
    }
    for files in known { journal.follow(files) }
    try journal.read()
    copy = known.last { $0.purpose != .scan }.map(RcloneChild.init(adopting:))
    scan = known.last { $0.purpose == .scan }.map(RcloneChild.init(adopting:))
    if copy == nil { copy = try await start(.copy) }
    if scan == nil { scan = try await start(.scan) }
    return !known.isEmpty
  }

  /// Starts whatever is due next.
  ///
  /// - Returns: Whether there is anything to wait for.
  func advance() async throws -> Bool {
    let isCopying = try await advanceCopy()
    let isScanning = try await advanceScan()
    return isCopying || isScanning && journal.trouble == nil
  }

  /// How the child that copies has ended.
  var copyEnd: RcloneChild.End { copy?.end ?? .killed }

  /// The control socket of the child that copies, while there is one.
  var controlSocket: String? { copy?.controlSocket }

  /// Asks all children to end.
  func terminate() {
    copy?.terminate()
    scan?.terminate()
  }

  /// Ends all children in good order, for which they may take `grace`.
  ///
  /// - Parameters:
  ///   - grace: How long they are waited for.
  ///   - byForce: Whether they are killed after that; then nothing moves any more at the return.
  /// - Throws: `CancellationError`.
  func end(grace: Duration, byForce: Bool) async throws {
    terminate()
    let deadline = ContinuousClock.now + grace
    let living = [copy, scan].compactMap(\.self)
    while living.contains(where: \.isAlive), ContinuousClock.now < deadline {
      try await Task.sleep(for: .milliseconds(10))
    }
    guard byForce else { return }
    for child in living { await RcloneChild.killAll(like: child.files) }
  }

  private func advanceCopy() async throws -> Bool {
    guard let child = copy else { return false }
    if child.isAlive { return true }
    // Read after the child's end, so that nothing of it is missing.
    try journal.read()
    switch child.end {
    case .killed:
      let arrived = journal.ledger.sums.objects(.before, .arrived)
      deaths = (arrived > deaths.arrived ? 1 : deaths.count + 1, arrived)
      guard deaths.count <= Self.patience else { return false }
      await RcloneChild.killAll(like: child.files)
      copy = try await start(child.files.purpose)
    case .exited:
      guard child.files.purpose == .copy, journal.hasFoundSame, journal.trouble == nil,
        journal.breaker.fault == nil
      else { return false }
      copy = try await start(.sizes)
    }
    return true
  }

  private func advanceScan() async throws -> Bool {
    guard let child = scan, !isScanned else { return false }
    if child.isAlive { return true }
    try journal.read()
    if child.end == .exited(0) {
      isScanned = true
      return false
    }
    guard failedScans < Self.patience else { return false }
    failedScans += 1
    await RcloneChild.killAll(like: child.files)
    scan = try await start(.scan)
    return true
  }

  private func start(
    _ purpose: ChildFiles.Purpose
  ) async throws -> RcloneChild {
    let before = ChildFiles.latest(purpose, in: order.directory)?.attempt ?? 0
    let files = ChildFiles(directory: order.directory, purpose: purpose, attempt: before + 1)
    let arguments = purpose == .scan ? command.scan() : command.copy(files, limit: limit)
    let child = try await RcloneChild(
      starting: arguments, environment: command.environment, files: files)
    journal.follow(files)
    return child
  }

  /// Writes down the names of the objects that alone are to be moved, and expects them.
  private func writeNames(_ objects: UnmovedFile, to path: FilePath) throws {
    do {
      try journal.expect(objects)
      try PrivateFiles.replace(path) { draft in try objects.copyNames(to: draft) }
    } catch Errno.noSuchFileOrDirectory {
      throw MoverProblem("The list of the objects that failed is gone; start the whole task again.")
    }
  }

  private func prepareDirectory() throws {
    try FileManager.default.createDirectory(
      atPath: order.directory.string, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    guard let list = command.list else { return }
    let path = order.directory.appending(list.name)
    switch list.content {
    case .rules(let lines): try SmallFile.write(lines, to: path)
    case .names(let objects): try writeNames(objects, to: path)
    }
  }
}
