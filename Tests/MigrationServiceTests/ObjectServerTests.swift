import FoundationEssentials
import Subprocess
import SystemPackage
import Testing

@testable import Migration

@testable import MigrationService

/// The object server of the demo and the tests.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct ObjectServerTests {
  @Test func `a server ends when it is stopped`() async throws {
    try await MoverBench.with { bench in
      #expect(bench.source.isAlive)
      await bench.source.stop()
      #expect(!bench.source.isAlive)
      let result = try await bench.mover().run(bench.order())
      #expect(result.code == "TRF.0157")
    }
  }

  @Test func `two servers have two addresses on the loopback interface`() async throws {
    try await MoverBench.with { bench in
      #expect(bench.source.endpoint.hasPrefix("http://127.0.0.1:"))
      #expect(bench.source.endpoint != bench.destination.endpoint)
    }
  }

  @Test func `a limited server sends no faster`() async throws {
    try await MoverBench.with(speed: 4 << 20) { bench in
      try bench.put(["a": randomBytes(12 << 20)])
      let start = ContinuousClock.now
      let result = try await bench.mover().run(bench.order())
      #expect(result.end == .succeeded)
      #expect(ContinuousClock.now - start > .seconds(1))
    }
  }

  @Test func `a server ends with the process it belongs to`() async throws {
    try await MoverBench.with { bench in
      let started = try await Subprocess.run(
        .path("/bin/sleep"), arguments: ["60"], input: .none, output: .discarded, error: .discarded
      ) { owner in
        let server = try await ObjectServer.start(
          program: bench.program, root: bench.root, directory: bench.root.appending("third"),
          keys: MoverBench.sourceKeys, owner: owner.processIdentifier.value)
        try owner.send(signal: .kill)
        return server
      }
      // The suite's time limit ends the wait for a server that stays.
      while started.closureResult.isAlive { try await Task.sleep(for: .milliseconds(20)) }
    }
  }

  @Test func `keys that rclone cannot take are an error`() async throws {
    let program = try await MoverBench.realRclone()
    let root = FilePath("/tmp/ferry-server-\(UInt64.random(in: 0 ... .max))")
    defer { try? FileManager.default.removeItem(atPath: root.string) }
    let keys = StorageKeys(accessKey: "with,comma", secretKey: Secret("secret"))
    await #expect(throws: MoverProblem.self) {
      try await ObjectServer.start(
        program: program, root: root, directory: root, keys: keys)
    }
  }
}
