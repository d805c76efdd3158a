/// One place of a ledger: the hash of an object's name and what is known of the object, or nothing.
struct LedgerSlot: BitwiseCopyable {
  /// The bits of `head` that hold the fate; the others hold the hash.
  private static let fateBits: UInt64 = 7
  private static let markBit: UInt64 = 1 << 63

  private var head: UInt64 = 0
  private var tail: UInt64 = 0

  /// A free place.
  init() {}

  /// A place for the object of this hash, of which nothing is known yet.
  init(_ hash: UInt64) { head = Self.key(hash) }

  /// What of a hash tells objects apart; never 0, the mark of a free place.
  private static func key(_ hash: UInt64) -> UInt64 {
    max(hash & ~fateBits, fateBits + 1)
  }

  /// Whether nothing is here.
  var isFree: Bool { head == 0 }

  /// The hash, without the bits that do not count.
  var hash: UInt64 { head & ~Self.fateBits }

  /// Whether it is that of the object with this hash.
  func isOf(_ hash: UInt64) -> Bool { self.hash == Self.key(hash) }

  /// What has become of the object; `nil` when that is not known yet.
  var fate: ObjectFate? {
    get {
      let code = head & Self.fateBits
      return code == 0 ? nil : ObjectFate(rawValue: code - 1)
    }
    set { head = hash | (newValue.map { $0.rawValue + 1 } ?? 0) }
  }

  /// The object's bytes, 0 or more.
  var size: Int64 {
    get { Int64(tail & ~Self.markBit) }
    set { tail = tail & Self.markBit | UInt64(newValue) }
  }

  /// Whether it was marked.
  var isMarked: Bool {
    get { tail & Self.markBit != 0 }
    set { tail = newValue ? tail | Self.markBit : tail & ~Self.markBit }
  }
}
