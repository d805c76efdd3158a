/// How often objects have failed for which cause, in the newest pass in which any have: what failed
/// before was tried again.
struct FaultTally {
  private var entries: [String: Entry] = [:]
  /// Whether these are of an earlier pass.
  private var isOld = false

  private struct Entry {
    var fault: TransferFault
    var example: String?
    var count: Int
  }

  /// A pass over what has not arrived begins.
  mutating func beginPass() { isOld = true }

  /// Counts one more object that failed for `fault`; `object` is its name in rclone's spelling, if
  /// that is known.
  mutating func add(_ fault: TransferFault, object: String?) {
    if isOld { (entries, isOld) = ([:], false) }
    entries[fault.code, default: Entry(fault: fault, example: object, count: 0)].count += 1
  }

  /// The most frequent cause and an object it hit, if one is known by name; the smaller code when two
  /// are as frequent.
  var mostFrequent: (fault: TransferFault, example: String?)? {
    entries.values.max {
      ($0.count, $1.fault.code) < ($1.count, $0.fault.code)
    }.map { ($0.fault, $0.example) }
  }
}
