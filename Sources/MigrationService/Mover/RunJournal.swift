import FoundationEssentials
import Migration
import SystemPackage

/// The story of a run, read from the files of its children; reading them again tells the same.
final class RunJournal {
  /// What has become of each object.
  let ledger: ObjectLedger
  /// Decides when to give up.
  var breaker = CircuitBreaker()
  /// Why objects have failed.
  var tally = FaultTally()
  /// The first thing that went wrong with more than one object.
  var trouble: TransferFault?
  /// The last words of the newest child that copies.
  private(set) var lastWords: TransferFault?
  /// Whether the source has shown any object at all.
  private(set) var hasFoundAny = false
  /// Whether some object was at the destination already.
  private(set) var hasFoundSame = false
  /// Whether a store has asked for fewer requests since the last pass began.
  private(set) var isThrottled = false
  /// Whether objects have failed since then that another pass may well move.
  private(set) var mayDoBetter = false
  /// What the newest list of the source lacks.
  private(set) var listFlaws = ListFlaws()

  /// The single objects that were asked for by their names, in rclone's spelling.
  private(set) var expected: [String] = []
  /// Objects that failed for reasons that rclone does not know.
  private(set) var failures: UnmovedLog?
  private var tails: [JournalTail] = []
  let order: MoveOrder
  /// What rclone calls the two sides in what it says.
  let paths: SidePaths?
  private var lossy = LossyNames()

  /// An empty journal for `order`, whose sides are told apart by `paths` as well.
  init(_ order: MoveOrder, between paths: SidePaths? = nil) {
    self.order = order
    self.paths = paths
    ledger = ObjectLedger(directory: order.directory)
  }

  /// Enters objects that were asked for by their names, in rclone's spelling.
  func expect(_ names: [String]) throws {
    for name in names { try ledger.enter(name, .pending) }
    expected += names
  }

  /// Enters the objects of a list that ought to be there.
  func expect(_ list: UnmovedFile) throws {
    try list.forEach { name, _ in try ledger.enter(noted(name), .pending) }
  }

  /// Enters an object, in rclone's spelling, that was looked after without it.
  func enter(_ name: String, _ fate: ObjectFate) throws {
    hasFoundAny = true
    try ledger.enter(name, fate)
  }

  /// Enters an object, in rclone's spelling, that has failed for a reason that rclone does not know.
  func fail(_ name: String, _ reason: String) throws {
    try ledger.enter(name, .failed)
    let log = try failures ?? UnmovedLog("failures", in: order.directory)
    try log.add(name, reason)
    failures = log
  }

  /// Reads the files of a child of an earlier run from now on, for what it has copied or set out to
  /// copy.
  func remember(_ files: ChildFiles) { tails.append(JournalTail(files, isEarlier: true)) }

  /// Reads the files of one more child from now on.
  func follow(_ files: ChildFiles) {
    tails.append(JournalTail(files, isEarlier: false))
  }

  /// The files of the children of this run.
  var followed: [ChildFiles] { tails.filter { !$0.isEarlier }.map(\.files) }

  /// Reads a piece of what has been written since the last time; a whole run may be to be read, and
  /// nobody is to wait for that.
  ///
  /// - Returns: Whether that was all of it.
  /// - Throws: `Errno` when the ledger cannot be kept any more.
  func readPiece() throws -> Bool {
    var isAll = true
    // What was before is known first, and a child that copies has begun with what others had done.
    var isHeldUp = false
    for index in tails.indices where !tails[index].isRead {
      let isScan = tails[index].files.purpose == .scan
      guard !isHeldUp || isScan else { continue }
      let isWhole = try readPiece(of: &tails[index])
      isAll = isAll && isWhole
      isHeldUp = isHeldUp || !isWhole && !isScan
      guard tails[index].isEarlier else { continue }
      if !isWhole { return false }
      tails[index].isRead = true
    }
    return isAll
  }

  private func readPiece(of tail: inout JournalTail) throws -> Bool {
    if tail.isEarlier { return try tail.readPiece(takeEarlierPlan, log: takeEarlierLog) }
    let purpose = tail.files.purpose
    if purpose != .scan, !tail.hasBegun {
      (isThrottled, mayDoBetter) = (false, false)
      tally.beginPass()
    }
    if purpose == .scan {
      if !tail.hasBegun { listFlaws = ListFlaws() }
      return try tail.readPiece(
        { line, _ in try takeListed(line) }, log: { line, _ in listFlaws.take(line) })
    }
    return try tail.readPiece(
      { try takePlanned($0, purpose, isLeaving: $1) }, log: takeLogged)
  }

  private func takeEarlierPlan(_ line: ArraySlice<UInt8>, isLeaving: Bool) throws {
    if case .copy(let name) = PlanLine(line) { try ledger.enter(noted(name), .heard) }
  }

  private func takeEarlierLog(_ line: ArraySlice<UInt8>, isLeaving: Bool) throws {
    guard case .copied(let name, let size) = RcloneLogLine(line) else { return }
    try ledger.enter(meant(by: name) { $0 != .before }, .before, size: size)
  }

  /// How many bytes the list of the source has so far.
  var listed: Int64 {
    tails.filter { $0.files.purpose == .scan }.reduce(0) { $0 + $1.position }
  }

  /// The object that a name in the log stands for: of several that look alike there the first whose
  /// fate is one that is `wanted`.
  func meant(by logged: String, _ wanted: (ObjectFate?) -> Bool) throws -> String {
    let candidates = lossy.candidates(for: logged)
    return try candidates.first { wanted(try ledger.fate(of: $0)) } ?? candidates.first ?? logged
  }

  private func noted(_ name: String) -> String {
    lossy.note(name)
    return name
  }

  private func takeListed(_ line: ArraySlice<UInt8>) throws {
    guard let object = ListedObject(line) else { return }
    hasFoundAny = true
    try ledger.enter(
      noted(object.name), order.isTooOld(object) ? .skipped : .pending, size: object.size)
  }

  private func takePlanned(
    _ line: ArraySlice<UInt8>, _ purpose: ChildFiles.Purpose, isLeaving: Bool
  ) throws {
    switch PlanLine(line) {
    case .same(let name):
      // Of an object whose size nobody has said, the part that it was put together from is told as well.
      if PartialName.original(name) != nil, try ledger.fate(of: name) == nil { return }
      hasFoundAny = true
      hasFoundSame = true
      // By its size alone an older object is taken for the newer one that could not replace it.
      if purpose == .sizes, try ledger.fate(of: name) == .failed { return }
      try ledger.enter(noted(name), .skipped)
    case .copy(let name): try ledger.enter(noted(name), .setOut)
    // What a child gives up because it was asked to end has not failed.
    case .failed where isLeaving: break
    case .failed(let name): try ledger.enter(noted(name), .failed)
    case nil: break
    }
  }

  private func takeLogged(_ line: ArraySlice<UInt8>, isLeaving: Bool) throws {
    let entry = RcloneLogLine(line)
    if case .copied = entry {} else if isLeaving { return }
    switch entry {
    case .copied(let name, let size):
      hasFoundAny = true
      try ledger.enter(meant(by: name) { $0 != .arrived }, .arrived, size: size)
      breaker.arrived()
    case .failed(let name, let message):
      let fault = TransferFault(message, between: paths)
      let name = try object(failedAs: name)
      if let name { try ledger.enter(name, .failed) }
      if fault.cause == .throttled { isThrottled = true }
      if fault.isPassing { mayDoBetter = true }
      tally.add(fault, object: name)
      breaker.failed(fault)
    case .trouble(let message):
      let fault = TransferFault(message, between: paths)
      guard fault.cause != .throttled else {
        (isThrottled, mayDoBetter) = (true, true)
        return
      }
      trouble = trouble ?? fault
      if message.contains("root directory") { breaker.trip(fault) }
    case .summary(let message):
      lastWords = TransferFault(message, between: paths)
    case nil:
      break
    }
  }

  /// The object that failed under a name of the log, or `nil` when that is only how its name begins;
  /// the plan then has it whole.
  func object(failedAs logged: String) throws -> String? {
    guard try ledger.fate(of: logged) == nil, let original = PartialName.original(logged) else {
      return try meant(by: logged) { $0 != .failed && $0 != .arrived }
    }
    let name = try meant(by: original) { $0 != .failed && $0 != .arrived }
    return try ledger.fate(of: name) == nil && PartialName.mayBeCut(original) ? nil : name
  }
}
