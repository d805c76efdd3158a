/// Why nothing was written to a file.
package enum ExportFault: Error, Equatable, Sendable {
  /// There is something of that name already.
  case taken
  /// Whoever asked for it has given it up.
  case calledOff
  /// For a reason in the system's own words.
  case unwritten(reason: String)
}
