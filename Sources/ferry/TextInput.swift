import Migration
import SystemPackage

/// Files that users name on the command line; `-` is standard input.
enum TextInput {
  /// As much of a file as is of use: one byte more than any reader of it takes.
  private static let mostBytes = ObjectKeyList.mostBytes + 1

  /// The bytes of a file, or of standard input.
  ///
  /// - Throws: `ConfigurationError` when it cannot be read.
  static func bytes(of path: String) throws(ConfigurationError) -> [UInt8] {
    do {
      guard path != "-" else { return try read(.standardInput) }
      let file = try FileDescriptor.open(FilePath(path), .readOnly, options: .closeOnExec)
      return try file.closeAfter { try read(file) }
    } catch {
      let reason = (error as? Errno).map { String(describing: $0).lowercased() } ?? "\(error)"
      throw .file(path: path == "-" ? "standard input" : path, .unreadable(reason: reason))
    }
  }

  private static func read(_ file: FileDescriptor) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < mostBytes {
      let count = try chunk.withUnsafeMutableBytes { try file.read(into: $0) }
      guard count > 0 else { break }
      bytes += chunk[..<count]
    }
    return bytes
  }
}
