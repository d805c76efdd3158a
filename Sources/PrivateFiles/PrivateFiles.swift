package import FoundationEssentials
package import SystemPackage
import Glibc

/// Files that are for their owner alone.
package enum PrivateFiles {
  /// Makes a directory (0700) and those above it; one that is there already is left as it is.
  ///
  /// - Throws: ``UnmadeDirectory``, which names the part of the path that cannot be made.
  package static func makeDirectory(_ path: FilePath) throws(UnmadeDirectory) {
    if mkdir(path.string, 0o700) == 0 || isDirectory(path) { return }
    let reason = Errno(rawValue: errno)
    let above = path.removingLastComponent()
    guard reason == .noSuchFileOrDirectory, above != path, !above.isEmpty else {
      throw UnmadeDirectory(path: path, reason: reason)
    }
    try makeDirectory(above)
    // Somebody else may have made it meanwhile.
    guard mkdir(path.string, 0o700) == 0 || isDirectory(path) else {
      throw UnmadeDirectory(path: path, reason: Errno(rawValue: errno))
    }
  }

  private static func isDirectory(_ path: FilePath) -> Bool {
    let reason = errno
    defer { errno = reason }
    var facts = stat()
    return stat(path.string, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
  }

  /// Waits until what was written is on the disk; the corresponding C function is `fsync`.
  ///
  /// - Throws: `Errno` when it did not get there.
  package static func synchronize(_ file: FileDescriptor) throws {
    guard fsync(file.rawValue) == 0 else { throw Errno(rawValue: errno) }
  }

  /// The bytes of a file, or `nil` when there is none.
  ///
  /// - Throws: `Errno` when it is there and cannot be read.
  package static func contents(of path: FilePath) throws -> Data? {
    let file: FileDescriptor
    do {
      file = try FileDescriptor.open(path, .readOnly, options: .closeOnExec)
    } catch Errno.noSuchFileOrDirectory, Errno.notDirectory {
      return nil
    }
    return try file.closeAfter {
      var data = Data()
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = try buffer.withUnsafeMutableBytes { try file.read(into: $0) }
        if count == 0 { return data }
        data.append(contentsOf: buffer[..<count])
      }
    }
  }
}
