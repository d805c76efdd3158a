import FoundationEssentials
import SystemPackage

/// Reading and writing files of a run that are small, also those of `/proc`, which have no size.
enum SmallFile {
  /// The contents of `path`, or `nil` when it cannot be read.
  static func read(_ path: FilePath) -> [UInt8]? {
    guard let file = try? FileDescriptor.open(path, .readOnly, options: .closeOnExec) else {
      return nil
    }
    defer { try? file.close() }
    var contents: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while let count = try? chunk.withUnsafeMutableBytes({ try file.read(into: $0) }) {
      guard count > 0 else { return contents }
      contents += chunk.prefix(count)
    }
    return nil
  }

  /// Writes `lines` to `path`, for the owner alone.
  static func write(_ lines: [String], to path: FilePath) throws {
    try put(lines, into: path, .truncate)
  }

  /// Writes `lines` behind those that are in `path` already.
  static func append(_ lines: [String], to path: FilePath) throws {
    try put(lines, into: path, .append)
  }

  private static func put(
    _ lines: [String], into path: FilePath, _ option: FileDescriptor.OpenOptions
  ) throws {
    let file = try FileDescriptor.open(
      path, .writeOnly, options: [.create, .closeOnExec, option], permissions: .ownerReadWrite)
    try file.closeAfter {
      _ = try file.writeAll(lines.flatMap { NameBytes.bytes($0) + [UInt8(ascii: "\n")] })
    }
  }
}
