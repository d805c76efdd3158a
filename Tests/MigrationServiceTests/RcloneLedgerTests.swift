import FoundationEssentials
import SystemPackage
import Testing

@testable import MigrationService

/// Counting objects, reading files that grow, telling processes apart.
@Suite struct RcloneLedgerTests {
  @Test func `each object counts once`() {
    var ledger = ObjectLedger()
    for _ in 0..<3 { ledger.enter("a", .pending, size: 5) }
    #expect(ledger.sums.objects == 1)
    #expect(ledger.sums.size == 5)
  }

  @Test(
    arguments: [
      ([.pending, .failed, .arrived], .arrived), ([.arrived, .failed], .arrived),
      ([.arrived, .skipped], .arrived), ([.skipped, .failed], .failed),
      ([.failed, .skipped], .skipped), ([.skipped, .pending], .skipped),
      ([.pending, .skipped], .skipped), ([.pending, .setOut, .skipped], .arrived),
      ([.heard, .pending], .setOut), ([.heard, .pending, .skipped], .arrived),
      ([.heard, .before, .pending], .before), ([.before, .heard], .before),
      ([.before, .skipped], .arrived), ([.before, .setOut], .setOut),
      ([.before, .failed], .failed), ([.failed, .setOut], .failed),
      ([.skipped, .setOut], .setOut),
    ] as [([ObjectFate], ObjectFate)])
  func `the last word counts but an arrival is final`(
    fates: [ObjectLedger.Fate], end: ObjectLedger.Fate
  ) {
    var ledger = ObjectLedger()
    for fate in fates { ledger.enter("a", fate) }
    #expect(ledger.fate(of: "a") == end)
    #expect(ledger.sums.objects == 1)
    #expect(ledger.sums.objects(end) == 1)
  }

  @Test func `a size that is learned late counts`() {
    var ledger = ObjectLedger()
    ledger.enter("a", .skipped)
    ledger.enter("a", .pending, size: 7)
    #expect(ledger.sums.size(.skipped) == 7)
  }

  @Test func `many objects keep their fates and sizes`() {
    var ledger = ObjectLedger()
    for index in 0..<50_000 { ledger.enter("o\(index)", .pending, size: Int64(index)) }
    for index in 0..<25_000 { ledger.enter("o\(index * 2)", .arrived) }
    #expect(ledger.sums.objects == 50_000)
    #expect(ledger.sums.objects(.arrived) == 25_000)
    #expect(ledger.sums.size == 1_249_975_000)
    #expect(ledger.fate(of: "o2") == .arrived)
    #expect(ledger.fate(of: "o3") == .pending)
    #expect(ledger.fate(of: "p") == nil)
  }

  @Test func `sizes beyond four gigabytes are exact`() {
    var ledger = ObjectLedger()
    for size in [Int64(UInt32.max) - 1, Int64(UInt32.max), 48 << 40] {
      ledger.enter("o\(size)", .pending, size: size)
      ledger.enter("o\(size)", .skipped)
    }
    #expect(ledger.sums.size(.skipped) == Int64(UInt32.max) * 2 - 1 + 48 << 40)
  }

  @Test func `sizes without end do no harm`() {
    var ledger = ObjectLedger()
    for index in 0..<20 { ledger.enter("o\(index)", .arrived, size: .max) }
    ledger.enter("minus", .arrived, size: .min)
    #expect(ledger.sums.size > 0)
  }

  @Test func `composed and decomposed names are two`() {
    var ledger = ObjectLedger()
    ledger.enter("\u{E9}", .pending)
    ledger.enter("e\u{301}", .pending)
    #expect(ledger.sums.objects == 2)
  }

  @Test func `what an earlier run set out to copy counts once it is listed`() {
    var ledger = ObjectLedger()
    ledger.enter("a", .heard)
    ledger.enter("b", .heard)
    #expect(ledger.sums.objects == 0)
    ledger.enter("a", .pending, size: 5)
    #expect(ledger.sums.objects == 1)
    #expect(ledger.sums.objects(.setOut) == 1)
    #expect(ledger.sums.size == 5)
  }

  @Test func `a growing file gives each complete line once`() throws {
    let path = FilePath("/tmp/ferry-tail-\(UInt64.random(in: 0 ... .max))")
    let file = try FileDescriptor.open(
      path, .writeOnly, options: [.create, .append], permissions: .ownerReadWrite)
    defer {
      try? file.close()
      try? FileManager.default.removeItem(atPath: path.string)
    }
    var tail = LineTail(path)
    var lines: [String] = []
    for piece in ["one\ntw", "o", "", "\n\nthree\n", "rest"] {
      _ = try file.writeAll(piece.utf8)
      tail.read { lines.append(String(decoding: $0, as: UTF8.self)) }
    }
    #expect(lines == ["one", "two", "", "three"])
  }

  @Test func `a file that is not there has no lines`() {
    var tail = LineTail("/nonexistent/ferry")
    tail.read { _ in Issue.record("a line of nothing") }
  }

  @Test func `a process whose name looks like fields is told right`() throws {
    let line = "42 (a) R (b) S 1 40 40 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 777 0"
    let same = "42 (x) S 1 40 40 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 777 0"
    let other = "42 (x) S 1 40 40 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 778 0"
    let identity = try #require(ProcessIdentity(stat: Array(line.utf8)))
    #expect(identity == ProcessIdentity(stat: Array(same.utf8)))
    #expect(identity != ProcessIdentity(stat: Array(other.utf8)))
  }

  @Test(arguments: ["", "42", "42 (x", "42 (x) Z 1 40 40 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 7 0"])
  func `a broken line or a dead process is none`(line: String) {
    #expect(ProcessIdentity(stat: Array(line.utf8)) == nil)
  }

  @Test func `speed is measured over ten seconds and zero after five of silence`() {
    var meter = Speedometer()
    let start = ContinuousClock.now
    #expect(meter.speed(0, at: start) == 0)
    for second in 1...20 { _ = meter.speed(Int64(second) * 100, at: start + .seconds(second)) }
    #expect(meter.speed(2100, at: start + .seconds(21)) == 100)
    #expect(meter.speed(2100, at: start + .seconds(24)) > 0)
    #expect(meter.speed(2100, at: start + .seconds(27)) == 0)
  }
}
