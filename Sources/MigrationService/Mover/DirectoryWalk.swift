import FoundationEssentials
import SystemPackage

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Walks through a directory as the kernel names it: in bytes, and without following links.
///
/// A directory comes before what is in it. However many entries there are, no more is kept than the
/// way to the present one.
final class DirectoryWalk: Sequence, IteratorProtocol {
  /// What an entry is.
  enum Kind: Equatable {
    case file, directory, link
    /// A directory that cannot be read.
    case unreadable
    /// A socket, a pipe or a device.
    case special
  }

  /// An entry below the directory.
  struct Entry {
    /// The names that lead to it, with slashes between them.
    let name: [UInt8]
    /// What it is.
    let kind: Kind
    /// When it was made or last changed in any way.
    let changed: Date
  }

  private let root: FilePath
  private var open: [(stream: OpaquePointer, name: [UInt8])] = []

  /// The entries below `root`; none when it cannot be read.
  init(_ root: FilePath) {
    self.root = root
    if let stream = opendir(Self.path(root, [])) { open = [(stream, [])] }
  }

  deinit {
    for directory in open { closedir(directory.stream) }
  }

  func next() -> Entry? {
    while let (stream, directory) = open.last {
      guard let last = Self.name(in: stream) else {
        closedir(stream)
        open.removeLast()
        continue
      }
      let name = directory.isEmpty ? last : directory + [UInt8(ascii: "/")] + last
      // What has gone meanwhile is no entry.
      guard let entry = Self.entry(name, in: root) else { continue }
      guard entry.kind == .directory else { return entry }
      guard let stream = opendir(Self.path(root, name)) else {
        return Entry(name: name, kind: .unreadable, changed: entry.changed)
      }
      open.append((stream, name))
      return entry
    }
    return nil
  }

  private static func path(_ root: FilePath, _ name: [UInt8]) -> [CChar] {
    let bytes = Array(root.string.utf8) + [UInt8(ascii: "/")] + name
    return bytes.map { CChar(bitPattern: $0) } + [0]
  }

  /// The next name in an open directory, or `nil` at its end.
  private static func name(in stream: OpaquePointer) -> [UInt8]? {
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != Array(".".utf8), name != Array("..".utf8) { return name }
    }
    return nil
  }

  /// The entry, or `nil` when it has gone meanwhile.
  private static func entry(_ name: [UInt8], in root: FilePath) -> Entry? {
    var status = stat()
    guard lstat(path(root, name), &status) == 0 else { return nil }
    let kind: Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .directory
      case S_IFLNK: .link
      default: .special
      }
    let changed = Double(status.st_ctim.tv_sec) + Double(status.st_ctim.tv_nsec) / 1e9
    return Entry(name: name, kind: kind, changed: Date(timeIntervalSince1970: changed))
  }
}
