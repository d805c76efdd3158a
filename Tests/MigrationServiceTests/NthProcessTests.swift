import Foundation
import SystemPackage
import Testing

@testable import Migration

@testable import MigrationService

/// Whichever process of a run it is that dies, nothing is lost.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct NthProcessTests {
  /// What becomes of one process.
  enum Fate: String, CaseIterable {
    case killed = "kill -9 $$"
    case refuses = "exit 1"
    case isNoProgram = "exec /nonexistent/rclone"
  }

  /// How many processes a run has when none fails: the copy, the list, the copy of other sizes.
  private static let processes = 3

  private static let objects: [String: [UInt8]] = ["a": [1, 2], "b": [3], "dir/c": [4, 5, 6]]

  /// An rclone whose `number`th process comes to that end.
  private static func program(
    _ number: Int, _ fate: Fate, in bench: MoverBench
  ) throws -> RcloneProgram {
    let path = bench.root.appending("rclone-\(number)")
    let turns = bench.root.appending("turns-\(number)").string
    try FileManager.default.createDirectory(atPath: turns, withIntermediateDirectories: true)
    // Two may begin at once; a directory is made by one of them alone.
    let script = """
      #!/bin/sh
      turn=1
      until mkdir '\(turns)'/$turn 2>/dev/null; do turn=$((turn + 1)); done
      if [ $turn = \(number) ]; then \(fate.rawValue); fi
      exec '\(bench.program.path.string)' "$@"
      """
    try Data(script.utf8).write(to: URL(filePath: path.string))
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path.string)
    return RcloneProgram(path: path, version: bench.program.version)
  }

  private static func turns(_ number: Int, in bench: MoverBench) throws -> Int {
    try FileManager.default.contentsOfDirectory(
      atPath: bench.root.appending("turns-\(number)").string
    ).count
  }

  @Test(arguments: Fate.allCases)
  func `the nth process fails, for every n until none does`(fate: Fate) async throws {
    for number in 1...Self.processes + 1 {
      try await MoverBench.with { bench in
        try bench.put(Self.objects)
        // One is there already, and one in another size, and newer.
        try bench.put(["a": [1, 2], "b": [9, 9]], in: "copy")
        let mover = RcloneMover(
          program: try Self.program(number, fate, in: bench),
          pace: RunPace(tick: .milliseconds(20), report: .milliseconds(100)))
        var order = try bench.localOrder("1", destination: "copy")
        let result = try await mover.run(order)
        let counts = result.progress.objects
        #expect(counts.succeeded + counts.failed + counts.skipped <= counts.total)
        #expect(fate != .killed || result.end == .succeeded, "process \(number): \(result)")
        if number > Self.processes {
          #expect(try Self.turns(number, in: bench) == Self.processes)
          #expect(result.end == .succeeded)
        }
        if result.end == .succeeded { #expect(try bench.objects(in: "copy") == Self.objects) }

        let first = order.directory
        order.directory = bench.root.appending("2")
        order.earlier = [first]
        #expect(try await bench.mover().run(order).end == .succeeded)
        #expect(try bench.objects(in: "copy") == Self.objects)
      }
    }
  }
}
