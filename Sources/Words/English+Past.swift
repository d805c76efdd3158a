import Migration

extension English {
  package func words(_ talk: PastTalk) -> String {
    switch talk {
    case .title(let since): "Since \(since)"
    case .summary(let since, let counts):
      "since \(since): "
        + counts.map { "\($0.count) \($0.happening.rawValue)" + words(doer: $0.by) }
        .joined(separator: ", ") + " (E)"
    case .nothing(let since): "Nothing was seen to happen since \(since)."
    case .unknown: "Nothing was told by the service yet."
    case .event(let happening, let doer, let task, let time):
      "\(time.map { "\($0)  " } ?? "")\(happening.rawValue)\(words(doer: doer)): \(task)"
        + (time == nil ? " (nobody saw when)" : "")
    }
  }

  private func words(doer: Doer?) -> String { doer.map { " \(words(.by($0)))" } ?? "" }
}
