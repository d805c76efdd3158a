extension Chinese {
  package func words(_ talk: WelcomeTalk) -> String {
    switch talk {
    case .scene: "这里有真实的对象在两个存储之间迁移；退出后什么都不留下。"
    case .firstKeys: "用 j 和 k 选择任务，Enter 查看，s 停止，R 恢复。"
    case .everythingElse: "? 列出所有按键；q 退出。"
    }
  }
}
