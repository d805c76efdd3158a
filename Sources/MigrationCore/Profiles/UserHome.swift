import Glibc
import SystemPackage

/// Where the user's files are.
enum UserHome {
  /// The home that `environment` names; where it names none, the one of the system's list of users.
  static func path(_ environment: [String: String]) -> FilePath {
    if let home = environment["HOME"].map({ FilePath($0) }), home.isAbsolute { return home }
    return getpwuid(getuid()).flatMap { $0.pointee.pw_dir }.map { FilePath(String(cString: $0)) }
      ?? "/"
  }

  /// Whether `directory` is this user's own and can be written to, or can be made where it is missed.
  ///
  /// After `su` the variables still name the directories of whoever was there before.
  static func isUsable(_ directory: FilePath) -> Bool {
    isOwn(directory) || !isThere(directory) && isOwn(directory.removingLastComponent())
  }

  /// Whether there is something at `path`.
  static func isThere(_ path: FilePath) -> Bool { access(path.string, F_OK) == 0 }

  private static func isOwn(_ directory: FilePath) -> Bool {
    var facts = stat()
    return stat(directory.string, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
      && facts.st_uid == getuid() && access(directory.string, W_OK | X_OK) == 0
  }
}
