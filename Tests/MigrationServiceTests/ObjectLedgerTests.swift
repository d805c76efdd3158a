import SystemPackage
import Testing

@testable import MigrationService

/// Counting objects, in memory and in a file.
@Suite struct ObjectLedgerTests {
  /// How many slots may be in memory: enough, and hardly any.
  private static let memories = [1 << 20, 0]

  private static func ledger(_ memory: Int) -> ObjectLedger {
    ObjectLedger(directory: "/tmp", memory: memory)
  }

  @Test(arguments: memories) func `each object counts once`(memory: Int) throws {
    let ledger = Self.ledger(memory)
    for _ in 0..<3 { try ledger.enter("a", .pending, size: 5) }
    #expect(ledger.sums.objects == 1)
    #expect(ledger.sums.size == 5)
  }

  @Test(
    arguments: [
      ([.pending, .failed, .arrived], .arrived), ([.arrived, .failed], .arrived),
      ([.arrived, .skipped], .arrived), ([.skipped, .failed], .failed),
      ([.failed, .skipped], .arrived), ([.skipped, .pending], .skipped),
      ([.pending, .skipped], .skipped), ([.pending, .setOut, .skipped], .arrived),
      ([.heard, .pending], .setOut), ([.heard, .pending, .skipped], .arrived),
      ([.heard, .before, .pending], .before), ([.before, .heard], .before),
      ([.before, .skipped], .arrived), ([.before, .setOut], .setOut),
      ([.before, .failed], .failed), ([.failed, .setOut], .failed),
      ([.skipped, .setOut], .setOut),
    ] as [([ObjectFate], ObjectFate)])
  func `the last word counts but an arrival is final`(
    fates: [ObjectLedger.Fate], end: ObjectLedger.Fate
  ) throws {
    let ledger = Self.ledger(1 << 20)
    for fate in fates { try ledger.enter("a", fate) }
    #expect(try ledger.fate(of: "a") == end)
    #expect(ledger.sums.objects == 1)
    #expect(ledger.sums.objects(end) == 1)
  }

  @Test(arguments: memories) func `a size that is learned late counts`(memory: Int) throws {
    let ledger = Self.ledger(memory)
    try ledger.enter("a", .skipped)
    try ledger.enter("a", .pending, size: 7)
    #expect(ledger.sums.size(.skipped) == 7)
  }

  @Test(arguments: memories) func `many objects keep their fates and sizes`(memory: Int) throws {
    let ledger = Self.ledger(memory)
    for index in 0..<10_000 { try ledger.enter("o\(index)", .pending, size: Int64(index)) }
    for index in 0..<5000 { try ledger.enter("o\(index * 2)", .arrived) }
    #expect(ledger.sums.objects == 10_000)
    #expect(ledger.sums.objects(.arrived) == 5000)
    #expect(ledger.sums.size == 49_995_000)
    #expect(try ledger.fate(of: "o2") == .arrived)
    #expect(try ledger.fate(of: "o3") == .pending)
    #expect(try ledger.fate(of: "p") == nil)
  }

  @Test(arguments: memories) func `sizes beyond four gigabytes are exact`(memory: Int) throws {
    let ledger = Self.ledger(memory)
    for size in [Int64(UInt32.max) - 1, Int64(UInt32.max), 48 << 40] {
      try ledger.enter("o\(size)", .pending, size: size)
      try ledger.enter("o\(size)", .skipped)
    }
    #expect(ledger.sums.size(.skipped) == Int64(UInt32.max) * 2 - 1 + 48 << 40)
  }

  @Test(arguments: memories) func `sizes without end do no harm`(memory: Int) throws {
    let ledger = Self.ledger(memory)
    for index in 0..<20 { try ledger.enter("o\(index)", .arrived, size: .max) }
    try ledger.enter("minus", .arrived, size: .min)
    #expect(ledger.sums.size > 0)
  }

  @Test(arguments: memories) func `composed and decomposed names are two`(memory: Int) throws {
    let ledger = Self.ledger(memory)
    try ledger.enter("\u{E9}", .pending)
    try ledger.enter("e\u{301}", .pending)
    #expect(ledger.sums.objects == 2)
  }

  @Test(arguments: memories) func `what an earlier run set out to copy counts once it is listed`(
    memory: Int
  ) throws {
    let ledger = Self.ledger(memory)
    try ledger.enter("a", .heard)
    try ledger.enter("b", .heard)
    #expect(ledger.sums.objects == 0)
    try ledger.enter("a", .pending, size: 5)
    #expect(ledger.sums.objects == 1)
    #expect(ledger.sums.objects(.setOut) == 1)
    #expect(ledger.sums.size == 5)
  }

  @Test(arguments: memories) func `an object that is known is marked once`(memory: Int) throws {
    let ledger = Self.ledger(memory)
    for index in 0..<3000 { try ledger.enter("o\(index)", .failed, size: Int64(index)) }
    #expect(try ledger.mark("o7"))
    #expect(try !ledger.mark("o7"))
    #expect(try !ledger.mark("unheard of"))
    try ledger.enter("o7", .arrived)
    #expect(try !ledger.mark("o7"))
    #expect(ledger.sums.size(.arrived) == 7)
  }

  @Test func `a ledger that has no room for its file says so and keeps what it has`() throws {
    let ledger = ObjectLedger(directory: "/nonexistent", memory: 0)
    #expect(throws: Errno.noSuchFileOrDirectory) {
      for index in 0..<2000 { try ledger.enter("o\(index)", .pending) }
    }
    let known = ledger.sums.objects
    #expect(try ledger.fate(of: "o\(known - 1)") == .pending)
    #expect(try ledger.fate(of: "o\(known)") == nil)
  }
}
