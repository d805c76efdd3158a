import Migration

extension Chinese {
  package func words(_ talk: KeyTalk) -> String {
    switch talk {
    case .question(let thing, let owner, let isHidden):
      words(thing, owner) + (isHidden ? "（不显示）：" : "：")
    case .needsFile(let owner, let variable):
      "\(words(owner))需要密钥文件；请把 \(variable) 设为它的路径"
    case .needsKeys(let owner, let variables?):
      "\(words(owner))需要密钥；请设置 \(variables.joined(separator: " 和 "))，或在 config.yaml 中写明它的存储"
    case .needsKeys(let owner, nil): "\(words(owner))需要密钥；请在 config.yaml 中写明它的存储"
    case .missing(let thing, let owner, let variable):
      "缺少\(words(thing, owner))；请设置 \(variable)"
    case .notGiven(.accessKey, let owner): "没有\(words(owner))的密钥；没有发送任何内容"
    case .notGiven(let thing, let owner): "没有给出\(words(thing, owner))；没有发送任何内容"
    }
  }

  private func words(_ owner: KeyTalk.Owner) -> String {
    let side =
      switch owner.side {
      case .source: "源端"
      case .destination: "目的端"
      }
    return side + (owner.store.map { " \($0) " } ?? "")
  }

  private func words(_ thing: KeyTalk.Thing, _ owner: KeyTalk.Owner) -> String {
    switch thing {
    case .accessKey: "\(words(owner))的访问密钥"
    case .secretKey: "\(words(owner))的秘密密钥"
    case .connectionString: "\(words(owner))的连接字符串"
    case .token: "\(words(owner))临时密钥的令牌"
    case .perhapsToken: "\(words(owner))的令牌（密钥为临时密钥时）"
    case .domainKey: "源端域名的密钥"
    }
  }
}
