import Migration

extension English {
  package func words(_ talk: InspectorTalk) -> String {
    switch talk {
    case .title(.detail): "detail"
    case .title(.failedObjects): "failed objects"
    case .title(.events): "events"
    case .title(.log): "log"
    case .title(.settings): "settings"
    case .reading: "reading…"
    case .readsAgain: "r reads it again."
    case .noneFailed: "No object has failed."
    case .noList(let count):
      (count == 1 ? "1 object has" : "\(count) objects have")
        + " failed, and no list of them was kept."
    case .listedAtEnd: "Failed objects are listed when the run has ended."
    case .failed(let count): count == 1 ? "1 failed object" : "\(count) failed objects"
    case .firstFailed(let count, let total):
      "the first \(count) failed objects" + (total.map { " of \($0)" } ?? "")
    case .mostFailed(let count): "More than \(count) are not shown here."
    case .objectsNotTold: "This service does not tell failed objects one by one."
    case .logNotTold: "This service does not tell what the log of a run says."
    case .listLies(let place): "Its list of them lies at the destination: \(place)"
    case .noEvents: "Nothing was done to it from here or seen to happen to it."
    case .earlierEvents(let id): "Earlier ones are told in a shell: ferry history --task \(id)"
    case .done(let verb, let outcome, let remark):
      "\(words(verb: verb)): \(outcome.map(words) ?? words(.notKnown))"
        + (remark.map { ", \($0)" } ?? "")
    case .seen(let happening, let doer, let reason):
      happening.rawValue + (doer.map { " \(words(.by($0)))" } ?? "")
        + (reason.map { ": \($0)" } ?? "")
    case .historyUnread(let reason): "The history could not be read: \(reason)"
    case .logged(.arrived, let object, let size, _):
      "arrived: \(object ?? "")\(size.map { ", \($0)" } ?? "")"
    case .logged(.failed, let object, _, let reason):
      "failed: \(object ?? "")\(reason.map { ": \($0)" } ?? "")"
    case .logged(.remark, _, _, let message): message ?? ""
    case .noLog:
      "There is no log: one is kept from the start of a run until the task has succeeded."
    case .byDefault(let names): "as the service does by default: \(names)"
    }
  }
}
