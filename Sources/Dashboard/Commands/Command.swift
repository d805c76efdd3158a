import Migration
import Words

/// What a key, or a name, asks for while the table has the keys.
enum Command: Hashable, Sendable {
  /// Move the cursor.
  case move(Motion)
  /// Show the task in full, or go back step by step.
  case openDetail, back
  /// Have several tasks in one line, or one by one.
  case fold
  /// Hand the keys that move to the table or to the task in full; show one of its pages.
  case focus, page(InspectorPage)
  /// Type a filter; go to what an earlier filter matched.
  case filter, nextMatch, previousMatch
  /// Mark tasks.
  case mark, markRange, markAllShown, clearMarks
  /// Take back what was agreed to and not sent yet.
  case undo
  /// Sort the table.
  case sortMenu, sortLeft, sortRight, invertSort
  /// Open another profile.
  case profiles
  /// Control the updates.
  case refresh, pause, slower, faster
  /// Open a prompt, or the menu from which one opens; new limits are typed first.
  case act(TaskAction), actions
  /// Make a task.
  case create
  /// Copy to the clipboard.
  case copyID, copyTask
  /// Help, and what a terminal program should be able to do.
  case help, messages, past, repaint, suspend, quit, interrupt
  /// Type a command by its name.
  case commandLine
  /// Do what only a name can ask for, with something behind it.
  case typed(CommandName)
  /// Tell what is done in a shell.
  case elsewhere(Elsewhere)

  /// Whether what it does depends on which rows there are, and in which order.
  var dependsOnRows: Bool {
    switch self {
    case .move, .openDetail, .fold, .nextMatch, .previousMatch, .mark, .markRange, .markAllShown,
      .act, .actions, .copyID, .copyTask, .page:
      true
    case .back, .focus, .filter, .clearMarks, .undo, .profiles, .sortMenu, .sortLeft, .sortRight,
      .invertSort,
      .refresh, .pause, .slower, .faster, .help, .messages, .past, .repaint, .suspend, .quit,
      .interrupt,
      .commandLine, .typed, .create, .elsewhere:
      false
    }
  }
}

/// A move of the cursor.
enum Motion: Hashable, Sendable {
  /// By one row.
  case up, down
  /// By half a screen.
  case halfPageUp, halfPageDown
  /// By a screen.
  case pageUp, pageDown
  /// To an end.
  case first, last

  /// The row to go to from `row`, on a screen of `height` rows, in a table of `count`; it may lie
  /// outside the table.
  func target(from row: Int, height: Int, count: Int) -> Int {
    switch self {
    case .up: row - 1
    case .down: row + 1
    case .halfPageUp: row - max(1, height / 2)
    case .halfPageDown: row + max(1, height / 2)
    case .pageUp: row - max(1, height)
    case .pageDown: row + max(1, height)
    case .first: 0
    case .last: count - 1
    }
  }
}
