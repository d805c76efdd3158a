package import Migration

extension Chinese {
  package func words(_ key: TaskOrder.Key) -> String {
    switch key {
    case .attention: "最需处理的在前"
    case .id: "时间(最新在前)"
    case .name: "名称"
    case .source: "源端"
    case .destination: "目的端"
    case .state: "状态"
    case .progress: "进度"
    case .speed: "速率"
    case .left: "剩余时间"
    case .objects: "对象数"
    case .failed: "失败对象数"
    case .size: "字节"
    }
  }

  package var unfolds: String { "Enter 展开" }
  package var scanning: String { "统计中" }

  package func words(failedObjects count: Int64) -> String {
    "\(count) 个对象未到达；按 R 重新迁移"
  }

  package var failedSilently: String { "任务失败，服务未说明原因；按 R 重新运行" }
  package var of: String { " / " }

  package func words(doneAt clock: String, in time: String) -> String {
    "约 \(clock) 完成 (\(time))"
  }

  package func words(weekday: Int) -> String {
    ["周日", "周一", "周二", "周三", "周四", "周五", "周六"][weekday]
  }

  package func words(stalledFor time: String?) -> String {
    ["停滞", time].compactMap(\.self).joined(separator: " ")
  }

  package func words(graphOf time: String, peak: String) -> String { "\(time)，峰值 \(peak)" }

  package func words(limit: String, until clock: String) -> String {
    "限速 \(limit)，至 \(clock)"
  }

  package var severalTasks: String { "此行代表多个任务；按 Enter 展开。" }

  package func words(copied text: CopiedText, through multiplexer: String?) -> String {
    let name =
      switch text {
      case .id: "任务 ID"
      case .task: "任务"
      }
    guard let multiplexer else { return "已将\(name)发送到终端的剪贴板。" }
    return "已将\(name)交给 \(multiplexer)；只有它转发时终端才会收到。"
  }
}
