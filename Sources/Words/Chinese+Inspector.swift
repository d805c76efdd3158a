import Migration

extension Chinese {
  package func words(_ talk: InspectorTalk) -> String {
    switch talk {
    case .title(.detail): "详情"
    case .title(.failedObjects): "失败对象"
    case .title(.events): "事件"
    case .title(.log): "日志"
    case .title(.settings): "设置"
    case .reading: "正在读取…"
    case .readsAgain: "按 r 重新读取。"
    case .noneFailed: "没有失败的对象。"
    case .noList(let count): "有 \(count) 个对象失败，没有保存失败列表。"
    case .listedAtEnd: "运行结束后才列出失败的对象。"
    case .failed(let count): "\(count) 个失败对象"
    case .firstFailed(let count, let total):
      total.map { "\($0) 个失败对象中的前 \(count) 个" } ?? "前 \(count) 个失败对象"
    case .mostFailed(let count): "这里最多显示 \(count) 个。"
    case .objectsNotTold: "此服务不逐个给出失败的对象。"
    case .logNotTold: "此服务不提供运行日志。"
    case .listLies(let place): "失败列表在目的端：\(place)"
    case .noEvents: "没有从这里做过操作，也没有看到它发生什么。"
    case .earlierEvents(let id): "更早的请在 shell 中查看：ferry history --task \(id)"
    case .done(let verb, let outcome, let remark):
      "\(words(verb: verb))：\(outcome.map(words) ?? words(.notKnown))"
        + (remark.map { "，\($0)" } ?? "")
    case .seen(let happening, let doer, let reason):
      "\(words(happening))" + (doer.map { "（\(words(.by($0)))）" } ?? "")
        + (reason.map { "：\($0)" } ?? "")
    case .historyUnread(let reason): "无法读取历史：\(reason)"
    case .logged(.arrived, let object, let size, _):
      "已到达：\(object ?? "")\(size.map { "，\($0)" } ?? "")"
    case .logged(.failed, let object, _, let reason):
      "失败：\(object ?? "")\(reason.map { "：\($0)" } ?? "")"
    case .logged(.remark, _, _, let message): message ?? ""
    case .noLog: "没有日志：日志从运行开始保存到任务成功为止。"
    case .byDefault(let names): "按服务的默认：\(names)"
    }
  }

  func words(_ happening: TaskHappening) -> String {
    switch happening {
    case .started: "开始"
    case .finished: "完成"
    case .failed: "失败"
    case .stopped: "停止"
    case .gone: "消失"
    case .stalled: "停滞"
    case .late: "超时"
    }
  }
}
