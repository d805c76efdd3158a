import Crypto
import Foundation
import SystemPackage

@testable import MigrationService

/// The files below a directory, by their names in bytes.
enum FileTree {
  /// What stands for a file: two that differ in any bit have two of these.
  typealias Print = SHA256Digest

  /// The files below `root` with what is in each; links and what is no file are left out.
  static func prints(below root: FilePath) throws -> [[UInt8]: Print] {
    var prints: [[UInt8]: Print] = [:]
    for entry in DirectoryWalk(root) where entry.kind == .file {
      prints[entry.name] = try SHA256.hash(data: bytes(of: entry.name, below: root))
    }
    return prints
  }

  /// So many bytes that a copy does not get right by chance.
  static func bytes(_ count: Int, _ random: inout some RandomNumberGenerator) -> [UInt8] {
    // Of an odd length, so that no part of a file is like the part a block later.
    let block = (0..<min(count, 4099)).map { _ in UInt8.random(in: 0...255, using: &random) }
    var all: [UInt8] = []
    while all.count < count { all += block.prefix(count - all.count) }
    return all
  }

  /// Writes a file whose name may be any bytes, and the directories above it.
  static func write(_ bytes: [UInt8], to name: [UInt8], below root: FilePath) throws {
    try FileManager.default.createDirectory(
      atPath: root.string, withIntermediateDirectories: true)
    var made = Array(root.string.utf8)
    let parts = name.split(separator: UInt8(ascii: "/"))
    for part in parts.dropLast() {
      made += [UInt8(ascii: "/")] + part
      mkdir(path(made), 0o755)
    }
    let file = try descriptor(of: name, below: root, O_WRONLY | O_CREAT | O_TRUNC)
    try file.closeAfter { _ = try file.writeAll(bytes) }
  }

  /// Names as people read them, for what a test has to say.
  static func shown(_ names: some Sequence<[UInt8]>) -> String {
    names.map { String(reflecting: NameBytes.shown(NameBytes.text($0[...]))) }.sorted()
      .joined(separator: ", ")
  }

  private static func bytes(of name: [UInt8], below root: FilePath) throws -> Data {
    let file = try descriptor(of: name, below: root, O_RDONLY)
    return try file.closeAfter {
      var all = Data()
      var chunk = [UInt8](repeating: 0, count: 1 << 18)
      while case let count = try chunk.withUnsafeMutableBytes({ try file.read(into: $0) }),
        count > 0
      {
        all.append(contentsOf: chunk[..<count])
      }
      return all
    }
  }

  private static func descriptor(
    of name: [UInt8], below root: FilePath, _ flags: Int32
  ) throws -> FileDescriptor {
    let number = open(path(Array(root.string.utf8) + [UInt8(ascii: "/")] + name), flags, 0o644)
    guard number >= 0 else { throw Errno(rawValue: errno) }
    return FileDescriptor(rawValue: number)
  }

  private static func path(_ bytes: [UInt8]) -> [CChar] {
    bytes.map { CChar(bitPattern: $0) } + [0]
  }
}
