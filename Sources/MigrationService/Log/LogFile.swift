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
      let draft = path.string + ".new"
      var (own, named) = (stat(), stat())
      guard fstat(descriptor.rawValue, &own) == 0, own.st_size > limit,
        stat(path.string, &named) == 0, own.st_ino == named.st_ino, own.st_dev == named.st_dev,
        let new = try? FileDescriptor.open(
          FilePath(draft), .writeOnly, options: [.create, .append, .closeOnExec],
          permissions: .ownerReadWrite)
      else { return }
      defer { try? new.close() }
      // The name is never without a file: the next turn would not find this one full.
      let old = path.string + ".1"
      unlink(old + ".new")
      guard link(path.string, old + ".new") == 0, rename(old + ".new", old) == 0 else {
        unlink(old + ".new")
        unlink(draft)
        return
      }
      guard rename(draft, path.string) == 0 else { return }
      dup2(new.rawValue, descriptor.rawValue)
    }
  }
}
