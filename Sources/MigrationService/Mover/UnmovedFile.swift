import FoundationEssentials
package import Migration
import PrivateFiles
package import SystemPackage

/// A file of objects that a run did not move: a line for each, with the reason, a tab and the name as
/// rclone spells it, which knows no line ends.
///
/// However many there are, one of them is in memory at a time.
package struct UnmovedFile: Equatable, Sendable {
  /// Which objects are in it.
  package enum Kind: String, CaseIterable, Sendable {
    /// Those that failed, which can be run again.
    case failed
    /// Those that were left out though nobody had asked for that.
    case leftOut = "left-out"
  }

  /// Where it is.
  let path: FilePath

  /// The file at `path`, which need not be there yet.
  init(_ path: FilePath) {
    self.path = path
  }

  /// The file of a run that keeps its papers in `directory`.
  package init(_ kind: Kind, in directory: FilePath) {
    self.init(directory.appending(kind.rawValue))
  }

  /// Whether a file of this name in the directory of a run is such a one.
  static func isOne(_ name: String) -> Bool { Kind(rawValue: name) != nil }

  /// Writes the file anew, all of it or nothing, and has it written to the disk.
  ///
  /// - Parameter fill: Adds the objects.
  /// - Returns: How many there are.
  /// - Throws: `Errno`, and what `fill` throws; then the file is as it was.
  package func write(_ fill: (inout UnmovedLines) throws -> Void) throws -> Int {
    var count = 0
    try PrivateFiles.replace(path) { draft in
      var lines = UnmovedLines(draft)
      try fill(&lines)
      try lines.flush()
      count = lines.count
    }
    return count
  }

  /// Adds an object, by its name as rclone spells it, to what is in the file.
  ///
  /// - Throws: `Errno` when it cannot be written.
  func append(_ name: String, _ reason: String) throws {
    let file = try FileDescriptor.open(
      path, .writeOnly, options: [.create, .append, .closeOnExec], permissions: .ownerReadWrite)
    try file.closeAfter {
      var lines = UnmovedLines(file)
      try lines.add(name, reason)
      try lines.flush()
    }
  }

  /// Writes the names that rclone finds into a file at `path`, a line each, as it spells them.
  ///
  /// - Throws: `Errno` when there is no list, or one of both cannot be read or written.
  func writeNames(to path: FilePath) throws {
    try PrivateFiles.replace(path) { try copyNames(to: $0) }
  }

  private func copyNames(to draft: FileDescriptor) throws {
    let lines = try LineReader(path)
    var names: [UInt8] = []
    while let line = try lines.next() {
      guard let tab = line.firstIndex(of: UInt8(ascii: "\t")),
        ObjectFilter.isFoundByName(line[(tab + 1)...])
      else { continue }
      names += line[(tab + 1)...] + [UInt8(ascii: "\n")]
      if names.count >= 1 << 16 {
        _ = try draft.writeAll(names)
        names.removeAll(keepingCapacity: true)
      }
    }
    _ = try draft.writeAll(names)
  }

  /// Hands each object to `body`, in order, by its name as rclone spells it.
  ///
  /// - Throws: `Errno` when there is no file or it cannot be read, and what `body` throws.
  func forEach(_ body: (_ name: String, _ reason: String) throws -> Void) throws {
    let lines = try LineReader(path)
    while let line = try lines.next() {
      if let object = Self.object(line) { try body(object.name, object.reason) }
    }
  }

  /// Hands the names to `body`, some at a time, as rclone spells them.
  ///
  /// - Throws: `Errno` when there is no file or it cannot be read, and what `body` throws.
  func forSome(
    _ count: Int, where isWanted: (String) -> Bool, _ body: ([String]) async throws -> Void
  ) async throws {
    let lines = try LineReader(path)
    var names: [String] = []
    while let line = try lines.next() {
      if let object = Self.object(line), isWanted(object.name) { names.append(object.name) }
      if names.count == count {
        try await body(names)
        names = []
      }
    }
    if !names.isEmpty { try await body(names) }
  }

  /// A page of the objects; none when there is no file.
  ///
  /// - Parameters:
  ///   - start: How many to pass over, 0 or more.
  ///   - limit: The most to return, 0 or more.
  /// - Returns: The objects by their keys.
  /// - Throws: `Errno` when the file cannot be read.
  package func page(start: Int, limit: Int) throws -> [UnmovedObject] {
    var page: [UnmovedObject] = []
    do {
      let lines = try LineReader(path)
      for _ in 0..<start { _ = try lines.next() }
      while page.count < limit, let line = try lines.next() {
        guard let object = Self.object(line) else { continue }
        page.append(UnmovedObject(ObjectName.read(object.name), object.reason))
      }
    } catch Errno.noSuchFileOrDirectory {
      return []
    }
    return page
  }

  private static func object(_ line: ArraySlice<UInt8>) -> (name: String, reason: String)? {
    guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else { return nil }
    return (NameBytes.text(line[(tab + 1)...]), String(decoding: line[..<tab], as: UTF8.self))
  }
}
