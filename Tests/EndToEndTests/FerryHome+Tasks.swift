import Foundation
import SystemPackage
import TestSupport

@testable import Migration

/// Tasks between directories of a home.
extension FerryHome {
  /// Writes files of `size` bytes each, and says what is in them.
  func write(
    _ count: Int, files size: Int, below directory: String
  ) throws -> [[UInt8]: FileTree.Print] {
    var random = Generator(seed: UInt64(count))
    let root = self.directory.appending(directory)
    for index in 0..<count {
      try FileTree.write(
        FileTree.bytes(size, &random), to: Array("d\(index % 3)/object \(index)".utf8), below: root)
    }
    return try FileTree.prints(below: root)
  }

  /// A task from one directory of the home to another.
  func task(_ from: String, _ to: String, limit: Int64? = nil) -> Migration.NewTask {
    var task = Migration.NewTask(
      source: StorageLocation(provider: "Local", bucket: path(from)),
      destination: StorageLocation(provider: "Local", bucket: path(to)), keys: TransferKeys())
    task.settings.bandwidth = BandwidthWindow.always(limit)
    return task
  }
}

extension BandwidthWindow {
  /// The windows of a limit in bytes a second at every time of the day; `nil` means none.
  static func always(_ limit: Int64?) -> [BandwidthWindow] {
    guard let limit else { return [] }
    return [
      BandwidthWindow(start: "00:00", end: "23:59", maxBandwidth: ByteRate(rawValue: limit))
    ]
  }
}
