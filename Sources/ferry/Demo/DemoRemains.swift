import Foundation
import Glibc
import SystemPackage

/// What a demo leaves when it cannot clean up in good order.
enum DemoRemains {
  /// Ends every process of this user that was started for `directory`, and removes it.
  ///
  /// Does nothing when the directory is gone.
  static func clear(_ directory: FilePath) {
    guard FileManager.default.fileExists(atPath: directory.string) else { return }
    for process in processes(of: directory) { kill(process, SIGKILL) }
    try? FileManager.default.removeItem(atPath: directory.string)
  }

  private static func processes(of directory: FilePath) -> [pid_t] {
    let mark = Data(directory.string.utf8)
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return entries.compactMap { pid_t($0) }.filter { process in
      guard process != getpid(), process != getppid() else { return false }
      return ["cmdline", "environ"].contains { file in
        FileManager.default.contents(atPath: "/proc/\(process)/\(file)")?.firstRange(of: mark)
          != nil
      }
    }
  }
}
