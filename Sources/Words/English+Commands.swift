import Migration

extension English {
  package func words(_ name: CommandName) -> String {
    switch name {
    case .down: "next task"
    case .up: "previous task"
    case .first: "first task"
    case .last: "last task"
    case .pageDown: "a screen down"
    case .pageUp: "a screen up"
    case .halfPageDown: "half a screen down"
    case .halfPageUp: "half a screen up"
    case .detail: "the task in full; unfold a line"
    case .back: "back; then clear filter, marks"
    case .focus: "scroll the task in full, or move"
    case .fold: "fold or unfold a section"
    case .events: "what was told so far"
    case .filter: "filter: words, state:failed"
    case .next: "next match of the last filter"
    case .previous: "previous match"
    case .sort: "sort by…"
    case .sortLeft: "sort by the column to the left"
    case .sortRight: "sort by the column to the right"
    case .invert: "invert the order"
    case .mark: "mark or unmark"
    case .range: "mark a range: begin, end"
    case .markAll: "mark all shown"
    case .unmark: "clear marks"
    case .stop: "Stop… (asks first)"
    case .delete: "Delete… (asks first)"
    case .start: "Start… (asks for keys)"
    case .undo: "take back what was not sent yet"
    case .actions: "actions, and why not"
    case .copyID: "copy the id"
    case .copyTask: "copy the task as JSON"
    case .export: "write what is shown to a file"
    case .create: "new task…"
    case .bandwidth: "speed limits… (asks first)"
    case .keys: "keys of a store: in config.yaml"
    case .refresh: "refresh now"
    case .pause: "pause or resume updates"
    case .slower: "refresh less often"
    case .faster: "refresh more often"
    case .interval: "refresh every so many seconds"
    case .since: "what happened while you were away"
    case .profile: "another profile…"
    case .page: "a page about the task in full"
    case .commandLine: "a command by its name"
    case .help: "this help"
    case .repaint: "draw the screen anew"
    case .suspend: "suspend"
    case .quit: "back, then quit"
    case .interrupt: "cancel, then quit"
    }
  }

  package func hint(_ name: CommandName) -> String? {
    switch name {
    case .help: "help"
    case .quit: "quit"
    case .stop: "stop…"
    case .delete: "delete…"
    case .start: "start…"
    case .detail: "detail"
    case .back: "back"
    case .filter: "filter"
    case .mark: "mark"
    case .sort: "sort"
    case .actions: "actions"
    case .pause: "pause"
    case .refresh: "refresh"
    case .copyID: "copy id"
    case .create: "new…"
    case .commandLine: "more"
    case .down, .up, .first, .last, .pageDown, .pageUp, .halfPageDown, .halfPageUp, .focus, .fold,
      .events, .next, .previous, .sortLeft, .sortRight, .invert, .range, .markAll, .unmark,
      .undo, .copyTask, .export, .bandwidth, .keys, .slower, .faster, .interval, .since, .profile,
      .page,
      .repaint, .suspend, .interrupt:
      nil
    }
  }

  package func words(_ elsewhere: Elsewhere) -> String {
    switch elsewhere {
    case .keys: "Keys of stores are named in config.yaml, below stores: (see ferry start --help)"
    }
  }

  package func words(_ fault: CommandLineFault) -> String {
    switch fault {
    case .unknown(let text): "There is no command '\(text)'; Tab completes, ? lists the keys."
    case .wants(let name, let fault?): ":\(name.rawValue): \(words(fault))"
    case .wants(.sort, nil): ":sort wants a column; Tab completes it."
    case .wants(.interval, nil): ":interval wants seconds, from 1 to 3600."
    case .wants(.export, nil): ":export wants csv or json, and a file behind it."
    case .wants(.page, nil): ":page wants a number, from 1 to 5."
    case .wants(let name, nil): ":\(name.rawValue) wants something behind it."
    case .takesNothing(let name): ":\(name.rawValue) takes nothing behind it."
    }
  }
}
