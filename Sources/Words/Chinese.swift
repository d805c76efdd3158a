package import Migration

/// Ferry in 简体中文.
package struct Chinese: Tongue {
  /// 简体中文.
  package init() {}

  package var fullStop: String { "。" }
  package var separator: String { "；" }

  package var doubt: String {
    "操作可能仍已执行，重试前请先查看"
  }

  package func words(_ leftOut: LeftOut) -> String {
    let members = leftOut.members.sorted().joined(separator: "、")
    return "\(leftOut.tasks.count) 个任务有类型不对的成员，已略去：\(members)"
  }

  package func words(_ retry: Retry) -> String {
    switch retry {
    case .now: "请重试"
    case .after(let pause): "请在 \(words(pause))后重试"
    case .later: "请稍后再试"
    case .tomorrow: "请明天再试"
    case .afterLook: "请先查看，再重试"
    }
  }

  package func words(askedPause pause: Duration) -> String { "（要求暂停 \(words(pause))）" }

  package func words(_ fact: Fact) -> String {
    switch fact {
    case .refused(let reason): words(reason)
    case .expired(let clock): expiry(clock)
    case .redirected(let endpoint, let target):
      "\(endpoint) 重定向到 \(target)，不予跟随；请更正终端节点"
    case .identity(let endpoint, let fault): "\(endpoint) \(words(fault))"
    case .call(let endpoint, let fault): words(fault, at: endpoint)
    case .untried(let untried): words(untried)
    case .action(let fault): words(fault)
    case .unreadableEntry(let reason): "列表中有一项无法读取：\(reason)"
    case .tokenWithoutProject: "身份服务给出的令牌不含项目；请给出 --project-id"
    case .unfit(let fault): "没有发送任何内容：\(words(fault))"
    case .unsayable(let unsayable): words(unsayable)
    case .misconfigured(let error): words(error)
    case .unwritable: "请求无法写成 JSON"
    case .noGroups: "API v1 没有任务组；服务支持时请用 --api v2"
    case .noSynchronisation: "API v1 没有同步任务；服务支持时请用 --api v2"
    case .noStorageQuestions: "API v1 无法查询桶、对象、服务商和区域；服务支持时请用 --api v2"
    case .notAnID(let text): "'\(text)' 不是 ID；请在列表中查找"
    case .announcements(let count): "一次可以通知 1 到 10 个变更的对象，而不是 \(count) 个"
    case .timeOutOfRange: "请求的时间超出范围"
    case .restlessList: "任务列表变化太快，来不及读取"
    case .journalUnwritable(let reason): "没有发送任何内容，因为无法写入操作日志（\(reason)）"
    }
  }

  /// A length of time.
  func words(_ duration: Duration) -> String {
    let seconds = duration.components.seconds
    switch seconds.magnitude {
    case 0: return "\(duration.components.attoseconds / 1_000_000_000_000_000) 毫秒"
    case ..<120: return "\(seconds) 秒"
    case ..<7200: return "\(seconds / 60) 分钟"
    default: return "\(seconds / 3600) 小时"
    }
  }

  private func expiry(_ difference: Duration?) -> String {
    guard let difference else {
      return "时钟相差超过 15 分钟，或临时密钥已过期；请校准本机时钟，或获取新密钥"
    }
    let isAhead = difference < .zero
    let amount = isAhead ? .zero - difference : difference
    guard amount >= .seconds(60) else { return "时钟一致，所以是临时密钥已过期；请获取新密钥" }
    return "本机时钟比服务的时钟\(isAhead ? "快" : "慢") \(words(amount))；请校准"
  }
}
