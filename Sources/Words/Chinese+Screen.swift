package import Migration

extension Chinese {
  package func words(_ word: ScreenWord) -> String {
    switch word {
    case .readOnly: "只读"
    case .protected: "受保护"
    case .noTasks: "没有任务"
    case .noTasksYet: "还没有任务。"
    case .makeOne: "按 c 新建；在 shell 中用 ferry create --from LOCATION --to LOCATION。"
    case .escClearsFilter: "按 Esc 清除过滤。"
    case .triesAgain: "按 r 立即重试。"
    case .sortBy: "排序方式"
    case .actions: "操作"
    case .profiles: "配置"
    case .readingProfiles: "正在读取 config.yaml…"
    case .escGivesUp: "按 Esc 放弃。"
    case .keys: "按键"
    case .keysScroll: "按键（j k 滚动，Esc 关闭）"
    case .noTaskToActOn: "没有可操作的任务。"
    case .nothingHeld: "没有等待发送的操作。"
    case .noFilterYet: "还没有过滤过；按 / 开始。"
    case .rowChanged: "光标下的行刚刚变了；看清楚后请再按一次。"
    case .windowTooSmall: "窗口太小，容不下这个问题，没有询问。"
    case .tooLongToCopy: "内容太长，剪贴板容不下，没有复制。"
    case .actionUnderWay: "有操作正在进行，退出将放弃等待；再按 q 退出。"
    case .givingUp: "正在放弃进行中的操作；已发送的不会撤销。再按 ^C 退出。"
    case .profileReadOnly: "此配置只读"
    case .taskGone: "任务已不存在"
    case .nothingChangeable: "此配置只读：这里什么也不能修改。"
    case .noneAllows: "这些任务都不允许"
    case .sent: "已发送"
    case .notSent: "未发送"
    case .keep: "保留"
    case .close: "关闭"
    case .next: "下一项"
    case .goOn: "继续"
    case .allObjects: "所有对象"
    case .onlyFailed: "仅失败的对象"
    case .readingAgain: "正在重新读取…"
    case .noName: "（无名称）"
    case .keysAgain: "需要再次输入存储密钥：它们没有被保存。"
    case .sameKeys: "在 config.yaml 中没有存储密钥的任务都使用这一对密钥。"
    case .scroll: "j k 滚动"
    case .retry: "r 重试失败的任务"
    case .closes: "Esc 关闭"
    case .closesOnly: "Esc 关闭此窗口；操作继续进行"
    case .canRetry: "可以重新迁移"
    case .cannotRetry: "不能重新迁移"
    }
  }

  package func words(_ talk: ScreenTalk) -> String {
    switch talk {
    case .matchesNothing(let filter): "没有任务匹配“\(filter)”。"
    case .silent(let profile): "\(profile) 没有应答。"
    case .reading(let profile): "正在读取 \(profile) 的任务…"
    case .unread(let count, let reason):
      (count.map { "\($0) 个任务" } ?? "部分任务") + "无法读取：\(reason)"
    case .refreshing(let interval): "每 \(interval) 刷新一次。"
    case .missing(let field): "缺少\(words(field, isShort: false))。"
    case .noTask(let action): "没有可以\(title(action))的任务。"
    case .results(let action, let good, let all):
      "\(title(action))：\(all) 个中完成 \(good) 个；其余的仍有标记。"
    case .resultTitle(let action, let good, let all): "\(title(action))：\(all) 个中完成 \(good) 个"
    case .held(let count, let seconds): "\(seconds) 秒后删除 \(count) 个任务；u 撤回"
    case .takenBack(let count): "已撤回：这 \(count) 个任务没有任何改动。"
    case .ended(let action, let id, let name, let words):
      "\(title(action)) \(id) \(name)：\(words)"
    case .sorting(let key): "正在按\(words(key))排序…"
    case .tasks(let count): "\(count) 个任务"
    case .more(let count): "还有 \(count) 个"
    case .leftAlone(let count): "其中 \(count) 个不会改动。"
    case .soFar(let count): "已读取 \(count) 个…"
    case .shown(let count, let all): "显示 \(count.map(String.init) ?? "…") / 共 \(all) 个"
    case .inRange(let count): "范围内 \(count) 个"
    case .notPossible(let reason): "无法进行：\(reason)"
    case .type(let action, let answer): "要\(title(action))，请输入 \(answer)，再按 Enter。"
    case .question(.limit, let count): "修改 \(count) 个任务的限速"
    case .question(let action, let count): "\(title(action)) \(count) 个任务"
    case .times(let started, let ran, let left):
      (started.map { "\($0) 启动" } ?? "未启动") + (ran.map { "，已运行 \($0)" } ?? "")
        + (left.map { "，剩余 \($0)" } ?? "")
    case .opening(let profile): "正在打开 \(profile)…"
    case .exporting(let count, let file): "正在把 \(count) 个任务写入 \(file)…"
    case .exported(let count, let file, let isWhole):
      "已把 \(count) 个任务写入 \(file)" + (isWhole ? "。" : "；还有任务无法读取，或尚未读取。")
    case .notExported(let file, let fault): words(fault, file)
    case .objects(let moved, let all, let failed, let skipped):
      "已迁移 \(moved) / \(all)，失败 \(failed)，跳过 \(skipped)"
    }
  }

  private func words(_ fault: ExportFault, _ file: String) -> String {
    switch fault {
    case .taken: "\(file) 已经存在，没有改动；请另选一个名称。"
    case .calledOff: "已放弃写入 \(file)，没有留下任何内容。"
    case .unwritten(let reason): "无法写入 \(file)（\(reason)），没有留下任何内容；请另选一个位置。"
    }
  }

  package func title(_ action: TaskAction) -> String {
    switch action {
    case .stop: "停止"
    case .delete: "删除"
    case .stopThenDelete: "停止后删除"
    case .start: "启动"
    case .limit: "修改限速"
    }
  }

  package func consequences(of action: TaskAction) -> [String] {
    let deletion = "任务记录将永久删除；已复制的对象会保留。"
    return switch action {
    case .stop: ["已复制的对象会保留。", "恢复时需要再次提供源端和目的端的密钥。"]
    case .delete: [deletion]
    case .stopThenDelete: ["运行中的任务不能删除。步骤：1 停止，2 等待其停止，3 删除。", deletion]
    case .start(failedOnly: false): ["继续迁移尚未到达的对象。"]
    case .start(failedOnly: true): ["只迁移失败的对象。"]
    case .limit: ["新的限速立即生效，并取代之前的全部限速。"]
    }
  }

  package func words(_ field: KeyField, isShort: Bool) -> String {
    switch field {
    case .sourceAccess: isShort ? "源端 AK" : "源端访问密钥 (AK)"
    case .sourceSecret: isShort ? "源端 SK" : "源端私有密钥 (SK)"
    case .destinationAccess: isShort ? "目的端 AK" : "目的端访问密钥 (AK)"
    case .destinationSecret: isShort ? "目的端 SK" : "目的端私有密钥 (SK)"
    }
  }
}
