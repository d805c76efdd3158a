import Glibc
import Synchronization
package import SystemPackage

/// The file that a process writes its log into, kept small however long that lives: what a file of full size
/// has goes into one beside it, `.1`, in the place of what was there.
package final class LogFile: Sendable {
  private let descriptor: FileDescriptor
  private let path: FilePath
  private let limit: Int64
  private let turn = Mutex(())

  /// The file at `path`.
  ///
  /// - Parameters:
  ///   - descriptor: What the process writes to.
  ///   - path: The file.
  ///   - limit: The size that is full, in bytes.
  package init(_ descriptor: FileDescriptor, at path: FilePath, limit: Int64 = 8 << 20) {
    self.descriptor = descriptor
    self.path = path
    self.limit = limit
  }

  /// Begins a new file when the present one is full; nothing when the process writes elsewhere, such as
  /// to a terminal.
  ///
  /// Without room or right for that the log goes on where it is.
  package func rotate() {
    turn.withLock { _ in
      var (own, named) = (stat(), stat())
      guard fstat(descriptor.rawValue, &own) == 0, own.st_size > limit,
        stat(path.string, &named) == 0, own.st_ino == named.st_ino, own.st_dev == named.st_dev,
        rename(path.string, path.string + ".1") == 0,
        let new = try? FileDescriptor.open(
          path, .writeOnly, options: [.create, .append, .closeOnExec],
          permissions: .ownerReadWrite)
      else { return }
      dup2(new.rawValue, descriptor.rawValue)
      try? new.close()
    }
  }
}
