/// What has become of each object of a run: the source of all counts.
///
/// Objects are told apart by 62 bits of a keyed hash of their names, so that a million of them
/// take some twenty megabytes.
struct ObjectLedger {
  /// What has become of an object.
  enum Fate: UInt64 {
    case pending, failed, skipped, arrived
  }

  /// The sums over all objects.
  private(set) var sums = Sums()
  private var slots = [UInt64](repeating: 0, count: 1024)
  private var sizes = [UInt32](repeating: 0, count: 1024)
  private var largeSizes: [UInt64: Int64] = [:]

  /// Marks a size that is in `largeSizes`.
  private static let large = UInt32.max
  /// A pebibyte: no store holds a larger object, and the sum of thousands of them is a number.
  private static let largest: Int64 = 1 << 50

  /// Enters the object `name` with what is known about it.
  ///
  /// What has arrived stays arrived; any other fate gives way to a later one, and none to pending.
  ///
  /// - Parameters:
  ///   - name: In rclone's spelling.
  ///   - fate: What has become of it.
  ///   - size: In bytes; `nil` leaves what is known, at first 0.
  mutating func enter(_ name: String, _ fate: Fate, size: Int64? = nil) {
    if Int(sums.objects) * 5 >= slots.count * 4 { grow() }
    let hash = Self.hash(name)
    let slot = find(hash)
    var fate = fate
    var size = size
    if slots[slot] != 0 {
      let before = self.fate(at: slot)
      let known = self.size(at: slot)
      sums.change(before, by: -1, size: -known)
      fate = before == .arrived || fate == .pending ? before : fate
      size = size ?? known
    }
    let bytes = min(max(0, size ?? 0), Self.largest)
    slots[slot] = hash | fate.rawValue
    sizes[slot] = bytes < Int64(Self.large) ? UInt32(bytes) : Self.large
    if sizes[slot] == Self.large { largeSizes[hash] = bytes }
    sums.change(fate, by: 1, size: bytes)
  }

  /// What has become of the object `name`, or `nil` when nothing is known about it.
  func fate(of name: String) -> Fate? {
    let slot = find(Self.hash(name))
    return slots[slot] == 0 ? nil : fate(at: slot)
  }

  private func fate(at slot: Int) -> Fate {
    Fate(rawValue: slots[slot] & 3) ?? .pending
  }

  private func size(at slot: Int) -> Int64 {
    sizes[slot] == Self.large ? largeSizes[slots[slot] & ~3] ?? 0 : Int64(sizes[slot])
  }

  /// The slot that holds `hash`, or the free one where it belongs.
  private func find(_ hash: UInt64) -> Int {
    var slot = Int(hash.multipliedFullWidth(by: UInt64(slots.count)).high)
    while slots[slot] != 0, slots[slot] & ~3 != hash {
      slot = slot + 1 == slots.count ? 0 : slot + 1
    }
    return slot
  }

  private mutating func grow() {
    let old = (slots, sizes)
    let count = slots.count + slots.count / 2
    slots = [UInt64](repeating: 0, count: count)
    sizes = [UInt32](repeating: 0, count: count)
    for (entry, size) in zip(old.0, old.1) where entry != 0 {
      let slot = find(entry & ~3)
      slots[slot] = entry
      sizes[slot] = size
    }
  }

  /// The keyed hash of a name, never 0, the mark of a free slot.
  ///
  /// rclone's log shows each byte that is no UTF-8 as one
  /// replacement character, its list shows the byte; a run of them counts as one here and there.
  private static func hash(_ name: String) -> UInt64 {
    var hasher = Hasher()
    let replacement: Unicode.Scalar = "\u{FFFD}"
    if name.unicodeScalars.contains(replacement) {
      var before: Unicode.Scalar?
      for scalar in name.unicodeScalars where scalar != replacement || before != replacement {
        hasher.combine(scalar)
        before = scalar
      }
    } else {
      var name = name
      name.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
    let hash = UInt64(bitPattern: Int64(hasher.finalize())) & ~3
    return hash == 0 ? 4 : hash
  }
}

extension ObjectLedger {
  /// Sums over the objects of a ledger, by fate.
  struct Sums: Equatable {
    private var counts = SIMD4<Int64>()
    private var bytes = SIMD4<Int64>()

    /// All objects.
    var objects: Int64 { counts.wrappedSum() }
    /// The bytes of all objects.
    var size: Int64 { bytes.wrappedSum() }

    /// The objects with this fate.
    func objects(_ fate: Fate) -> Int64 { counts[Int(fate.rawValue)] }
    /// Their bytes.
    func size(_ fate: Fate) -> Int64 { bytes[Int(fate.rawValue)] }

    fileprivate mutating func change(_ fate: Fate, by count: Int64, size: Int64) {
      counts[Int(fate.rawValue)] += count
      bytes[Int(fate.rawValue)] &+= size
    }
  }
}
