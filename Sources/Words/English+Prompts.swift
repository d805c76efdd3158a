import Migration

extension English {
  package func words(_ end: PromptEnd) -> String {
    switch end {
    case .refused: "Cancelled; nothing was sent."
    case .wrongAnswer: "That was not the answer; nothing was sent."
    case .otherKey: "Cancelled, as that key is no answer; nothing was sent."
    case .silence: "Cancelled, as nobody answered for a minute; nothing was sent."
    case .late: "Cancelled, as it could not be sent for too long; nothing was sent."
    case .suspended: "Cancelled, as the program was suspended; nothing was sent."
    case .noRoom: "The window is too small for the question; nothing was sent."
    case .unreachable: "Cancelled, as the service no longer answers; nothing was sent."
    case .changed(let target, let state): "\(target) is \(state) now; nothing was sent."
    case .noKeys(let error): "Nothing was sent: \(words(error))."
    case .manyStores(let count):
      "These tasks are at \(count) stores, which have keys of their own: name them in config.yaml, or "
        + "start the tasks of each apart."
    case .gone(let target): "\(target) is gone; nothing was sent."
    }
  }

  package var tooSoon: String { "That came too soon after another key; press it again." }

  package func words(readSince age: Duration) -> String {
    age < .seconds(1) ? "read just now" : "read \(age.components.seconds)s ago"
  }

  package var messages: String { "Messages" }
  package var noMessages: String { "Nothing was told yet." }

  package func words(moreLines count: Int, isFocused: Bool) -> String {
    let lines = count == 1 ? "1 more line" : "\(count) more lines"
    return lines + (isFocused ? "" : ": Tab, then j")
  }

  package func words(marked count: Int, hidden: Int) -> String {
    "\(count) marked" + (hidden > 0 ? ", \(hidden) hidden by the filter" : "")
  }

  package func words(passing filter: String?, count: Int, hidden: Int) -> String {
    let tasks = count == 1 ? "1 task" : "\(count) tasks"
    let passing = filter.map { " that \(count == 1 ? "passes" : "pass") '\($0)'" } ?? ""
    let rest = count == 1 ? ", which is not shown" : ", \(hidden) of them not shown"
    return tasks + passing + (hidden > 0 ? rest : "")
  }
}
