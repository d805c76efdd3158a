package import Migration

extension Chinese {
  func words(_ fault: ActionFault) -> String {
    switch fault {
    case .changed(let was, let now): "没有改动，因为同意时状态是 \(was)，现在是 \(now)"
    case .startedAnew(let was, let now):
      "没有改动，因为同意之后它又被启动过（当时是 \(was)，现在是 \(now)）"
    case .goneSince(let was): "没有改动，因为同意时状态是 \(was)，现在已不存在"
    case .refused(let verb, let reason): "\(words(verb: verb))被拒绝：\(words(reason))"
    case .stillNot(let wanted, let state, let limit):
      "\(limit.components.seconds) 秒后仍未\(words(wanted))"
        + (state.map { "，状态是 \($0)" } ?? "") + "；没有再做其他操作，请稍后再看"
    case .neverKnown: "没有这个 ID，也没有它曾经存在的记录；请检查 ID"
    case .busy: "对它的操作正在进行"
    case .unread: "无法读取它"
    }
  }

  package func words(_ aftermath: Aftermath) -> String {
    switch aftermath {
    case .state(let state): "事后查看，状态是 \(state)"
    case .gone: "事后查看，它已不存在"
    case .unread(let problem): "事后无法查看（\(line(problem))）"
    case .oneOf(let ids):
      "它可能是这些任务之一："
        + ids.prefix(10).joined(separator: "、") + (ids.count > 10 ? "……" : "")
    case .notListed: "列表中还没有这样的任务"
    case .listUnread(let problem): "事后无法读取列表（\(line(problem))），所以任务可能存在"
    case .whileWaiting(let wanted): "这发生在等待它\(words(wanted))的时候，没有再做其他操作"
    }
  }

  package func words(_ remark: ActionRemark) -> String {
    switch remark {
    case .stoppedAlready: "它已经停止"
    case .stoppingAlready: "它正在停止"
    case .leavingAlready: "它正在被删除"
    case .goneAlready: "它已不存在"
    case .limitedAlready: "它已有这些限速"
    case .ended(let state): "它的状态是 \(state)，在停止之前就结束了"
    case .gone: "它已不存在"
    case .foundAfterLoss(let state): "应答丢失；事后查看，状态是 \(state)"
    case .goneAfterLoss: "应答丢失；事后查看，它已不存在"
    case .limitedAfterLoss: "应答丢失；事后查看，限速已经生效"
    case .foundInList: "应答丢失；列表中的这个新任务与它相同"
    case .would(let steps, let state):
      "将执行：\(plan(steps))" + (state.map { "（现在是 \($0)）" } ?? "")
    }
  }

  package func words(_ reason: Refusal.Reason) -> String {
    switch reason {
    case .unknownState(let code): "此版本不认识它的状态 \(code)；没有发送任何内容"
    case .stopping: "它正在停止；请等待"
    case .stopped: "它已经停止"
    case .succeeded: "它已经成功；没有可停止的"
    case .failed: "它已经失败；没有可停止的"
    case .notRunning(let state): "它的状态是 \(state.word)；只有运行中的任务才能停止"
    case .running: "它正在运行；请先停止，或停止并删除"
    case .stillStopping: "它还在停止；请在停止后删除"
    case .succeededForGood: "它已经成功；要迁移之后的变更，请新建任务"
    case .notStartable(let state): "它的状态是 \(state.word)；只有已停止或失败的任务才能启动"
    case .limitsFixed: "它已经成功；限速不能再更改"
    case .unknownSyncState(let word): "此版本不认识它的状态 “\(word)”；没有发送任何内容"
    case .syncNotStopped: "它已经在同步；只有已停止的才能启动"
    case .groupNotStopped(let state):
      "它\(phrase(state))；" + (state.canBeRetried ? "请改用重试" : "只有已停止的任务组才能启动")
    case .groupNotFailed(let state):
      "它\(phrase(state))；" + (state == .stopped ? "请改用启动" : "只有失败的任务组才能重新运行")
    case .groupWaiting: "它在等待；请在其任务运行后停止"
    case .groupNothingToStop(let state): "它\(phrase(state))；没有可停止的"
    case .groupRunning(let state): "它\(phrase(state))；请先停止，或停止并删除"
    }
  }

  private func words(_ wanted: Wanted) -> String {
    switch wanted {
    case .stopped: "停止"
    case .gone: "消失"
    }
  }

  /// The state as it follows 它.
  private func phrase(_ state: TaskGroupState) -> String {
    switch state {
    case .creating: "正在创建任务"
    case .creationFailed: "失败了，因为无法创建其任务"
    case .waitingForDeletion, .deleting: "正在被删除"
    case .waiting, .running, .stopped, .failed, .succeeded, .stopping, .unknown:
      "的状态是 \(state.word)"
    }
  }

  package func words(cutOff actions: [CutOffAction]) -> String {
    let (names, more) = named(actions)
    return "Ferry 结束前没有收到应答，可能已经执行：\(names)" + (more > 0 ? " 等，另有 \(more) 项" : "")
      + "；请查看它们现在的状态，或运行 ferry history"
  }
}
