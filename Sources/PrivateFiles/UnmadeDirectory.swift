package import SystemPackage

/// A directory that could not be made.
package struct UnmadeDirectory: Error, Equatable, CustomStringConvertible {
  /// The directory, or the one above it that could not be made already.
  package var path: FilePath
  /// Why.
  package var reason: Errno

  /// What could not be made, and why, in the system's own words.
  package var description: String {
    "\(path) cannot be made: \(String(describing: reason).lowercased())"
  }
}
