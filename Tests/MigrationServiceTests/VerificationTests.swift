import FoundationEssentials
import SystemPackage
import Testing

@testable import Migration

@testable import MigrationService

/// Runs that end with a comparison of both sides, by the real rclone.
@Suite(.serialized)
struct VerificationTests {
  private static func order(
    _ bench: MoverBench, _ run: String, isStore: Bool, from source: MoveEnd? = nil
  ) throws -> MoveOrder {
    var order =
      isStore
      ? try bench.order(run)
      : try bench.localOrder(run, from: source, destination: "destination/to")
    order.choices.consistencyCheck = "crc64"
    return order
  }

  @Test(arguments: [false, true])
  func `a changed byte of a copy is told, and mended when what failed is run again`(
    isStore: Bool
  ) async throws {
    try await MoverBench.with { bench in
      let objects = ["a": [1, 2, 3], "b": [4, 5, 6], "d/c": [7]] as [String: [UInt8]]
      try bench.put(objects)
      // Of the same size and newer: without a comparison it passes for the same.
      try bench.put(["b": [4, 5, 7]], in: "destination/to")
      let order = try Self.order(bench, "run", isStore: isStore)
      let result = try await bench.mover().run(order)
      #expect(result.code == "TRF.0062", "\(result)")
      #expect(result.message.contains("“b”"), "\(result)")
      let counts = result.progress.objects
      #expect(counts == ObjectCounts(total: 3, succeeded: 2, failed: 1), "\(counts)")
      let failed = try order.unmoved(.failed)
      #expect(failed.map(\.name) == ["b"])
      #expect(failed.first?.reason.hasPrefix("The checksums differ") == true, "\(failed)")

      var again = try Self.order(bench, "again", isStore: isStore)
      again.onlyObjects = UnmovedFile(.failed, in: order.directory)
      let mended = try await bench.mover().run(again)
      #expect(mended.end == .succeeded, "\(mended)")
      #expect(try bench.objects() == objects)
    }
  }

  @Test func `what was compared before another pass is compared again after it`() async throws {
    try await MoverBench.with { bench in
      try bench.put(["a": [1]])
      let order = try Self.order(bench, "run", isStore: false)
      try FileManager.default.createDirectory(
        atPath: order.directory.string, withIntermediateDirectories: true)
      // A copy that was killed, and a comparison from before the copy that follows it now.
      for (name, text) in [
        ("copy-1.out", ""), ("copy-1.log", ""), ("verify-1.out", "+ a\n"), ("verify-1.log", ""),
        ("verify-1.exit", "1\n"),
      ] {
        try Data(text.utf8).write(to: URL(filePath: order.directory.appending(name).string))
      }
      let result = try await bench.mover().run(order)
      #expect(result.end == .succeeded, "\(result)")
      #expect(result.progress.objects == ObjectCounts(total: 1, succeeded: 1))
      #expect(ChildFiles.latest(.verify, in: order.directory)?.attempt == 2)
    }
  }

  @Test func `what nobody wants replaced may be another object`() async throws {
    try await MoverBench.with { bench in
      try bench.put(["a": [1], "b": [2]])
      try bench.put(["b": [3]], in: "destination/to")
      var order = try Self.order(bench, "run", isStore: false)
      order.choices.overwriteMode = "NO_OVERWRITE"
      let result = try await bench.mover().run(order)
      #expect(result.end == .succeeded, "\(result)")
      #expect(result.progress.objects == ObjectCounts(total: 2, succeeded: 1, skipped: 1))
    }
  }

  @Test func `a stop ends a run in the middle of its comparison`() async throws {
    try await MoverBench.with { bench in
      let gate = VerificationGate(bench.root.appending("run"))
      try await FolderStore(["a": [1], "b": [2]], behind: gate).serve { source in
        let order = try Self.order(bench, "run", isStore: false, from: source)
        let (commands, mailbox) = RunCommands.makeStream()
        async let running = bench.mover().run(order, commands: commands) { _ in }
        try await Self.reach(gate)
        mailbox.yield(.stop)
        let result = try await running
        #expect(result.end == .stopped)
        #expect(result.progress.objects == ObjectCounts(total: 2, succeeded: 2))
        #expect(try bench.objects() == ["a": [1], "b": [2]])
        gate.open()
      }
    }
  }

  @Test(arguments: [true, false])
  func `a run that ends with its service in the middle of its comparison goes on with it`(
    inGoodOrder: Bool
  ) async throws {
    try await MoverBench.with { bench in
      let gate = VerificationGate(bench.root.appending("run"))
      try await FolderStore(["a": [1], "b": [2]], behind: gate).serve { source in
        let order = try Self.order(bench, "run", isStore: false, from: source)
        let mover = bench.mover()
        let running = Task { try await mover.run(order) }
        try await Self.reach(gate)
        if inGoodOrder { await mover.halt() } else { running.cancel() }
        await #expect(throws: CancellationError.self) { try await running.value }

        gate.open()
        let result = try await bench.mover().run(order)
        #expect(result.end == .succeeded, "\(result)")
        #expect(result.progress.objects == ObjectCounts(total: 2, succeeded: 2))
        // One that was not asked to end has gone on meanwhile.
        let attempts = ChildFiles.all(.verify, in: order.directory).count
        #expect(attempts == (inGoodOrder ? 2 : 1))
      }
    }
  }

  @Test(arguments: [8, 1 << 18] as [Int64])
  func `each kind of difference fails an object that ought to be there, and no other`(
    piece: Int64
  ) throws {
    let directory = FilePath("/tmp/ferry-\(UInt64.random(in: 0 ... .max))")
    defer { try? FileManager.default.removeItem(atPath: directory.string) }
    try FileManager.default.createDirectory(
      atPath: directory.string, withIntermediateDirectories: true)
    let end = { role in
      try MoveEnd(StorageLocation(provider: "Local", bucket: "/\(role)"), as: role)
    }
    let order = MoveOrder(
      task: TaskID(rawValue: 7), directory: directory, source: try end(.source),
      destination: try end(.destination), kind: .object)
    let journal = RunJournal(order)
    for name in ["same", "changed", "gone", "closed"] { try journal.ledger.enter(name, .arrived) }
    try journal.ledger.enter("failed", .failed)
    let files = ChildFiles(directory: directory, purpose: .verify, attempt: 1)
    try SmallFile.write(
      ["= same", "* changed", "+ gone", "! closed", "+ failed", "+ too new"], to: files.output)
    try SmallFile.write(
      [
        #"{"level":"error","msg":"md5 differ","object":"changed","objectType":"*local.Object"}"#,
        #"{"level":"error","msg":"permission denied","object":"closed","objectType":"*local.Object"}"#,
      ], to: files.log)
    try SmallFile.write(["1"], to: files.status)
    let judgement = Judgement(files, piece: piece)
    while try !judgement.readPiece(into: journal) {}
    #expect(journal.trouble == nil)
    #expect(journal.ledger.sums.objects(.failed) == 4)
    #expect(journal.ledger.sums.objects(.arrived) == 1)
    var reasons: [String: String] = [:]
    try journal.failures?.written().forEach { reasons[$0] = $1 }
    #expect(reasons["changed"] == "The checksums differ (md5).")
    #expect(reasons["gone"] == "It is not at the destination.")
    #expect(reasons.keys.sorted() == ["changed", "closed", "gone"])
  }

  private static func reach(_ gate: VerificationGate) async throws {
    while !gate.isAtIt { try await Task.sleep(for: .milliseconds(10)) }
  }
}
