import Migration

extension English {
  package func words(_ talk: CommandTalk) -> String {
    switch talk {
    case .keysAgain(let list, let count):
      "\(list) names \(count == 1 ? "1 key" : "\(count) keys") again; each is moved once"
    case .demoBegins: "Starting a service and two object stores …"
    case .askingLocalService: "asking the local service…"
    case .checking(let check, let endpoint): "checking \(check) of \(endpoint)…"
    case .counting(let objects, let bytes): "\(objects) objects, \(bytes)…"
    case .comparing(let same, let differing): "\(same) objects agree, \(differing) do not…"
    case .compared(let tally):
      ObjectDifference.Kind.allCases.reduce("\(tally.same) agree") { words, kind in
        tally.differences[kind].map { "\(words), \($0) \(kind.rawValue)" } ?? words
      }
    case .repairing(let task, let objects): "task \(task) moves \(objects) of these again"
    case .waiting(let over, let count, let share, let speed):
      "\(over) of \(count) over" + (share.map { "  \($0)" } ?? "") + "  \(speed)"
    }
  }

  package func words(ofParser line: String) -> String { line }

  package var helpFrame: [(english: String, own: String)] { [] }
}
