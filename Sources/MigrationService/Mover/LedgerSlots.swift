import SystemPackage

/// A hash table of ``LedgerSlot``, in memory while it is small and in a file when it has grown.
struct LedgerSlots {
  /// How many places there are.
  private(set) var count = 1024
  private let directory: FilePath
  private let most: Int
  private var memory: [LedgerSlot]
  private var file: SlotFile?

  /// An empty table.
  ///
  /// - Parameters:
  ///   - directory: Where its file is made once it needs one.
  ///   - memory: How many places may be kept in memory.
  init(directory: FilePath, memory: Int) {
    self.directory = directory
    most = memory
    self.memory = Array(repeating: LedgerSlot(), count: count)
  }

  /// The place of the object with this hash, or the free one where it belongs, and what is there.
  ///
  /// - Throws: `Errno` when the file cannot be read.
  func find(_ hash: UInt64) throws -> (place: Int, entry: LedgerSlot) {
    var place = place(of: hash)
    while true {
      let slots = try slots(from: place)
      for slot in slots {
        if slot.isFree { return (place, LedgerSlot(hash)) }
        if slot.isOf(hash) { return (place, slot) }
        place += 1
      }
      if place >= count { place = 0 }
    }
  }

  /// Puts an entry where ``find(_:)`` has found it.
  ///
  /// - Throws: `Errno` when the file cannot be written.
  mutating func put(_ entry: LedgerSlot, at place: Int) throws {
    if let file { try file.put(entry, at: place) } else { memory[place] = entry }
  }

  /// Makes twice as many places.
  ///
  /// - Throws: `Errno` when there is no room for them; then everything is as it was.
  mutating func grow() throws {
    var grown = self
    grown.count *= 2
    let isSmall = grown.count <= most
    grown.memory = isSmall ? Array(repeating: LedgerSlot(), count: grown.count) : []
    grown.file = isSmall ? nil : try SlotFile(in: directory, count: grown.count)
    var place = 0
    while place < count {
      let slots = try slots(from: place)
      for slot in slots where !slot.isFree {
        try grown.put(slot, at: try grown.find(slot.hash).place)
      }
      place += slots.count
    }
    self = grown
  }

  /// Some of the places from `place` on, at least one.
  private func slots(from place: Int) throws -> ArraySlice<LedgerSlot> {
    guard let file else { return memory[place...] }
    return try file.slots(from: place)[...]
  }

  /// Where an object is first looked for; in the order of the hashes, so that a table is gone
  /// through and copied from its beginning to its end.
  private func place(of hash: UInt64) -> Int {
    Int(LedgerSlot(hash).hash.multipliedFullWidth(by: UInt64(count)).high)
  }
}
