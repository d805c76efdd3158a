package import Migration

extension English {
  func words(_ fault: ActionFault) -> String {
    switch fault {
    case .changed(let was, let now):
      "left alone, because it was \(was) when that was agreed to and is \(now) now"
    case .startedAnew(let was, let now):
      "left alone, because it was started again since that was agreed to "
        + "(it was \(was) then and is \(now) now)"
    case .goneSince(let was):
      "left alone, because it was \(was) when that was agreed to and is gone now"
    case .refused(let verb, let reason): "\(verb) refused: \(words(reason))"
    case .stillNot(let wanted, let state, let limit):
      "it is not \(words(wanted)) after \(limit.components.seconds) s"
        + (state.map { ", but \($0)" } ?? "") + "; nothing else was done to it. Look again later"
    case .neverKnown(let noun):
      "there is no such \(noun), and nothing tells that there ever was; check the id"
    case .busy: "an action on it is under way"
    case .unread: "it could not be read"
    }
  }

  package func words(_ aftermath: Aftermath) -> String {
    switch aftermath {
    case .state(let state): "looked at afterwards it was \(state)"
    case .gone: "looked at afterwards it was gone"
    case .unread(let problem): "it could not be looked at afterwards (\(line(problem)))"
    case .oneOf(let ids):
      "it may be one of the tasks "
        + ids.prefix(10).joined(separator: ", ") + (ids.count > 10 ? ", …" : "")
    case .notListed: "the list shows no such task yet"
    case .listUnread(let problem):
      "the list could not be read afterwards (\(line(problem))), so a task may be there"
    case .whileWaiting(let wanted):
      "that was while waiting until it is \(words(wanted)), and nothing else was done to it"
    }
  }

  package func words(_ remark: ActionRemark) -> String {
    switch remark {
    case .stoppedAlready: "it is stopped already"
    case .stoppingAlready: "it is stopping already"
    case .leavingAlready: "it is being deleted already"
    case .goneAlready: "it is gone already"
    case .limitedAlready: "it has these limits already"
    case .ended(let state): "it is \(state), as it ended before it could stop"
    case .gone: "it is gone"
    case .foundAfterLoss(let state): "the answer was lost; looked at afterwards it is \(state)"
    case .goneAfterLoss: "the answer was lost; looked at afterwards it is gone"
    case .limitedAfterLoss: "the answer was lost; looked at afterwards it has these limits"
    case .foundInList: "the answer was lost; this new task of the list is like it"
    case .would(let steps, let state):
      "would \(plan(steps))" + (state.map { " (\($0) now)" } ?? "")
    }
  }

  package func words(_ reason: Refusal.Reason) -> String {
    switch reason {
    case .unknownState(let code):
      "its state \(code) is not one this version knows; nothing was sent"
    case .stopping: "it is stopping already; wait for it"
    case .stopped: "it is stopped already"
    case .succeeded: "it has succeeded; there is nothing to stop"
    case .failed: "it has failed; there is nothing to stop"
    case .notRunning(let state): "it is \(state.word); only a running task can be stopped"
    case .running: "it is running; stop it first, or stop and delete it"
    case .stillStopping: "it is still stopping; delete it once it has stopped"
    case .succeededForGood: "it has succeeded; create a new task to move what changed since"
    case .notStartable(let state):
      "it is \(state.word); only a stopped or failed task can be started"
    case .limitsFixed: "it has succeeded; its speed limits cannot be changed any more"
    case .unknownSyncState(let word):
      "its state '\(word)' is not one this version knows; nothing was sent"
    case .syncNotStopped: "it follows its source already; only a stopped one can be started"
    case .groupNotStopped(let state):
      "it is \(phrase(state)); "
        + (state.canBeRetried ? "retry it instead" : "only a stopped group can be started")
    case .groupNotFailed(let state):
      "it is \(phrase(state)); "
        + (state == .stopped ? "start it instead" : "only a group that failed can be run again")
    case .groupWaiting: "it is waiting; stop it once its tasks run"
    case .groupNothingToStop(let state): "it is \(phrase(state)); there is nothing to stop"
    case .groupRunning(let state):
      "it is \(phrase(state)); stop it first, or stop and delete it"
    }
  }

  private func words(_ wanted: Wanted) -> String {
    switch wanted {
    case .stopped: "stopped"
    case .gone: "gone"
    }
  }

  /// The state as it follows "it is".
  private func phrase(_ state: TaskGroupState) -> String {
    switch state {
    case .creating: "making its tasks"
    case .creationFailed: "failed, as its tasks could not be made"
    case .waitingForDeletion, .deleting: "being deleted"
    case .waiting, .running, .stopped, .failed, .succeeded, .stopping, .unknown: state.word
    }
  }

  package func words(cutOff actions: [CutOffAction]) -> String {
    let (names, more) = named(actions)
    return "may have been done, as no answer came before Ferry ended: \(names)"
      + (more > 0 ? " and \(more) more" : "") + "; look at what they are now, or at ferry history"
  }
}
