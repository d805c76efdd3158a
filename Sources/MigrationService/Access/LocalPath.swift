import FoundationEssentials
import SystemPackage

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Paths as the kernel follows them.
enum LocalPath {
  /// How many links that lead nowhere yet are followed, as many as the kernel does.
  private static let mostLinks = 40

  /// The path without symbolic links; of one that is not there yet, as much as is there, where a link
  /// counts as the place that it would lead to.
  static func resolved(_ path: FilePath) -> FilePath { resolved(path, links: 0) }

  private static func resolved(_ path: FilePath, links: Int) -> FilePath {
    if let real = realpath(path.string, nil) {
      defer { free(real) }
      return FilePath(platformString: real)
    }
    guard let last = path.lastComponent else { return path }
    let parent = resolved(path.removingLastComponent(), links: links)
    let whole = parent.appending(last)
    if links < mostLinks,
      let target = try? FileManager.default.destinationOfSymbolicLink(atPath: whole.string)
    {
      return resolved(parent.pushing(FilePath(target)), links: links + 1)
    }
    return whole.lexicallyNormalized()
  }
}
