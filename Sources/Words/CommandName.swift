package import Migration

/// Everything that the dashboard can be asked for, by a key or by its name.
///
/// The raw value is the name that is typed behind `:`.
package enum CommandName: String, CaseIterable, Sendable {
  // Moving.
  case down, up, first, last
  case pageDown = "page-down"
  case pageUp = "page-up"
  case halfPageDown = "half-page-down"
  case halfPageUp = "half-page-up"
  // Looking.
  case detail, back, focus, fold, events, filter, next, previous, sort
  case sortLeft = "sort-left"
  case sortRight = "sort-right"
  case invert
  // Choosing.
  case mark, range
  case markAll = "mark-all"
  case unmark
  // Acting.
  case stop, delete, start, undo, actions
  case copyID = "copy-id"
  case copyTask = "copy-task"
  case export
  case create, bandwidth, keys
  // Everything else.
  case refresh, pause, slower, faster, interval, since, profile, page
  case commandLine = "command-line"
  case help, repaint, suspend, quit, interrupt
}

/// What is done in a shell as long as the screen has no part for it.
package enum Elsewhere: CaseIterable, Sendable {
  case keys
}

/// Why what was typed behind `:` is no command.
package enum CommandLineFault: Error, Equatable, Sendable {
  /// There is no such command.
  case unknown(String)
  /// It is one, and wants something behind it: of a filter, what is wrong with it.
  case wants(CommandName, FilterFault?)
  /// It is one, and takes nothing.
  case takesNothing(CommandName)
}
