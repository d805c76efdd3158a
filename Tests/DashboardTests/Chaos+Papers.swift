import Words

@testable import Migration

@testable import Dashboard

/// What is told of a task names it and the session, so that it can be seen where it does not belong.
extension Chaos {
  mutating func someAnswer(to question: TaskQuestion, about id: TaskID) -> TaskAnswer {
    let origin = origin(id)
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return .notTold
    case 1: return .historyUnread(origin)
    default: break
    }
    switch question {
    case .failedObjects:
      let count = [0, 1, TaskQuestion.most].randomElement(using: &random) ?? 0
      return .failedObjects((0..<count).map { UnmovedObject(origin, "reason \($0 / 7)") })
    case .events:
      return .events([TaskEvent(at: noon, .seen(.failed, by: .you, reason: origin))])
    case .log: return .log([RunLogLine(at: noon, .remark, message: origin)])
    }
  }

  /// Whether all that was told of the task that is looked at was told of it.
  var hasRightPapers: Bool {
    guard let papers = state.session.papers else { return true }
    return InspectorPage.allCases.allSatisfy { page in
      papers[page].answer.map { $0.origins.isSubset(of: [origin(papers.task)]) } ?? true
    }
  }

  private func origin(_ id: TaskID) -> String { "\(id) of session \(state.session.generation)" }
}

extension TaskAnswer {
  /// What it names.
  fileprivate var origins: Set<String> {
    switch self {
    case .failedObjects(let objects): Set(objects.map(\.name))
    case .log(let lines): Set(lines.compactMap(\.message))
    case .historyUnread(let reason): [reason]
    case .events(let events):
      Set(
        events.compactMap {
          if case .seen(_, _, let reason) = $0.content { reason } else { nil }
        })
    case .notTold, .failed: []
    }
  }
}
