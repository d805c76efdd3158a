extension APIProblem {
  /// What was found of a target after an answer about it was lost.
  package enum Finding: Equatable, Sendable {
    /// It is in the state with this word.
    case state(String)
    /// It is gone.
    case gone
    /// It could not be looked at.
    case unread(APIProblem)
  }

  /// The same, with what was found when the target was looked at afterwards.
  package func afterLooking(_ finding: Finding) -> APIProblem {
    var problem = self
    switch finding {
    case .state(let state): problem.sentence += "; looked at afterwards it was \(state)"
    case .gone: problem.sentence += "; looked at afterwards it was gone"
    case .unread(let other):
      problem.sentence += "; it could not be looked at afterwards (\(other.sentence))"
    }
    return problem
  }

  /// What was found in the list after the answer to a creation was lost.
  package enum NewTaskFinding: Equatable, Sendable {
    /// It may be one of these.
    case oneOf([TaskID])
    /// Nothing like it.
    case none
    /// The list could not be read.
    case unread(APIProblem)
  }

  /// The same, with what was found in the list of tasks afterwards.
  package func afterLooking(forNew finding: NewTaskFinding) -> APIProblem {
    var problem = self
    switch finding {
    case .oneOf(let ids):
      let list = ids.prefix(10).map(\.description).joined(separator: ", ")
      problem.sentence += "; it may be one of the tasks \(list)" + (ids.count > 10 ? ", …" : "")
    case .none: problem.sentence += "; the list shows no such task yet"
    case .unread(let other):
      problem.sentence +=
        "; the list could not be read afterwards (\(other.sentence)), so a task may be there"
    }
    return problem
  }

  /// Some entries of a list could not be read.
  ///
  /// - Parameter reason: Why the first of them could not.
  /// - Returns: The problem.
  package static func unreadableEntries(_ reason: String) -> APIProblem {
    APIProblem(kind: .unreadable, sentence: "an entry of the list could not be read: \(reason)")
  }
}
