package import Migration

extension Chinese {
  package func words(_ event: WatchEvent) -> String {
    switch event.kind {
    case .task(let happening, let task): words(happening, task, event.by)
    case .offline(let problem): line(problem)
    case .online(let time): "中断 \(words(time))后恢复"
    }
  }

  private func words(_ happening: TaskHappening, _ task: MigrationTask, _ by: Doer?) -> String {
    let percent = "\(Int(task.progress * 100))%"
    return switch happening {
    case .started: "\(task.source.shortName) → \(task.destination.shortName)"
    case .finished: "\(arrived(task))\(task.elapsed.map { "，用时 \(words($0))" } ?? "")"
    case .failed: failure(of: task) ?? "\(task.objects.failed) 个对象失败，\(arrived(task))"
    case .stopped: by.map { "进度 \(percent)，由\($0 == .you ? "您" : "他人")停止" } ?? percent
    case .gone: "此前的状态是 \(task.state.word)"
    case .stalled: "已有一段时间没有进展，进度 \(percent)"
    case .late: "超过预计时间仍未结束，进度 \(percent)"
    }
  }

  private func arrived(_ task: MigrationTask) -> String {
    "已到达 \(task.objects.succeeded)/\(task.objects.total) 个对象"
  }

  package func words(_ trouble: DeliveryTrouble) -> String {
    switch trouble {
    case .command(let trouble): words(trouble)
    case .unreached(let problem): line(problem)
    case .refused(let endpoint, let status): "\(endpoint) 应答 HTTP \(status)；请检查地址"
    case .crowded(let count): "前面的事件耗时过长，有 \(count) 个事件没有送出"
    case .ended(let count): "监视已结束，有 \(count) 个事件没有送出"
    }
  }
}
