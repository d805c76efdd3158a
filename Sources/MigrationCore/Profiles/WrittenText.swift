import FoundationEssentials
import PrivateFiles
import SystemPackage

/// A text file that a person wrote.
enum WrittenText {
  /// The text of a file, or `nil` when there is none.
  ///
  /// - Throws: `Errno` when it is there and cannot be read.
  static func contents(of path: FilePath) throws -> String? {
    guard let data = try PrivateFiles.contents(of: path) else { return nil }
    // Editors on Windows write a mark at the beginning, which is no part of the text.
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    return String(decoding: data.starts(with: mark) ? data.dropFirst(3) : data, as: UTF8.self)
  }
}
