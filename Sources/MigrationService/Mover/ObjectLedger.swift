import SystemPackage

/// What has become of each object of a run: the source of all counts.
///
/// Objects are told apart by 61 bits of a keyed hash of their names, and take 16 bytes each; those of
/// a large run lie in a file, so that ten million of them need no more memory than a few thousand.
final class ObjectLedger {
  typealias Fate = ObjectFate

  /// The sums over all objects.
  private(set) var sums = Sums()
  private var count = 0
  private var slots: LedgerSlots

  /// A pebibyte: no store holds a larger object.
  private static let largest: Int64 = 1 << 50

  /// An empty ledger.
  ///
  /// - Parameters:
  ///   - directory: Where its file is made once it needs one.
  ///   - memory: How many slots may be kept in memory.
  init(directory: FilePath, memory: Int = 1 << 18) {
    slots = LedgerSlots(directory: directory, memory: memory)
  }

  /// Enters the object `name` with what is known about it.
  ///
  /// See ``ObjectFate/following(_:)``.
  ///
  /// - Parameters:
  ///   - name: In rclone's spelling.
  ///   - fate: What has become of it.
  ///   - size: In bytes; `nil` leaves what is known, at first 0.
  /// - Throws: `Errno` when the ledger is in a file that cannot be read or written.
  func enter(_ name: String, _ fate: Fate, size: Int64? = nil) throws {
    // One in five stays free, so that what is looked for is near.
    if count * 5 >= slots.count * 4 { try slots.grow() }
    let (place, found) = try slots.find(Self.hash(name))
    var entry = found
    entry.fate = fate.following(found.fate)
    if let size { entry.size = min(max(0, size), Self.largest) }
    try put(entry, at: place, insteadOf: found)
  }

  /// Enters that the object `name`, whatever was known of it, has failed.
  ///
  /// - Throws: `Errno` when the ledger is in a file that cannot be read or written.
  func withdraw(_ name: String) throws {
    let (place, found) = try slots.find(Self.hash(name))
    var entry = found
    entry.fate = .failed
    try put(entry, at: place, insteadOf: found)
  }

  /// What has become of the object `name`, or `nil` when nothing is known about it.
  ///
  /// - Throws: `Errno` when the ledger is in a file that cannot be read.
  func fate(of name: String) throws -> Fate? {
    try slots.find(Self.hash(name)).entry.fate
  }

  /// Marks an object that is known.
  ///
  /// - Returns: Whether it was not marked before.
  /// - Throws: `Errno` when the ledger is in a file that cannot be read or written.
  func mark(_ name: String) throws -> Bool {
    var (place, entry) = try slots.find(Self.hash(name))
    guard entry.fate != nil, !entry.isMarked else { return false }
    entry.isMarked = true
    try slots.put(entry, at: place)
    return true
  }

  private func put(_ entry: LedgerSlot, at place: Int, insteadOf found: LedgerSlot) throws {
    try slots.put(entry, at: place)
    if let known = found.fate {
      sums.change(known, by: -1, size: found.size)
    } else {
      count += 1
    }
    if let fate = entry.fate { sums.change(fate, by: 1, size: entry.size) }
  }

  /// The keyed hash of a name.
  private static func hash(_ name: String) -> UInt64 {
    var hasher = Hasher()
    var name = name
    name.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }
}
