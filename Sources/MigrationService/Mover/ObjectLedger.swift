/// What has become of each object of a run: the source of all counts.
///
/// Objects are told apart by 61 bits of a keyed hash of their names, so that a million of them
/// take some twenty megabytes.
struct ObjectLedger {
  typealias Fate = ObjectFate

  /// The bits of a slot that hold the fate; the others hold the hash.
  private static let fateBits: UInt64 = 7

  /// The sums over all objects.
  private(set) var sums = Sums()
  private var count = 0
  private var slots = [UInt64](repeating: 0, count: 1024)
  private var sizes = [UInt32](repeating: 0, count: 1024)
  private var largeSizes: [UInt64: Int64] = [:]

  /// Marks a size that is in `largeSizes`.
  private static let large = UInt32.max
  /// A pebibyte: no store holds a larger object.
  private static let largest: Int64 = 1 << 50

  /// Enters the object `name` with what is known about it.
  ///
  /// See ``ObjectFate/following(_:)``.
  ///
  /// - Parameters:
  ///   - name: In rclone's spelling.
  ///   - fate: What has become of it.
  ///   - size: In bytes; `nil` leaves what is known, at first 0.
  mutating func enter(_ name: String, _ fate: Fate, size: Int64? = nil) {
    if count * 5 >= slots.count * 4 { grow() }
    let hash = Self.hash(name)
    let slot = find(hash)
    var fate = fate
    var size = size
    if slots[slot] != 0 {
      let before = self.fate(at: slot)
      let known = self.size(at: slot)
      sums.change(before, by: -1, size: known)
      fate = fate.following(before)
      size = size ?? known
    } else {
      count += 1
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
    Fate(rawValue: slots[slot] & Self.fateBits) ?? .pending
  }

  private func size(at slot: Int) -> Int64 {
    sizes[slot] == Self.large ? largeSizes[slots[slot] & ~Self.fateBits] ?? 0 : Int64(sizes[slot])
  }

  /// The slot that holds `hash`, or the free one where it belongs.
  private func find(_ hash: UInt64) -> Int {
    var slot = Int(hash.multipliedFullWidth(by: UInt64(slots.count)).high)
    while slots[slot] != 0, slots[slot] & ~Self.fateBits != hash {
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
      let slot = find(entry & ~Self.fateBits)
      slots[slot] = entry
      sizes[slot] = size
    }
  }

  /// The keyed hash of a name, never 0, the mark of a free slot.
  private static func hash(_ name: String) -> UInt64 {
    var hasher = Hasher()
    var name = name
    name.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    let hash = UInt64(bitPattern: Int64(hasher.finalize())) & ~fateBits
    return hash == 0 ? fateBits + 1 : hash
  }
}
