import FoundationEssentials
import Migration
import SystemPackage

/// What the children of a run have logged, as far as it is kept: from the start of the run until the task
/// has succeeded.
struct RunLog {
  /// The directory of the run.
  let directory: FilePath

  /// No more of a file is looked through than its last so many bytes, some hundreds of lines.
  private static let window: Int64 = 1 << 17

  /// The latest lines, newest first.
  ///
  /// - Parameters:
  ///   - start: How many to pass over, 0 or more.
  ///   - limit: The most to return, 0 or more.
  /// - Returns: The lines, without what tells nothing.
  func page(start: Int, limit: Int) -> [RunLogLine] {
    let purposes: [ChildFiles.Purpose] = [.scan, .copy, .sizes, .verify]
    let files = purposes.flatMap { ChildFiles.all($0, in: directory) }
    // Sorting is stable: of two at the same instant the one that was written later comes first.
    let newest = files.flatMap(lines(of:)).reversed().sorted(by: Self.isLater)
    return Array(newest.dropFirst(start).prefix(limit))
  }

  private static func isLater(_ one: RunLogLine, _ other: RunLogLine) -> Bool {
    (one.at ?? .distantPast) > (other.at ?? .distantPast)
  }

  private func lines(of files: ChildFiles) -> [RunLogLine] {
    var tail = LineTail(files.log, last: Self.window)
    var lines: [RunLogLine] = []
    // Of the first line only the end may be there.
    var isWhole = tail.position == 0
    tail.read { line in
      if isWhole { RunLogLine(logged: line).map { lines.append($0) } }
      isWhole = true
    }
    return lines
  }
}

extension RunLogLine {
  /// A line of rclone's log, cleaned as reasons are; `nil` when it tells nothing.
  fileprivate init?(logged line: ArraySlice<UInt8>) {
    guard let content = RcloneLogLine(line) else { return nil }
    let at = RcloneTime.read(line)
    func key(_ name: String) -> String {
      // While it is put together an object has another name.
      let original = PartialName.original(name).flatMap { PartialName.mayBeCut($0) ? nil : $0 }
      return ObjectName.read(original ?? name)
    }
    func sentence(_ message: String) -> String { TransferFault(message).sentence + "." }
    switch content {
    case .copied(let name, let size):
      self.init(at: at, .arrived, object: key(name), size: size)
    case .failed(let name, let message):
      self.init(at: at, .failed, object: key(name), message: sentence(message))
    case .trouble(let message), .summary(let message):
      self.init(at: at, .remark, message: sentence(message))
    }
  }
}

/// When rclone has logged something.
private enum RcloneTime {
  /// The time of a line, to the second; `nil` when it has none.
  static func read(_ line: ArraySlice<UInt8>) -> Date? {
    struct Time: Decodable { let time: String }
    guard let text = try? JSONDecoder().decode(Time.self, from: Data(line)).time else { return nil }
    return try? Date(text.replacing(/\.\d+/, with: ""), strategy: .iso8601)
  }
}
