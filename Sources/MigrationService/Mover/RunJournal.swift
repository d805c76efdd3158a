import FoundationEssentials
import Migration
import SystemPackage

/// The story of a run, read from the files of its children; reading them again tells the same.
struct RunJournal {
  /// What has become of each object.
  private(set) var ledger = ObjectLedger()
  /// Decides when to give up.
  var breaker = CircuitBreaker()
  /// Why objects have failed.
  private(set) var tally = FaultTally()
  /// The first thing that went wrong with more than one object.
  private(set) var trouble: TransferFault?
  /// The last words of the newest child that copies.
  private(set) var lastWords: TransferFault?
  /// Whether the source has shown any object at all.
  private(set) var hasFoundAny = false
  /// Whether some object was at the destination already.
  private(set) var hasFoundSame = false

  /// Objects that ought to be there, in rclone's spelling.
  private(set) var expected: [String] = []
  /// Objects that failed for reasons that rclone does not know, in its spelling.
  private(set) var failures: [(name: String, reason: String)] = []
  private(set) var tails: [Tails] = []
  private var lossy = LossyNames()
  private let changedSince: Int64?

  /// How far the files of a child have been read.
  struct Tails {
    let files: ChildFiles
    var output: LineTail
    var log: LineTail

    init(_ files: ChildFiles) {
      self.files = files
      output = LineTail(files.output)
      log = LineTail(files.log)
    }
  }

  /// An empty journal for `order`.
  init(_ order: MoveOrder) {
    changedSince = order.changedSince.map {
      Int64(saturating: $0.timeIntervalSince1970.rounded(.down))
    }
    expect((order.onlyObjects ?? []).map(ObjectName.spell))
  }

  /// Enters objects that ought to be there, in rclone's spelling.
  mutating func expect(_ names: [String]) {
    for name in names { ledger.enter(name, .pending) }
    expected += names
  }

  /// Enters an object, in rclone's spelling, that was looked after without it.
  mutating func enter(_ name: String, _ fate: ObjectFate) {
    hasFoundAny = true
    ledger.enter(name, fate)
  }

  /// Enters an object, in rclone's spelling, that has failed for a reason that rclone does not know.
  mutating func fail(_ name: String, _ reason: String) {
    ledger.enter(name, .failed)
    failures.append((name, reason))
  }

  /// Reads what a child of an earlier run has copied or set out to copy.
  mutating func remember(_ files: ChildFiles) {
    var tails = Tails(files)
    tails.output.read { line in
      if case .copy(let name) = PlanLine(line) { ledger.enter(noted(name), .heard) }
    }
    tails.log.read { line in
      guard case .copied(let name, let size) = RcloneLogLine(line) else { return }
      ledger.enter(meant(by: name) { $0 != .before }, .before, size: size)
    }
  }

  /// Reads the files of one more child from now on.
  mutating func follow(_ files: ChildFiles) {
    tails.append(Tails(files))
  }

  /// Reads what has been written since the last time.
  mutating func read() {
    for index in tails.indices {
      let purpose = tails[index].files.purpose
      var tail = tails[index]
      tail.output.read { line in
        purpose == .scan ? takeListed(line) : takePlanned(line)
      }
      tail.log.read { line in
        if purpose != .scan { takeLogged(line) }
      }
      tails[index] = tail
    }
  }

  /// How many bytes the list of the source has so far.
  var listed: Int64 {
    tails.filter { $0.files.purpose == .scan }.reduce(0) { $0 + $1.output.position }
  }

  /// The object that a name in the log stands for: of several that look alike there the first whose
  /// fate is one that is `wanted`.
  func meant(by logged: String, _ wanted: (ObjectFate?) -> Bool) -> String {
    let candidates = lossy.candidates(for: logged)
    return candidates.first { wanted(ledger.fate(of: $0)) } ?? candidates.first ?? logged
  }

  private mutating func noted(_ name: String) -> String {
    lossy.note(name)
    return name
  }

  private mutating func takeListed(_ line: ArraySlice<UInt8>) {
    guard let object = ListedObject(line) else { return }
    hasFoundAny = true
    let isOld = changedSince.map { object.modified < $0 } ?? false
    ledger.enter(noted(object.name), isOld ? .skipped : .pending, size: object.size)
  }

  private mutating func takePlanned(_ line: ArraySlice<UInt8>) {
    switch PlanLine(line) {
    case .same(let name):
      hasFoundAny = true
      hasFoundSame = true
      ledger.enter(noted(name), .skipped)
    case .copy(let name): ledger.enter(noted(name), .setOut)
    case .failed(let name): ledger.enter(noted(name), .failed)
    case nil: break
    }
  }

  private mutating func takeLogged(_ line: ArraySlice<UInt8>) {
    switch RcloneLogLine(line) {
    case .copied(let name, let size):
      hasFoundAny = true
      ledger.enter(meant(by: name) { $0 != .arrived }, .arrived, size: size)
      breaker.arrived()
    case .failed(let name, let message):
      let fault = TransferFault(message)
      let name = object(failedAs: name)
      if let name { ledger.enter(name, .failed) }
      tally.add(fault, object: name)
      breaker.failed(fault)
    case .trouble(let message):
      let fault = TransferFault(message)
      trouble = trouble ?? fault
      if message.contains("root directory") { breaker.trip(fault) }
    case .summary(let message):
      lastWords = TransferFault(message)
    case nil:
      break
    }
  }

  /// The object that failed under a name of the log, or `nil` when that is only how its name begins;
  /// the plan then has it whole.
  func object(failedAs logged: String) -> String? {
    guard ledger.fate(of: logged) == nil, let original = PartialName.original(logged) else {
      return meant(by: logged) { $0 != .failed && $0 != .arrived }
    }
    let name = meant(by: original) { $0 != .failed && $0 != .arrived }
    return ledger.fate(of: name) == nil && PartialName.mayBeCut(original) ? nil : name
  }
}
