extension English {
  package func words(_ talk: CommandTalk) -> String {
    switch talk {
    case .keysAgain(let list, let count):
      "\(list) names \(count == 1 ? "1 key" : "\(count) keys") again; each is moved once"
    case .demoBegins: "Starting a service and two object stores …"
    case .askingLocalService: "asking the local service…"
    case .checking(let check, let endpoint): "checking \(check) of \(endpoint)…"
    case .counting(let objects, let bytes): "\(objects) objects, \(bytes)…"
    case .waiting(let over, let count, let share, let speed):
      "\(over) of \(count) over" + (share.map { "  \($0)" } ?? "") + "  \(speed)"
    }
  }

  package func words(ofParser line: String) -> String { line }

  package var helpFrame: [(english: String, own: String)] { [] }
}
