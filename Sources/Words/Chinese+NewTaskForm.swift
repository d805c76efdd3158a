import Migration

extension Chinese {
  package func words(_ field: NewTaskField) -> String {
    switch field {
    case .from: "源端"
    case .to: "目的端"
    case .description: "描述"
    case .limit: "限速"
    }
  }

  package func words(_ talk: NewTaskTalk) -> String {
    switch talk {
    case .title: "新建任务"
    case .hint(.from): "local:/srv/photos、s3://桶/前缀/?endpoint=URL、obs://桶/?region=R"
    case .hint(.to): "写法相同；对象保留各自的键，放在它之下"
    case .hint(.description): "可填自己的说明"
    case .hint(.limit): "不填，或 20MiB，或 08:00-18:59=5MiB 19:00-23:59=50MiB"
    case .missing(let field): "缺少\(field == .to ? "目的端" : "源端")的位置。"
    case .copies: "照光标处的任务填写"
    case .findingKeys: "正在查找两端的密钥"
    case .consequence: "有空位时立即开始。目的端已有的对象，在源端较新或大小不同时会被替换。"
    case .agree: "创建任务"
    case .goBack: "返回"
    case .type(let answer): "输入 \(answer) 并按 Enter 创建任务："
    case .kept: "没有发送任何请求；已输入的内容保留着，按 c 重新打开。"
    case .creating: "正在创建任务…"
    case .created(let task, let remark):
      ["已创建 \(task.id) \(task.name)", remark.map(words)].compactMap(\.self)
        .joined(separator: comma)
    case .failed(let problem, let isKept):
      (problem.mayHaveHappened ? "任务可能已创建：" : "没有创建任务：") + line(problem)
        + (isKept ? "；已输入的内容保留着，按 c 打开" : "")
    case .notCopied(let id): "这几行写不全任务 \(id)；可用 ferry create --like \(id)。"
    case .likeTask(let id, let kind): "\(kind.rawValue)；其余设置与任务 \(id) 相同"
    case .closed: "按 Enter 返回已输入的内容，按 Esc 关闭表单。"
    }
  }
}
