import FoundationEssentials
import SystemPackage
import Testing

@testable import Migration

@testable import MigrationService

/// What others on the machine can see of a run.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct MoverSecretTests {
  @Test func `no secret is on a command line or in a file`() async throws {
    try await MoverBench.with { bench in
      try bench.put(["a": randomBytes(1_000_000)])
      let mover = bench.mover()
      let reports = MoverReports()
      let (told, mailbox) = RunCommands.makeStream()
      async let running = mover.run(try bench.order(bandwidth: 100_000), commands: told) {
        await reports.take($0)
      }
      await reports.wait { $0.completedBytes > 0 }
      let commands = try FileManager.default.contentsOfDirectory(atPath: "/proc")
        .compactMap { Int32($0) }.compactMap { SmallFile.read(FilePath("/proc/\($0)/cmdline")) }
      #expect(commands.contains { contains($0, "ferrysource:from") })
      for secret in ["open sesame r", "open sesame w"] {
        #expect(!commands.contains { contains($0, secret) })
        for directory in ["run", "s", "d"] {
          let files = try bench.allBytes(in: directory)
          #expect(!files.contains { contains($0, secret) })
        }
      }
      mailbox.yield(.stop)
      _ = try await running
    }
  }

  @Test func `the directory of a run is for its owner alone`() async throws {
    try await MoverBench.with { bench in
      try bench.put(["a": [1]])
      _ = try await bench.mover().run(bench.order())
      let attributes = try FileManager.default.attributesOfItem(
        atPath: try bench.order().directory.string)
      #expect(attributes[.posixPermissions] as? Int == 0o700)
    }
  }

  private func contains(_ bytes: [UInt8], _ text: String) -> Bool {
    String(decoding: bytes, as: UTF8.self).contains(text)
  }
}
