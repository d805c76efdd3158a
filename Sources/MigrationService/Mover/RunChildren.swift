import FoundationEssentials
import Migration
import SystemPackage

/// The children of a run, one that lists the source and one that copies, and the journal of what they
/// do.
final class RunChildren {
  /// Bytes a second for children yet to come; `nil` means no limit.
  var limit: Int64?

  /// What the children have written.
  let journal: RunJournal

  /// Whether children yet to come do less at once and try again for longer.
  var isPatient = false

  private let order: MoveOrder
  private let command: RcloneCommand
  private var scan: RcloneChild?
  private var copy: RcloneChild?
  private var verification: RcloneChild?

  /// No children yet.
  init(_ order: MoveOrder, _ command: RcloneCommand) {
    self.order = order
    self.command = command
    limit = order.bandwidth
    journal = RunJournal(order, between: command.paths)
  }

  /// Takes up the children that the run's directory knows of, or starts them.
  ///
  /// - Returns: Whether there were any.
  func begin() async throws -> Bool {
    try prepareDirectory()
    for directory in order.onlyObjects == nil ? order.earlier : [] {
      for purpose in ChildFiles.records {
        for files in ChildFiles.all(purpose, in: directory) { journal.remember(files) }
      }
    }
    for files in ChildFiles.all(.folders, in: order.directory) { journal.remember(files) }
    let known = [ChildFiles.Purpose.copy, .sizes, .scan].flatMap {
      ChildFiles.all($0, in: order.directory)
    }
    guard order.kind != .urlList else {
      // They read from a place that has gone with the process that served it.
      for files in known {
        await RcloneChild.killAll(like: files)
        if files.purpose != .scan { journal.remember(files) }
      }
      try await start(.copy)
      try await start(.scan)
      return false
    }
    for files in known { journal.follow(files) }
    copy = known.last { $0.purpose != .scan }.map(RcloneChild.init(adopting:))
    scan = known.last { $0.purpose == .scan }.map(RcloneChild.init(adopting:))
    verification = ChildFiles.latest(.verify, in: order.directory)
      .map(RcloneChild.init(adopting:))
    if copy == nil { try await start(.copy) }
    if scan == nil { try await start(.scan) }
    return !known.isEmpty
  }

  /// Where the children stand now.
  var standing: (copy: RunFacts.Child, scan: RunFacts.Child) {
    (state(of: copy), state(of: scan))
  }

  /// What is known of the run, whose children stood like that before the journal was read.
  func facts(_ standing: (copy: RunFacts.Child, scan: RunFacts.Child)) -> RunFacts {
    var scan = standing.scan
    if case .ended(.exited) = scan, journal.listFlaws.areNamesAlone { scan = .ended(.exited(0)) }
    return RunFacts(
      copy: (standing.copy, copy?.files.purpose ?? .copy), scan: scan,
      verification: verification.map { state(of: $0) },
      arrived: journal.ledger.sums.objects(.before, .arrived), hasFoundSame: journal.hasFoundSame,
      isThrottled: journal.isThrottled, mayDoBetter: journal.mayDoBetter,
      isBroken: journal.trouble != nil,
      isGivenUp: journal.breaker.fault != nil)
  }

  private func state(of child: RcloneChild?) -> RunFacts.Child {
    guard let child else { return .ended(.killed) }
    return child.isAlive ? .alive : .ended(child.end)
  }

  /// How the child that copies has ended.
  var copyEnd: RcloneChild.End { copy?.end ?? .killed }

  /// Whether a child that copied had no time to tidy up, also before this process took the run up.
  var hasLostCopy: Bool {
    [ChildFiles.Purpose.copy, .sizes].flatMap { ChildFiles.all($0, in: order.directory) }
      .contains(where: \.wasCutOff)
  }

  /// The control socket of the child that copies, while there is one.
  var controlSocket: String? { copy?.controlSocket }

  /// Asks all children to end.
  func terminate() {
    copy?.terminate()
    scan?.terminate()
    verification?.terminate()
  }

  /// Ends all children in good order, for which they may take `grace`.
  ///
  /// - Parameters:
  ///   - grace: How long they are waited for.
  ///   - byForce: Whether they are killed after that; then nothing moves any more at the return.
  ///   - sparesComparison: Whether a comparison that an earlier process has begun goes on.
  /// - Throws: `CancellationError`.
  func end(grace: Duration, byForce: Bool, sparesComparison: Bool = false) async throws {
    copy?.terminate()
    scan?.terminate()
    if !sparesComparison { verification?.terminate() }
    let deadline = ContinuousClock.now + grace
    let living = [copy, scan, sparesComparison ? nil : verification].compactMap(\.self)
    while living.contains(where: \.isAlive), ContinuousClock.now < deadline {
      try await Task.sleep(for: .milliseconds(10))
    }
    guard byForce else { return }
    // One that has ended by itself has left nothing, and looking for it means reading all of /proc.
    for child in living where child.end == .killed {
      await RcloneChild.killAll(like: child.files)
    }
  }

  /// Starts a child, after whatever is left of an earlier one.
  ///
  /// - Throws: When no process can be started.
  func start(_ purpose: ChildFiles.Purpose) async throws {
    let before =
      switch purpose {
      case .scan: scan
      case .verify: verification
      default: copy
      }
    if let before { await RcloneChild.killAll(like: before.files) }
    if purpose != .scan, let compared = verification {
      // What is copied now was not there to be compared.
      await RcloneChild.killAll(like: compared.files)
      verification = nil
    }
    let attempt = (ChildFiles.latest(purpose, in: order.directory)?.attempt ?? 0) + 1
    let files = ChildFiles(directory: order.directory, purpose: purpose, attempt: attempt)
    let arguments =
      switch purpose {
      case .scan: command.scan(isPatient: attempt > 1)
      case .verify: command.compare(isOneWay: true)
      default: command.copy(files, limit: limit, isPatient: isPatient)
      }
    let child = try await RcloneChild(
      starting: arguments, environment: command.environment, files: files)
    guard purpose != .verify else {
      verification = child
      return
    }
    journal.follow(files)
    if purpose == .scan { scan = child } else { copy = child }
  }

  private func prepareDirectory() throws {
    try FileManager.default.createDirectory(
      atPath: order.directory.string, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    do {
      if let objects = order.selection { try journal.expect(objects) }
      guard let list = command.list else { return }
      let path = order.directory.appending(list.name)
      switch list.content {
      case .lines(let lines): try SmallFile.write(lines, to: path)
      case .names(let objects): try objects.writeNames(to: path)
      case .written: break
      }
    } catch Errno.noSuchFileOrDirectory where order.selection != nil {
      throw MoverProblem("The list of the objects that failed is gone; start the whole task again.")
    }
  }
}
