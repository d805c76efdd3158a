/// What lies over the table, or over another layer, and takes the keys.
package enum Layer: Equatable, Sendable {
  /// The keys and what they do.
  case help(Pager)
  /// What was told since the dashboard opened.
  case messages(Pager)
  /// What happened while nobody looked.
  case past(Pager)
  /// The choice of a column to sort by.
  case sortMenu(Menu)
  /// The choice of a profile.
  case profiles(ProfileMenu)
  /// The choice of an action.
  case actionMenu(ActionMenu)
  /// The filter is being typed.
  case filterEntry(FilterEntry)
  /// A command is being typed.
  case commandEntry(CommandEntry)
  /// A question that must be answered before something is changed.
  case prompt(Prompt)
  /// A new task is being made.
  case newTask(NewTaskDialogue)
  /// New speed limits are being typed.
  case limits(LimitForm)
  /// What became of the targets of the action with number `request`.
  case sheet(request: Int, Pager)

  /// The question before something is changed, if it is that.
  package var prompt: Prompt? { if case .prompt(let prompt) = self { prompt } else { nil } }

  /// The making of a new task, if it is that.
  package var newTask: NewTaskDialogue? {
    if case .newTask(let dialogue) = self { dialogue } else { nil }
  }

  /// Whether it takes the last line, and with it what is told there.
  var takesFooter: Bool {
    switch self {
    case .filterEntry, .commandEntry: true
    case .help, .messages, .past, .sortMenu, .profiles, .actionMenu, .prompt, .newTask, .limits,
      .sheet:
      false
    }
  }

  /// Whether letters are an answer or a text to it.
  var takesText: Bool {
    switch self {
    case .filterEntry, .commandEntry, .prompt, .newTask, .limits: true
    case .help, .messages, .past, .sortMenu, .profiles, .actionMenu, .sheet: false
    }
  }

  /// Whether it is there to be read or chosen from, so that help can be laid over it.
  var isReading: Bool {
    switch self {
    case .messages, .past, .sortMenu, .actionMenu, .sheet: true
    case .profiles(let menu): menu.opening == nil
    case .help, .filterEntry, .commandEntry, .prompt, .newTask, .limits: false
    }
  }
}
