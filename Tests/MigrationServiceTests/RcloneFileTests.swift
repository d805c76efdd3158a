import FoundationEssentials
import SystemPackage
import Testing

@testable import MigrationService

/// Reading files that grow, telling processes apart, measuring speed.
@Suite struct RcloneFileTests {
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
    let end = tail.end
    _ = try file.writeAll("\nlate\n".utf8)
    tail.read(upTo: end + 1) { lines.append(String(decoding: $0, as: UTF8.self)) }
    #expect(lines.last == "rest")
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
