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

  private var expected: [String] = []
  private var tails: [Tails] = []
  private let changedSince: Int64?

  private struct Tails {
    let files: ChildFiles
    var output: LineTail
    var log: LineTail
  }

  /// An empty journal for `order`.
  init(_ order: MoveOrder) {
    changedSince = order.changedSince.map { Int64($0.timeIntervalSince1970.rounded(.down)) }
    expect((order.onlyObjects ?? []).map(ObjectName.spell))
  }

  /// Enters objects that ought to be there, in rclone's spelling.
  mutating func expect(_ names: [String]) {
    for name in names { ledger.enter(name, .pending) }
    expected += names
  }

  /// Reads the files of one more child from now on.
  mutating func follow(_ files: ChildFiles) {
    tails.append(Tails(files: files, output: LineTail(files.output), log: LineTail(files.log)))
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

  /// The keys of the objects that have not arrived: first those that failed, in that order, then
  /// those that were listed or asked for and never heard of again.
  func lostObjects() -> [String] {
    var names: [String] = []
    var seen = ObjectLedger()
    func take(_ name: String) {
      guard let fate = ledger.fate(of: name), fate == .failed || fate == .pending,
        seen.fate(of: name) == nil
      else { return }
      seen.enter(name, .failed)
      names.append(ObjectName.read(name))
    }
    for var tail in tails where tail.files.purpose != .scan {
      tail.log = LineTail(tail.files.log)
      tail.log.read { line in
        if case .failed(let name, _) = RcloneLogLine(line) { take(name) }
      }
    }
    for var tail in tails where tail.files.purpose == .scan {
      tail.output = LineTail(tail.files.output)
      tail.output.read { line in
        if let entry = ListedObject(line) { take(entry.name) }
      }
    }
    for name in expected { take(name) }
    return names
  }

  private mutating func takeListed(_ line: ArraySlice<UInt8>) {
    guard let object = ListedObject(line) else { return }
    hasFoundAny = true
    let isOld = changedSince.map { object.modified < $0 } ?? false
    ledger.enter(object.name, isOld ? .skipped : .pending, size: object.size)
  }

  private mutating func takePlanned(_ line: ArraySlice<UInt8>) {
    guard line.starts(with: "= ".utf8) else { return }
    hasFoundAny = true
    ledger.enter(String(decoding: line.dropFirst(2), as: UTF8.self), .skipped)
  }

  private mutating func takeLogged(_ line: ArraySlice<UInt8>) {
    switch RcloneLogLine(line) {
    case .copied(let name, let size):
      hasFoundAny = true
      ledger.enter(name, .arrived, size: size)
      breaker.arrived()
    case .failed(let name, let message):
      let fault = TransferFault(message)
      ledger.enter(name, .failed)
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
}
