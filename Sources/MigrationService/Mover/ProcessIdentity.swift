import FoundationEssentials
import Glibc
import SystemPackage

/// A process and the moment of its start: a number that is given again to another process does not
/// pass for it.
struct ProcessIdentity: Equatable, Sendable {
  /// The number.
  let pid: Int32
  /// The process group.
  private let group: Int32
  /// Clock ticks from the start of the machine to the start of the process.
  private let start: UInt64

  /// The process that has the number `pid` now, or `nil` when there is none.
  init?(pid: Int32) {
    guard let bytes = SmallFile.read(FilePath("/proc/\(pid)/stat")),
      let identity = Self(stat: bytes)
    else { return nil }
    self = identity
  }

  /// The process that a line of `/proc/PID/stat` is about, or `nil` when it has ended.
  init?(stat bytes: [UInt8]) {
    let line = String(decoding: bytes, as: UTF8.self)
    // The name in parentheses may hold anything, parentheses too.
    guard let open = line.firstIndex(of: "("), let close = line.lastIndex(of: ")") else {
      return nil
    }
    let fields = line[close...].split(whereSeparator: \.isWhitespace)
    guard let pid = Int32(line[..<open].filter { !$0.isWhitespace }), pid > 1, fields.count > 20,
      let group = Int32(fields[3]), group > 1, let start = UInt64(fields[20]),
      fields[1] != "Z", fields[1] != "X"
    else { return nil }
    self.pid = pid
    self.group = group
    self.start = start
  }

  /// Whether it still runs.
  var isAlive: Bool { ProcessIdentity(pid: pid) == self }

  /// Sends `signal` to the process and all of its group; does nothing when it has ended.
  func send(_ signal: Int32) {
    guard isAlive else { return }
    kill(-group, signal)
  }

  /// The processes of this user whose environment has `entry`, such as `NAME=value`.
  static func marked(_ entry: String) -> [ProcessIdentity] {
    let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return numbers.compactMap { Int32($0) }.filter { pid in
      SmallFile.read(FilePath("/proc/\(pid)/environ"))?.split(separator: 0)
        .contains { $0.elementsEqual(entry.utf8) } ?? false
    }.compactMap { ProcessIdentity(pid: $0) }
  }
}
