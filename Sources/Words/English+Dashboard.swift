package import Migration

extension English {
  package func words(_ key: TaskOrder.Key) -> String {
    switch key {
    case .attention: "what needs you first"
    case .id: "age (newest)"
    case .name: "name"
    case .source: "source"
    case .destination: "destination"
    case .state: "state"
    case .progress: "progress"
    case .speed: "rate"
    case .left: "time left"
    case .objects: "objects"
    case .failed: "failed objects"
    case .size: "bytes"
    }
  }

  package var unfolds: String { "Enter unfolds" }
  package var scanning: String { "scanning" }

  package func words(failedObjects count: Int64) -> String {
    (count == 1 ? "1 object" : "\(count) objects") + " did not arrive; R runs them again"
  }

  package var failedSilently: String {
    "it failed, and the service does not say why; R runs it again"
  }
  package var of: String { " of " }

  package func words(doneAt clock: String, in time: String) -> String {
    "done about \(clock) (\(time))"
  }

  package func words(weekday: Int) -> String {
    ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][weekday]
  }

  package func words(stalledFor time: String?) -> String {
    ["stalled", time].compactMap(\.self).joined(separator: " ")
  }

  package func words(graphOf time: String, peak: String) -> String { "\(time), peak \(peak)" }

  package func words(limit: String, until clock: String) -> String {
    "limit \(limit) until \(clock)"
  }

  package var severalTasks: String { "This line stands for several tasks; Enter shows them." }

  package func words(copied text: CopiedText, through multiplexer: String?) -> String {
    let name =
      switch text {
      case .id: "the id"
      case .task: "the task"
      }
    guard let multiplexer else { return "Sent \(name) to the clipboard of your terminal." }
    return
      "Handed \(name) to \(multiplexer); your terminal has it only if \(multiplexer) passes it on."
  }
}
