package import Migration

extension Chinese {
  package func words(_ error: FilterError) -> String {
    "过滤表达式第 \(error.position + 1) 个字符：\(words(error.fault))"
  }

  package func words(_ fault: FilterFault) -> String {
    switch fault {
    case .openQuote: "这个引号没有结束"
    case .emptyQuotes: "引号之间没有内容"
    case .nothingNegated: "“!” 后面必须紧跟一个词"
    case .openPattern: "正则表达式也要以 “/” 结束"
    case .pattern(let fault): words(fault)
    case .wantsQuantity(.progress): "需要 0 到 100 的数字，例如 progress>50"
    case .wantsQuantity(.failed): "需要一个数字，例如 failed>0"
    case .wantsQuantity(.size): "需要一个大小，例如 size>1GiB"
    case .wantsQuantity(.age): "需要一段时间，例如 age>30d；单位是 s、m、h、d"
    case .unknownKey(let key, let sign, let known, let word):
      "“\(key)” 不是过滤键；可用的键是 \(list(known))。"
        + "要查找名称中的 “\(sign)”，请写 name:\(word)"
    case .noValue(let key): "“\(key):” 需要一个值"
    case .notAState(let text, let known): "“\(text)” 不是状态；状态有 \(list(known))"
    case .noGroup: "缺少任务组 ID"
    case .notAnID(let text): "“\(text)” 不是任务 ID"
    }
  }

  private func words(_ fault: PatternFault) -> String {
    switch fault {
    case .strayClosing: "这个 “)” 没有对应的开头"
    case .noClosing(let sign): "缺少 “\(sign)”"
    case .tooLarge: "这个模式太大"
    case .tooDeep: "这个模式嵌套太深"
    case .nothingThere: "这里缺少内容"
    case .nothingToRepeat(let sign): "这个 “\(sign)” 前面没有可重复的内容"
    case .unknownGroup: "只支持 (…) 和 (?:…) 这样的分组"
    case .count: "请写 {2}、{2,} 或 {2,5}；要写这个符号本身请用 \\{"
    case .nothingEscaped: "“\\” 后面缺少字符"
    case .unknownEscape(let sign): "这里不支持 “\\\(sign)”"
    case .backwards: "这个范围前后颠倒"
    }
  }
}
