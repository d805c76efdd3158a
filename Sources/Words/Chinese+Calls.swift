import Migration

extension Chinese {
  func words(_ fault: CallFault, at endpoint: Endpoint) -> String {
    switch fault {
    case .silent(let time): "\(endpoint) 在 \(words(time))内没有应答；请检查网络"
    case .late(let step): "\(endpoint) 没有及时应答（\(step)）；请检查网络"
    case .unreachable(let reason): "无法连接 \(endpoint)（\(reason)）；\(advice(endpoint))"
    case .unasked(let reason): "无法访问 \(endpoint)（\(reason)）；\(advice(endpoint))"
    case .proxyUnreachable(let proxy, let reason):
      "无法连接 \(endpoint)，因为无法连接代理 \(proxy)（\(reason)）；请检查代理"
    case .proxyWantsLogin(let proxy):
      "代理 \(proxy) 要求用户才能访问 \(endpoint)；请写 http://USER:PASSWORD@HOST:PORT"
    case .proxyRefused(let proxy):
      "代理 \(proxy) 不允许访问 \(endpoint)；请联系其运维，或把主机列入 NO_PROXY"
    case .authorities(let source, let isThere):
      "没有向 \(endpoint) 发送任何内容：\(source.setting) 指定的 \(source.path) "
        + (isThere ? "中没有证书（PEM）" : "无法读取")
    case .connectionLost: "\(endpoint) 在应答之前关闭了连接"
    case .insecure(let fault): "\(endpoint) \(words(fault))"
    case .answerTooLarge(let limit): "\(endpoint) 的应答超过 \(limit.rawValue >> 20) MiB；没有读取"
    case .notHTTP(let reason): "\(endpoint) 的应答不是 HTTP（\(reason)）；\(advice(endpoint))"
    case .notAnAnswer(let kind, let detail):
      "\(endpoint) 的应答不是\(words(kind))（\(detail)）；请检查地址和 API 版本"
    case .noCount: "\(endpoint) 没有说明任务的数量；请检查 API 版本"
    case .calledOff: "对 \(endpoint) 的调用已取消"
    case .pausing: "\(endpoint) 因调用过多要求暂停"
    case .openSecret:
      "没有向 \(endpoint) 发送任何内容：其中有密钥或令牌，途中可被读取；请使用 https，或在配置中设置 allow_plain_http"
    case .keyGuarded(let key, let end):
      "在 UTC \(end) 之前不会用访问密钥 \(key) 向 \(endpoint) 发送任何内容，"
        + "因为再被拒绝会锁定它；请检查密钥"
    }
  }

  func words(_ fault: IdentityFault) -> String {
    switch fault {
    case .refused(let wish): "拒绝了\(words(wish))"
    case .unaccepted(let wish): "没有接受\(words(wish))"
    case .throttled: "请求过多；请稍候"
    case .trouble: "出现故障"
    case .noProject(let name):
      "用这些凭证找不到名为 '\(name)' 的项目；请检查区域，或用 --project-id 指明"
    case .manyProjects(let name, let count):
      "有 \(count) 个名为 '\(name)' 的项目；请用 --project-id 指明"
    case .notAnAnswer: "的应答不是身份服务的应答；请检查 iam_endpoint 和区域"
    }
  }

  func words(_ untried: Untried) -> String {
    switch untried {
    case .afterRefusal: "没有尝试，因为凭证被拒绝"
    case .calledOff: "没有尝试，因为已取消"
    case .agreedOnce: "没有再做一次，因为一次确认只算一次"
    case .calledOffLate: "已取消；已经发送的内容不会撤销"
    }
  }

  private func words(_ wish: IdentityWish) -> String {
    switch wish {
    case .project(let region):
      "用这些凭证查找 '\(region)' 的项目；请检查凭证，或给出 --project-id"
    case .login(let user, let account):
      "'\(user)'（账号 '\(account)'）的登录；请检查用户、账号、密码和区域"
    case .temporaryKeys: "为此令牌发放临时密钥；请重新登录"
    }
  }

  private func words(_ fault: TLSFault) -> String {
    switch fault {
    case .plain: "的这个端口不支持 TLS；请用 http:// 或其他端口"
    case .unknownSigner: "的证书不是由本机信任的机构签发，或已过期；请检查地址、本机时钟和证书"
    case .otherHost: "的证书属于另一台主机；请检查地址"
    case .noSafeVersion: "不支持安全的 TLS 版本；请联系其运维"
    case .other(let text): "无法安全访问（\(text)）；请检查地址和网络"
    }
  }

  private func words(_ kind: CallFault.AnswerKind) -> String {
    switch kind {
    case .v1: " v1 的应答"
    case .v2: " v2 的应答"
    case .versions: "版本列表"
    }
  }

  private func advice(_ endpoint: Endpoint) -> String {
    endpoint.isSocket ? "请用 'ferry serve' 启动服务" : "请检查地址和网络"
  }
}
