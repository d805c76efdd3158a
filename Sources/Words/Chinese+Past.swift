import Migration

extension Chinese {
  package func words(_ talk: PastTalk) -> String {
    switch talk {
    case .title(let since): "自 \(since) 以来"
    case .summary(let since, let counts):
      "自 \(since) 以来："
        + counts.map { "\(words($0.happening)) \($0.count)" + words(doer: $0.by) }
        .joined(separator: "，") + "（E）"
    case .nothing(let since): "自 \(since) 以来没有看到发生什么。"
    case .unknown: "服务还没有给出任何内容。"
    case .event(let happening, let doer, let task, let time):
      "\(time.map { "\($0)  " } ?? "")\(words(happening))\(words(doer: doer))：\(task)"
        + (time == nil ? "（没有看到时间）" : "")
    }
  }

  private func words(doer: Doer?) -> String { doer.map { "（\(words(.by($0)))）" } ?? "" }
}
