import Migration

extension Chinese {
  package func words(_ end: PromptEnd) -> String {
    switch end {
    case .refused: "已取消，没有发送任何请求。"
    case .wrongAnswer: "输入的不是要求的内容，没有发送任何请求。"
    case .otherKey: "这个键不是回答，已取消，没有发送任何请求。"
    case .silence: "一分钟内没有回答，已取消，没有发送任何请求。"
    case .late: "已取消，因为太久未能发送；没有发送任何请求。"
    case .suspended: "程序曾被挂起，已取消，没有发送任何请求。"
    case .noRoom: "窗口太小，容不下这个问题，没有发送任何请求。"
    case .unreachable: "服务不再应答，已取消，没有发送任何请求。"
    case .changed(let target, let state): "\(target) 现在的状态是 \(state)，没有发送任何请求。"
    case .noKeys(let error): "没有发送任何请求：\(words(error))。"
    case .manyStores(let count):
      "这些任务涉及 \(count) 个存储，各有自己的密钥：请在 config.yaml 中写明，或分别启动每个存储的任务。"
    case .gone(let target): "\(target) 已不存在，没有发送任何请求。"
    }
  }

  package var tooSoon: String { "按键间隔太短，请再按一次。" }

  package func words(readSince age: Duration) -> String {
    age < .seconds(1) ? "刚刚读取" : "\(age.components.seconds) 秒前读取"
  }

  package var messages: String { "消息" }
  package var noMessages: String { "还没有消息。" }

  package func words(moreLines count: Int, isFocused: Bool) -> String {
    "还有 \(count) 行" + (isFocused ? "" : "：按 Tab，再按 j")
  }

  package func words(marked count: Int, hidden: Int) -> String {
    "已标记 \(count) 个" + (hidden > 0 ? "，其中 \(hidden) 个被过滤器隐藏" : "")
  }

  package func words(passing filter: String?, count: Int, hidden: Int) -> String {
    let passing = filter.map { "符合“\($0)”的" } ?? ""
    return "\(passing)任务 \(count) 个" + (hidden > 0 ? "，其中 \(hidden) 个没有显示" : "")
  }
}
