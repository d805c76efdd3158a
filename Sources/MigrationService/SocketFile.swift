import FoundationEssentials
import Logging
import PrivateFiles
import SystemPackage

/// The file of a Unix socket: for its owner alone, and taken by one service at a time.
struct SocketFile: Sendable {
  private let path: FilePath
  private let lock: InstanceLock

  /// Takes the path, and removes a socket that a dead service has left there.
  ///
  /// - Throws: ``InstanceLock/Taken`` when a service is listening there.
  init(_ path: FilePath) throws {
    self.path = path
    try PrivateFiles.makeDirectory(path.removingLastComponent())
    lock = try InstanceLock(FilePath("\(path.string).lock"))
    guard let type = try? Self.type(of: path) else { return }
    guard type == .typeSocket else { throw ServiceProblem.notASocket(path.string) }
    try FileManager.default.removeItem(atPath: path.string)
  }

  /// Keeps others out; its directory does so from the start.
  func protect(log: Logger) {
    do {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o600], ofItemAtPath: path.string)
    } catch {
      log.error("the socket's mode could not be set", metadata: ["error": "\(error)"])
    }
  }

  /// Removes the socket at the end.
  func remove() {
    try? FileManager.default.removeItem(atPath: path.string)
  }

  private static func type(of path: FilePath) throws -> FileAttributeType? {
    try FileManager.default.attributesOfItem(atPath: path.string)[.type] as? FileAttributeType
  }
}
