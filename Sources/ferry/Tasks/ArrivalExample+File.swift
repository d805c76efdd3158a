import Foundation
import Migration

extension ArrivalExample {
  /// An example for a task that is made at `endpoint`: of a source that is a file, where that can be
  /// seen, it is the file.
  init?(_ task: NewTask, at endpoint: Endpoint) {
    self.init(task, sourceIsObject: endpoint.isOnThisMachine && task.source.isFile)
  }
}

extension StorageLocation {
  /// Whether the whole of it is a file of this machine; a link to one is not copied.
  fileprivate var isFile: Bool {
    guard provider == "Local", keys.allSatisfy(\.isEmpty) else { return false }
    let facts = try? FileManager.default.attributesOfItem(atPath: bucket)
    return facts?[.type] as? FileAttributeType == .typeRegular
  }
}
