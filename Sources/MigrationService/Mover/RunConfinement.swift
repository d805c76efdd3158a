import Migration
package import SystemPackage

/// Has the processes of a run kept by the kernel within the paths that they need.
///
/// A look at the links of a destination holds for the moment of the look; this holds for the whole run.
package struct RunConfinement: Sendable {
  /// The hidden command of this program that confines itself and becomes the one that it is given.
  package static let command = "confined"

  /// This program.
  private let program: FilePath

  /// What every program needs, and rclone for host names and authorities.
  private static let common = ["/usr", "/lib", "/lib64", "/bin", "/etc", "/dev"]

  /// Confinement by `program`, which knows ``command``.
  package init(program: FilePath) {
    self.program = program
  }

  /// What comes before a command line of an order that has to stay within its roots.
  ///
  /// The roots that its ends lie in are opened, and not the paths as they are named: a link that takes the
  /// place of an end afterwards leads nowhere else.
  ///
  /// - Parameters:
  ///   - order: The order.
  ///   - rclone: The program that the command line begins with.
  ///   - environment: What it will see; authorities are named there.
  ///   - isLook: Whether both ends are only looked at, so that nothing may be written.
  /// - Returns: Nothing when the order may go anywhere.
  func prefix(
    for order: MoveOrder, rclone: FilePath, environment: [String: String], isLook: Bool = false
  ) -> [String] {
    guard let roots = order.roots else { return [] }
    let source = Self.roots(roots, of: order.source)
    // It may not be there yet, so that its root has to be writable.
    let destination = Self.roots(roots, of: order.destination)
    let authorities = ["SSL_CERT_FILE", "SSL_CERT_DIR"].compactMap { environment[$0] }
    let readable =
      Self.common + [rclone.removingLastComponent().string] + authorities + source
      + (isLook ? destination : [])
    let writable = isLook ? [] : [order.directory.string] + destination
    return [program.string, Self.command] + readable.flatMap { ["--read", $0] }
      + writable.flatMap { ["--write", $0] } + ["--"]
  }

  private static func roots(_ roots: [FilePath], of end: MoveEnd) -> [String] {
    guard end.location.provider == "Local" else { return [] }
    let path = LocalPath.resolved(FilePath(end.location.bucket))
    return roots.filter { path.starts(with: $0) }.map(\.string)
  }
}
