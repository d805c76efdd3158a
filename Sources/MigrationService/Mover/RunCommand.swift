/// What a run is told while it lasts.
package enum RunCommand: Equatable, Sendable {
  /// End; the run then returns ``MoveResult/End/stopped``.
  case stop
  /// Send at most so many bytes a second from now on; `nil` means no limit.
  case limit(Int64?)
}

/// The one ordered mailbox of a run: what is put into it before the run begins waits there, and what
/// is meant for one run never reaches another.
package typealias RunCommands = AsyncStream<RunCommand>
