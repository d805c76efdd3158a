import FoundationEssentials

/// A text that was approved once, in a file of its own, to compare later ones with.
package struct Snapshot {
  private let path: String

  /// The snapshot `name` in the folder `Snapshots` beside the test's source file.
  package init(_ name: String, testFile: String = #filePath) {
    let folder = testFile.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    path = folder.joined(separator: "/") + "/Snapshots/\(name).txt"
  }

  /// Compares `text` with the approved one, or approves it when `RECORD_SNAPSHOTS=1` is set.
  ///
  /// - Returns: What is different, for the log of the test; `nil` when nothing is. A snapshot that
  ///   does not exist is a difference.
  /// - Throws: What the file system has to say when recording.
  package func difference(from text: String) throws -> String? {
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      try FileManager.default.createDirectory(
        atPath: folder.joined(separator: "/"), withIntermediateDirectories: true)
      try Data((text + "\n").utf8).write(to: URL(filePath: path))
      return nil
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      return "there is no \(path); RECORD_SNAPSHOTS=1 makes one"
    }
    let approved = String(decoding: data, as: UTF8.self)
    return approved == text + "\n" ? nil : Self.firstDifference(approved, text + "\n", path)
  }

  private static func firstDifference(_ old: String, _ new: String, _ path: String) -> String {
    let before = old.split(separator: "\n", omittingEmptySubsequences: false)
    let after = new.split(separator: "\n", omittingEmptySubsequences: false)
    let same = zip(before, after).prefix { $0 == $1 }.count
    func line(_ lines: [Substring]) -> Substring { same < lines.count ? lines[same] : "(none)" }
    return """
      line \(same + 1) of \(path)
      approved: \(line(before))
      now:      \(line(after))
      whole text now:
      \(new)
      """
  }
}
