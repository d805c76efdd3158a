package import Migration

extension English {
  package func words(_ word: ScreenWord) -> String {
    switch word {
    case .readOnly: "read-only"
    case .protected: "protected"
    case .noTasks: "no tasks"
    case .noTasksYet: "There are no tasks yet."
    case .makeOne: "c makes one; in a shell, ferry create --from LOCATION --to LOCATION."
    case .escClearsFilter: "Esc clears the filter."
    case .triesAgain: "r tries again now."
    case .sortBy: "Sort by"
    case .actions: "Actions"
    case .profiles: "Profiles"
    case .readingProfiles: "Reading config.yaml…"
    case .escGivesUp: "Esc gives up."
    case .keys: "Keys"
    case .keysScroll: "Keys (j k scroll, Esc closes)"
    case .noTaskToActOn: "There is no task to act on."
    case .nothingHeld: "Nothing waits to be sent."
    case .noFilterYet: "There was no filter yet; / begins one."
    case .rowChanged: "The row under the cursor changed just now; look, and press the key again."
    case .windowTooSmall: "The window is too small for the question; nothing was asked."
    case .tooLongToCopy: "Too long for the clipboard; nothing was copied."
    case .actionUnderWay: "An action is under way and would be given up; q again quits."
    case .givingUp: "Giving up what is under way; what was sent is not undone. ^C again quits."
    case .profileReadOnly: "the profile is read-only"
    case .taskGone: "the task is gone"
    case .nothingChangeable: "The profile is read-only: nothing can be changed here."
    case .noneAllows: "none of these tasks allows it"
    case .sent: "sent"
    case .notSent: "not sent"
    case .keep: "Keep"
    case .close: "Close"
    case .next: "next"
    case .goOn: "go on"
    case .allObjects: "all objects"
    case .onlyFailed: "only the failed objects"
    case .readingAgain: "reading it again…"
    case .noName: "(no name)"
    case .keysAgain: "The storage keys are needed again: they were not kept."
    case .sameKeys:
      "The same keys go to all of the tasks that have none in a store of config.yaml."
    case .scroll: "j k scroll"
    case .retry: "r retries the failed"
    case .closes: "Esc closes"
    case .closesOnly: "Esc closes this; the action goes on"
    case .canRetry: "can be run again"
    case .cannotRetry: "cannot be run again"
    }
  }

  package func words(_ talk: ScreenTalk) -> String {
    switch talk {
    case .matchesNothing(let filter): "No task matches \"\(filter)\"."
    case .silent(let profile): "\(profile) does not answer."
    case .reading(let profile): "Reading the tasks of \(profile)…"
    case .unread(let count, let reason):
      (count.map { "\($0) tasks" } ?? "a part of the tasks") + " could not be read: \(reason)"
    case .refreshing(let interval): "Refreshing every \(interval)."
    case .missing(let field): "The \(words(field, isShort: false)) is missing."
    case .noTask(let action): "There is no task to \(title(action).lowercased())."
    case .results(let action, let good, let all):
      "\(action.verb): \(good) of \(all) done; see the marks for the rest."
    case .resultTitle(let action, let good, let all): "\(title(action)): \(good) of \(all) done"
    case .held(let count, let seconds): "\(count) are deleted in \(seconds)s; u takes it back"
    case .takenBack(let count): "Taken back: nothing was done to the \(count) tasks."
    case .ended(let action, let id, let name, let words):
      "\(action.verb) \(id) \(name): \(words)"
    case .sorting(let key): "sorting by \(words(key))…"
    case .tasks(let count): "\(count) tasks"
    case .more(let count): "and \(count) more"
    case .leftAlone(let count): "\(count) of them will be left alone."
    case .soFar(let count): "\(count) so far…"
    case .shown(let count, let all): "\(count.map(String.init) ?? "…") of \(all)"
    case .inRange(let count): "\(count) in range"
    case .notPossible(let reason): "Not possible: \(reason)"
    case .type(let action, let answer):
      "To \(title(action).lowercased()), type \(answer), then Enter."
    case .question(.limit, let count):
      count == 1 ? "Change limits of 1 task" : "Change limits of \(count) tasks"
    case .question(let action, let count):
      count == 1 ? "\(title(action)) task" : "\(title(action)) \(count) tasks"
    case .times(let started, let ran, let left):
      (started.map { "started \($0)" } ?? "not started") + (ran.map { ", ran \($0)" } ?? "")
        + (left.map { ", \($0) left" } ?? "")
    case .opening(let profile): "Opening \(profile)…"
    case .exporting(let count, let file):
      "Writing \(count == 1 ? "1 task" : "\(count) tasks") to \(file)…"
    case .exported(let count, let file, let isWhole):
      "Wrote \(count == 1 ? "1 task" : "\(count) tasks") to \(file)"
        + (isWhole ? "." : "; there are more that could not be read, or not yet.")
    case .notExported(let file, let fault): words(fault, file)
    case .objects(let moved, let all, let failed, let skipped):
      "\(moved) of \(all) moved, \(failed) failed, \(skipped) skipped"
    }
  }

  private func words(_ fault: ExportFault, _ file: String) -> String {
    switch fault {
    case .taken: "\(file) is there already and was left as it is; choose another name."
    case .calledOff: "Writing \(file) was called off; nothing of it is left."
    case .unwritten(let reason):
      "\(file) could not be written (\(reason)), and nothing of it is left; choose another place."
    }
  }

  package func title(_ action: TaskAction) -> String {
    switch action {
    case .stop: "Stop"
    case .delete: "Delete"
    case .stopThenDelete: "Stop, then delete"
    case .start: "Start"
    case .limit: "Change limits"
    }
  }

  package func consequences(of action: TaskAction) -> [String] {
    let deletion = "The task record is removed for good; copied objects stay."
    return switch action {
    case .stop:
      ["Objects already copied stay.", "Resuming needs the source and destination keys again."]
    case .delete: [deletion]
    case .stopThenDelete:
      [
        "A running task cannot be deleted. Plan: 1 stop it, 2 wait until it has stopped, 3 delete it.",
        deletion,
      ]
    case .start(failedOnly: false): ["It goes on with the objects that have not arrived."]
    case .start(failedOnly: true): ["It moves only the objects that failed."]
    case .limit: ["The new limits hold at once and replace all earlier ones."]
    }
  }

  package func words(_ field: KeyField, isShort: Bool) -> String {
    switch field {
    case .sourceAccess: isShort ? "from key" : "source access key"
    case .sourceSecret: isShort ? "from secret" : "source secret key"
    case .destinationAccess: isShort ? "to key" : "destination access key"
    case .destinationSecret: isShort ? "to secret" : "destination secret key"
    }
  }
}
