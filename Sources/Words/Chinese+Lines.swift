import Migration

extension Chinese {
  package func words(_ talk: LineTalk) -> String {
    switch talk {
    case .welcome: "输入命令后按 Enter；help 列出所有命令。只按 Enter 会说明当前情况。"
    case .appeared: "新任务"
    case .gone: "已不存在"
    case .left(let time): "还需 \(time)"
    case .was(let state): "之前为 \(state.word)"
    case .agree(let action): "要\(title(action))，输入 y 再按 Enter。"
    case .otherwise: "输入其他内容则什么都不改变。"
    case .closes: "输入任意内容即可关闭。"
    case .choice(let key, let objects): "输入 \(key) 再按 Enter：\(words(objects))。"
    case .key(let field):
      "输入\(words(field, isShort: false))，再按 Enter；按 ^C 则什么都不改变。输入的内容不会显示。"
    case .line(let field): "请输入\(words(field))并按 Enter；直接按 Enter 保持不变，输入 - 清空，^C 关闭表单。"
    case .limits(let none):
      "请输入新的限速并按 Enter；输入 \(none) 取消限速，直接按 Enter 采用这一行，^C 关闭表单。"
    case .agreeToCreate: "要创建任务，请输入 y 并按 Enter。"
    case .backToForm: "直接按 Enter 返回已输入的内容；输入其他内容则关闭表单。"
    case .dropped: "输入时问题已关闭：这一行余下的内容不显示也不采用；请按 Enter。"
    case .choose: "输入编号再按 Enter；输入其他内容则不选择。"
    case .filter: "输入筛选条件再按 Enter；不输入则显示所有任务。"
    case .hasty: "回答来得太早，问题还不可能读完；请再回答一次。"
    case .copied(let text): "可复制：\(text)"
    }
  }
}
