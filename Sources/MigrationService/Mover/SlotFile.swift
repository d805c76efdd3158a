import FoundationEssentials
import Glibc
import SystemPackage

/// The places of a ledger that has outgrown the memory, in a file that goes with the process.
final class SlotFile {
  private let file: FileDescriptor
  private let count: Int

  private static let width = MemoryLayout<LedgerSlot>.stride
  /// How many places are read at once; what is looked for is most often among the first few.
  private static let window = 16

  /// A file of `count` free places.
  ///
  /// - Throws: `Errno` when it cannot be made.
  init(in directory: FilePath, count: Int) throws {
    self.count = count
    let path = directory.appending("ledger")
    file = try FileDescriptor.open(
      path, .readWrite, options: [.create, .truncate, .closeOnExec], permissions: .ownerReadWrite)
    // Nobody else needs it: everything in it is read from the files of the run again.
    try? FileManager.default.removeItem(atPath: path.string)
    try file.resize(to: Int64(count * Self.width))
    // What is read ahead comes in as large pieces of the cache, and writing a few bytes into one of
    // these costs four times as much as into a page.
    _ = posix_fadvise(file.rawValue, 0, 0, POSIX_FADV_RANDOM)
  }

  deinit { try? file.close() }

  /// Some of the places from `place` on, at least one.
  ///
  /// - Throws: `Errno` when they cannot be read.
  func slots(from place: Int) throws -> [LedgerSlot] {
    let length = min(Self.window, count - place)
    var slots = [LedgerSlot](repeating: LedgerSlot(), count: length)
    let bytes = try slots.withUnsafeMutableBytes {
      try file.read(fromAbsoluteOffset: Int64(place * Self.width), into: $0)
    }
    guard bytes == length * Self.width else { throw Errno.ioError }
    return slots
  }

  /// Puts an entry into a place.
  ///
  /// - Throws: `Errno` when it cannot be written.
  func put(_ entry: LedgerSlot, at place: Int) throws {
    try withUnsafeBytes(of: entry) { bytes in
      _ = try file.writeAll(toAbsoluteOffset: Int64(place * Self.width), bytes)
    }
  }
}
