import Dashboard
import FoundationEssentials
import Migration

/// What is asked about tasks, beside the list of them.
extension EffectRunner {
  /// Finds out something about a task.
  func ask(
    _ question: TaskQuestion, about id: TaskID, request: Int, in group: inout DiscardingTaskGroup
  ) {
    guard question != .events else {
      // What was seen before is written down by then.
      return paperwork.add { [services = session.services, post] in
        let answer: TaskAnswer =
          switch services.history(id, TaskQuestion.most) {
          case .success(let events): .events(events)
          case .failure(let fault): .historyUnread(fault.reason)
          }
        post(.told(answer, request: request))
      }
    }
    carryOut(request, in: &group) { [backend = session.services.backend, post] in
      post(.told(await backend.answer(to: question, about: id), request: request))
    }
  }

  /// Finds out what happened since a date, what was seen of it just now included.
  func recall(since date: Date, unseen: [UnseenEvent], request: Int) {
    paperwork.add { [services = session.services, post] in
      let recollection: Recollection =
        switch services.past(date, unseen) {
        case .success(let events): .events(events)
        case .failure(let fault): .unread(fault.reason)
        }
      post(.recalled(recollection, request: request))
    }
  }

  /// Keeps what was seen last of the session in view.
  func keepLook(_ look: LastLook) {
    paperwork.add { [services = session.services] in services.keepLook(look) }
  }

  /// The same at the end, when nothing else is done any more.
  func keepLastLook(_ look: LastLook) { session.services.keepLook(look) }
}
