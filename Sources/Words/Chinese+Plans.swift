package import Migration

extension Chinese {
  package var emptyPlan: String { "不做改动" }
  package var comma: String { "，" }

  package func words(_ consequence: Consequence) -> String {
    switch consequence {
    case .keysNeededAgain: "已到达的对象会保留；再次启动需要存储密钥。"
    case .deletion: "删除无法撤销。已到达的对象会保留。"
    case .replacement: "目的端的对象可能被替换。"
    case .newLimits: "新的限速立即生效，并取代之前的全部限速。"
    case .tasksStop: "组内的所有任务都会停止。已到达的对象会保留。"
    case .syncStops: "源端的变更不再同步；再次启动需要存储密钥。"
    case .tasksDeleted: "组内的任务会一并删除，且无法撤销。已到达的对象会保留。"
    }
  }

  package func plan(_ step: ActionStep) -> String {
    switch step {
    case .stopping: "停止"
    case .waitingUntilStopped: "等待停止完成"
    case .deleting: "删除"
    case .waitingUntilGone: "等待删除完成"
    case .starting: "启动"
    case .limiting: "更改限速"
    }
  }

  package func progress(_ step: ActionStep) -> String {
    switch step {
    case .stopping: "正在停止"
    case .waitingUntilStopped: "正在等待停止完成"
    case .deleting: "正在删除"
    case .waitingUntilGone: "正在等待删除完成"
    case .starting: "正在启动"
    case .limiting: "正在更改限速"
    }
  }

  static let kinds = [TaskGroup.noun: "任务组", SyncTask.noun: "同步任务"]

  package func words(verb: String) -> String { Self.verbs[verb] ?? verb }

  private static let verbs = [
    "stop": "停止", "delete": "删除", "start": "启动", "retry": "重试", "bandwidth": "修改限速",
    "create": "新建",
  ]

  // The verb is the command's own word, as it was typed.
  package func question(
    _ verb: String, _ count: Int, of noun: String, on profile: String
  ) -> String {
    let kind = name(of: noun)
    return "对 “\(profile)” 上的\(count == 1 ? "这个" : " \(count) 个")\(kind)执行 \(verb)？"
  }

  package func words(_ challenge: Challenge) -> String {
    switch challenge {
    case .yes: "[y/N]"
    case .number: "请输入数量："
    case .profile: "请输入配置名称："
    }
  }

  package func words(_ trouble: NotificationOutcome.Trouble) -> String {
    switch trouble {
    case .service: "通知服务出现故障"
    case .noTopic: "主题不存在"
    case .notPermitted: "OMS 无权使用该主题"
    case .ownTrouble: "OMS 发送通知时出现故障"
    case .network: "网络故障"
    case .otherRegion: "主题在另一个区域"
    case .noTopicOrNotPermitted: "主题不存在或没有权限"
    case .unknown: "没有更多信息"
    }
  }
}
