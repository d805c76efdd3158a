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
  /// - Parameters:
  ///   - order: The order.
  ///   - rclone: The program that the command line begins with.
  ///   - environment: What it will see; authorities are named there.
  /// - Returns: Nothing when the order may go anywhere.
  func prefix(
    for order: MoveOrder, rclone: FilePath, environment: [String: String]
  ) -> [String] {
    guard let roots = order.roots else { return [] }
    let locals = [order.source, order.destination].map(\.location).map {
      $0.provider == "Local" ? FilePath($0.bucket) : nil
    }
    let authorities = ["SSL_CERT_FILE", "SSL_CERT_DIR"].compactMap { environment[$0] }
    let readable =
      Self.common + [rclone.removingLastComponent().string] + authorities
      + [locals[0]].compactMap { $0?.string }
    // The destination may not be there yet, so that its root has to be writable.
    let writable =
      [order.directory.string]
      + roots.filter { root in
        locals[1].map { LocalPath.resolved($0).starts(with: root) } ?? false
      }.map(\.string)
    return [program.string, Self.command] + readable.flatMap { ["--read", $0] }
      + writable.flatMap { ["--write", $0] } + ["--"]
  }
}
