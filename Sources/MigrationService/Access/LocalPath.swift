import SystemPackage

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Paths as the kernel follows them.
enum LocalPath {
  /// The path without symbolic links; of one that is not there yet, as much as is there.
  static func resolved(_ path: FilePath) -> FilePath {
    if let real = realpath(path.string, nil) {
      defer { free(real) }
      return FilePath(platformString: real)
    }
    guard let last = path.lastComponent else { return path }
    return resolved(path.removingLastComponent()).appending(last)
  }
}
