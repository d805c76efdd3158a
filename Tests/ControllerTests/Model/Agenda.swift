import Canvas
import Dashboard
import Migration

/// What is going to happen, in the order of time.
struct Agenda {
  /// One thing.
  enum Happening {
    /// A byte reaches the program that was sent while `eyes` was on the screen.
    case byte(UInt8, eyes: Layer?)
    /// Nothing has followed an escape character.
    case escapeIsLone(after: Int)
    /// A frame with this layer on top reaches the screen.
    case frame(Layer?)
    /// The question whether all has arrived reaches the terminal.
    case question
    /// The terminal may never answer.
    case unanswered(Int)
    /// The rows of the table are found.
    case arranged(Arranger, request: Int)
    /// The service answers.
    case reading([TaskID], request: Int)
    case ended(TaskID, request: Int)
    /// The keys of a new task are looked for to their end; a task is made.
    case searched(request: Int)
    case created(request: Int)
    /// Something is told of a task that is looked at.
    case told(request: Int)
    /// Somebody else changes something at the service, and the dashboard hears of it.
    case change
    case tick
    /// The user does something, or goes on with it.
    case user
    case typed([UInt8])
    case resize(Size)
    case resumed
  }

  private var items: [(time: Duration, happening: Happening)] = []

  /// Puts something down; what is put down for the same time happens in this order.
  mutating func add(_ happening: Happening, at time: Duration) {
    let index = items.lastIndex { $0.time <= time }.map { $0 + 1 } ?? 0
    items.insert((time, happening), at: index)
  }

  /// Takes what happens next.
  mutating func next() -> (time: Duration, happening: Happening)? {
    if items.isEmpty { return nil }
    let first = items.removeFirst()
    return (first.time, first.happening)
  }
}
