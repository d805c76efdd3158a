package import Migration

extension English {
  package func words(_ event: WatchEvent) -> String {
    switch event.kind {
    case .task(let happening, let task): words(happening, task, event.by)
    case .offline(let problem): line(problem)
    case .online(let time): "after \(time.inWords)"
    }
  }

  private func words(_ happening: TaskHappening, _ task: MigrationTask, _ by: Doer?) -> String {
    let percent = "\(Int(task.progress * 100)) %"
    return switch happening {
    case .started: "\(task.source.shortName) → \(task.destination.shortName)"
    case .finished: "\(arrived(task))\(task.elapsed.map { " in \($0.inWords)" } ?? "")"
    case .failed: failure(of: task) ?? "\(task.objects.failed) objects failed, \(arrived(task))"
    case .stopped: by.map { "at \(percent), by \($0 == .you ? "you" : "another")" } ?? percent
    case .gone: "it was \(task.state.word)"
    case .stalled: "nothing has moved for a while, at \(percent)"
    case .late: "not over, although it was expected to be, at \(percent)"
    }
  }

  private func arrived(_ task: MigrationTask) -> String {
    "\(task.objects.succeeded) of \(task.objects.total) objects arrived"
  }

  package func words(_ trouble: DeliveryTrouble) -> String {
    switch trouble {
    case .command(let trouble): words(trouble)
    case .unreached(let problem): line(problem)
    case .refused(let endpoint, let status):
      "\(endpoint) answered HTTP \(status); check the address"
    case .crowded(let count):
      "\(count == 1 ? "1 event was" : "\(count) events were") not handed over, "
        + "because those before take too long"
    case .ended(let count):
      "\(count == 1 ? "1 event was" : "\(count) events were") not handed over, "
        + "because the watch has ended"
    }
  }
}
