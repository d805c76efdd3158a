import SystemPackage
import TestSupport
import Testing

@testable import Migration

@testable import MigrationService

/// What a run has written is read in pieces, so that nobody waits for the whole of it.
struct RunJournalTests {
  /// More objects than one piece has room for.
  private static let many = 20_000

  /// The lines of a list of the source, and of a log that says that each object was copied.
  private static func lines(_ purpose: ChildFiles.Purpose) -> String {
    (0..<many).map { number in
      purpose == .scan
        ? "5;1700000000;folder/object-\(number)\n"
        : #"{"level":"info","msg":"Copied (new)","object":"folder/object-\#(number)","objectType":"*s3.Object","size":5}"#
          + "\n"
    }.joined()
  }

  private static func journal(in directory: FilePath) throws -> RunJournal {
    func end(_ role: CheckedLocation.Role) throws -> MoveEnd {
      let place = StorageLocation(provider: "Local", bucket: directory.appending("\(role)").string)
      return try MoveEnd(place, as: role)
    }
    return RunJournal(
      MoveOrder(
        task: TaskID(rawValue: 1), directory: directory, source: try end(.source),
        destination: try end(.destination), kind: .object))
  }

  @Test func `a long list is read piece by piece, and in the end all of it is known`() throws {
    try TemporaryDirectory.with { directory in
      try directory.write(Self.lines(.scan), to: "scan-1.out")
      let journal = try Self.journal(in: directory.path)
      journal.follow(ChildFiles(directory: directory.path, purpose: .scan, attempt: 1))
      var counts: [Int64] = []
      while try !journal.readPiece() { counts.append(journal.ledger.sums.objects) }
      #expect(counts.count > 1)
      #expect(counts == counts.sorted())
      #expect(counts.allSatisfy { $0 < Self.many })
      #expect(journal.ledger.sums.objects(.pending) == Int64(Self.many))
      #expect(journal.ledger.sums.size == Int64(Self.many) * 5)
    }
  }

  @Test func `what an earlier run has moved is known before anything of this one is`() throws {
    try TemporaryDirectory.with { directory in
      try directory.write("", to: "earlier/copy-1.out")
      try directory.write(Self.lines(.copy), to: "earlier/copy-1.log")
      try directory.write(Self.lines(.scan), to: "scan-1.out")
      let journal = try Self.journal(in: directory.path)
      let earlier = directory.path.appending("earlier")
      journal.remember(ChildFiles(directory: earlier, purpose: .copy, attempt: 1))
      journal.follow(ChildFiles(directory: directory.path, purpose: .scan, attempt: 1))
      while try !journal.readPiece() {
        let isRemembered = journal.ledger.sums.objects(.before) == Int64(Self.many)
        #expect(isRemembered || journal.listed == 0)
      }
      #expect(journal.ledger.sums.objects(.before) == Int64(Self.many))
      #expect(journal.ledger.sums.objects == Int64(Self.many))
    }
  }

  @Test func `what a child gives up because it was asked to end has not failed`() throws {
    try TemporaryDirectory.with { directory in
      func line(_ level: String, _ name: String, _ message: String) -> String {
        #"{"level":"\#(level)","msg":"\#(message)","object":"\#(name)","objectType":"*sftp.Object"}"#
          + "\n"
      }
      let before = line("error", "a", "Failed to copy: permission denied")
      let planned = "+ a\n+ b\n+ c\n! a\n"
      try directory.write(planned + "! c\n", to: "copy-1.out")
      try directory.write(
        before + line("info", "b", "Copied (new)")
          + line("error", "c", "Failed to copy: connection lost"), to: "copy-1.log")
      try directory.write("\(planned.utf8.count)\n\(before.utf8.count)\n", to: "copy-1.asked")
      let journal = try Self.journal(in: directory.path)
      journal.follow(ChildFiles(directory: directory.path, purpose: .copy, attempt: 1))
      #expect(try journal.readPiece())
      let sums = journal.ledger.sums
      #expect(sums.objects(.failed) == 1)
      #expect(sums.objects(.arrived) == 1)
      #expect(sums.objects(.setOut) == 1)
    }
  }

  @Test func `a child that copies is read after those that copied before it`() throws {
    try TemporaryDirectory.with { directory in
      // Longer than a piece, and in another order each; of all of them another size was there, and the
      // pass that replaces it has failed.
      let names = (0..<Self.many).map { "folder/object-\($0)" }
      try directory.write(names.map { "= \($0)\n" }.joined(), to: "copy-1.out")
      try directory.write(
        names.reversed().map { "* \($0)\n! \($0)\n" }.joined(), to: "sizes-1.out")
      let journal = try Self.journal(in: directory.path)
      for purpose in [ChildFiles.Purpose.copy, .sizes] {
        journal.follow(ChildFiles(directory: directory.path, purpose: purpose, attempt: 1))
      }
      while try !journal.readPiece() {}
      #expect(journal.ledger.sums.objects(.failed) == Int64(Self.many))
    }
  }

  @Test func `what is written after all was read is read the next time`() throws {
    try TemporaryDirectory.with { directory in
      let journal = try Self.journal(in: directory.path)
      journal.follow(ChildFiles(directory: directory.path, purpose: .scan, attempt: 1))
      #expect(try journal.readPiece())
      try directory.write("5;1700000000;a\n5;17000", to: "scan-1.out")
      #expect(try journal.readPiece())
      #expect(journal.ledger.sums.objects == 1)
      try directory.write("5;1700000000;a\n5;1700000000;b\n", to: "scan-1.out")
      #expect(try journal.readPiece())
      #expect(journal.ledger.sums.objects == 2)
    }
  }
}
