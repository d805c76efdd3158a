package import SystemPackage

/// Which part of a folder is wanted, and where a look at it may lead.
package struct FolderLook: Equatable, Sendable {
  /// What keys begin with, the folder's own included; empty for all that it holds.
  package var beginning: String
  /// Only keys after this one; empty for the first of them.
  package var after: String
  /// The most to return, however many there are; at least 1.
  package var limit: Int
  /// The directories that a `Local` place has to stay in, links included; `nil` means any.
  package var roots: [FilePath]?

  /// A look; without arguments at everything.
  package init(
    beginning: String = "", after: String = "", limit: Int = .max, roots: [FilePath]? = nil
  ) {
    self.beginning = beginning
    self.after = after
    self.limit = limit
    self.roots = roots
  }
}
