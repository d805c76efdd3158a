package import SystemPackage

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Keeps a second process off the same files; the lock ends with the process, however it ends.
package final class InstanceLock: Sendable {
  /// Another process has the lock.
  package struct Taken: Error, Equatable, CustomStringConvertible {
    /// The file.
    package let file: String

    package var description: String {
      "another ferry service is using \(file); stop it first, or name another directory"
    }
  }

  private let descriptor: FileDescriptor

  /// Takes the lock on `file`, which is made when it is not there.
  ///
  /// - Throws: ``Taken``, ``ServiceProblem/noFile(path:reason:)``, or `Errno` when nothing can be locked.
  package init(_ file: FilePath) throws {
    do {
      descriptor = try FileDescriptor.open(
        file, .readWrite, options: [.create, .closeOnExec], permissions: .ownerReadWrite)
    } catch let reason as Errno {
      throw ServiceProblem.noFile(path: file.string, reason: reason)
    }
    guard flock(descriptor.rawValue, LOCK_EX | LOCK_NB) == 0 else {
      // From here on the object is whole, and its deinit closes the descriptor.
      let reason = Errno(rawValue: errno)
      throw reason == .wouldBlock ? Taken(file: file.string) : reason
    }
  }

  deinit {
    try? descriptor.close()
  }
}
