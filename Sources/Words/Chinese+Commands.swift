import Migration

extension Chinese {
  package func words(_ name: CommandName) -> String {
    switch name {
    case .down: "下一个任务"
    case .up: "上一个任务"
    case .first: "第一个任务"
    case .last: "最后一个任务"
    case .pageDown: "下一屏"
    case .pageUp: "上一屏"
    case .halfPageDown: "下半屏"
    case .halfPageUp: "上半屏"
    case .detail: "任务详情；展开一行"
    case .back: "返回；再清除过滤、标记"
    case .focus: "滚动详情，或移动光标"
    case .fold: "折叠或展开一组"
    case .events: "至今的消息"
    case .filter: "过滤：词、state:failed"
    case .next: "上次过滤的下一个匹配"
    case .previous: "上一个匹配"
    case .sort: "排序方式…"
    case .sortLeft: "按左边的列排序"
    case .sortRight: "按右边的列排序"
    case .invert: "反转顺序"
    case .mark: "标记或取消标记"
    case .range: "标记一段：开始、结束"
    case .markAll: "标记所有显示的任务"
    case .unmark: "清除标记"
    case .stop: "停止…（先询问）"
    case .delete: "删除…（先询问）"
    case .start: "启动…（需要密钥）"
    case .undo: "撤回尚未发送的操作"
    case .actions: "可用操作及不可用的原因"
    case .copyID: "复制任务 ID"
    case .copyTask: "复制任务 JSON"
    case .export: "把显示的任务写入文件"
    case .create: "新建任务…"
    case .bandwidth: "修改限速…（先询问）"
    case .keys: "存储的密钥：写在 config.yaml 中"
    case .refresh: "立即刷新"
    case .pause: "暂停或恢复更新"
    case .slower: "降低刷新频率"
    case .faster: "提高刷新频率"
    case .interval: "每隔若干秒刷新"
    case .since: "离开期间发生的事"
    case .profile: "其他配置…"
    case .page: "任务详情的某一页"
    case .commandLine: "按名称执行命令"
    case .help: "本帮助"
    case .repaint: "重绘屏幕"
    case .suspend: "挂起"
    case .quit: "返回，再退出"
    case .interrupt: "取消，再退出"
    }
  }

  package func hint(_ name: CommandName) -> String? {
    switch name {
    case .help: "帮助"
    case .quit: "退出"
    case .stop: "停止…"
    case .delete: "删除…"
    case .start: "启动…"
    case .detail: "详情"
    case .back: "返回"
    case .filter: "过滤"
    case .mark: "标记"
    case .sort: "排序"
    case .actions: "操作"
    case .pause: "暂停"
    case .refresh: "刷新"
    case .copyID: "复制 ID"
    case .create: "新建…"
    case .commandLine: "更多"
    case .down, .up, .first, .last, .pageDown, .pageUp, .halfPageDown, .halfPageUp, .focus, .fold,
      .events, .next, .previous, .sortLeft, .sortRight, .invert, .range, .markAll, .unmark,
      .undo, .copyTask, .export, .bandwidth, .keys, .slower, .faster, .interval, .since, .profile,
      .page,
      .repaint, .suspend, .interrupt:
      nil
    }
  }

  package func words(_ elsewhere: Elsewhere) -> String {
    switch elsewhere {
    case .keys: "存储的密钥写在 config.yaml 的 stores: 之下（见 ferry start --help）"
    }
  }

  package func words(_ fault: CommandLineFault) -> String {
    switch fault {
    case .unknown(let text): "没有命令“\(text)”；按 Tab 补全，按 ? 查看按键。"
    case .wants(let name, let fault?): ":\(name.rawValue)：\(words(fault))"
    case .wants(.sort, nil): ":sort 后面要写列名；按 Tab 补全。"
    case .wants(.interval, nil): ":interval 后面要写秒数，1 到 3600。"
    case .wants(.export, nil): ":export 后面要写 csv 或 json，再写文件名。"
    case .wants(.page, nil): ":page 后面要写页码，1 到 5。"
    case .wants(let name, nil): ":\(name.rawValue) 后面还要写内容。"
    case .takesNothing(let name): ":\(name.rawValue) 后面不能写内容。"
    }
  }
}
