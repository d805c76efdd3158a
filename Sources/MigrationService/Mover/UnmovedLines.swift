package import Migration
import SystemPackage

/// Adds objects to an ``UnmovedFile``, many with one write.
package struct UnmovedLines {
  /// How many were added.
  private(set) var count = 0
  private let file: FileDescriptor
  private var waiting: [UInt8] = []

  private static let most = 1 << 16

  /// Lines for a file that is open for writing.
  init(_ file: FileDescriptor) {
    self.file = file
  }

  /// Adds an object by its key.
  ///
  /// - Throws: `Errno` when it cannot be written.
  package mutating func add(_ object: UnmovedObject) throws {
    try add(ObjectName.spell(object.name), object.reason)
  }

  /// Adds an object by its name as rclone spells it.
  ///
  /// - Throws: `Errno` when it cannot be written.
  mutating func add(_ name: String, _ reason: String) throws {
    // What divides names from reasons and lines from lines has no place in a sentence.
    waiting += reason.utf8.map { $0 < 0x20 ? UInt8(ascii: " ") : $0 }
    waiting.append(UInt8(ascii: "\t"))
    waiting += NameBytes.bytes(name)
    waiting.append(UInt8(ascii: "\n"))
    count += 1
    if waiting.count >= Self.most { try flush() }
  }

  /// Writes what still waits.
  ///
  /// - Throws: `Errno` when it cannot be written.
  mutating func flush() throws {
    _ = try file.writeAll(waiting)
    waiting.removeAll(keepingCapacity: true)
  }
}
