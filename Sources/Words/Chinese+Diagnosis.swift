package import Migration

extension Chinese {
  package func words(_ finding: Finding) -> String {
    switch finding {
    case .noTerminal: "没有终端；命令可用，界面不可用"
    case .noTerminalType: "没有设置 TERM"
    case .unknownTerminal(let type): "这台机器不认识 TERM=\(type)"
    case .simpleTerminal(let type): "\(type) 不能显示全屏；界面将逐行说明"
    case .terminal(let type): type
    case .refusedColours: "无，按 NO_COLOR 的要求"
    case .colours(0): "无；状态用文字表示"
    case .colours(let count): "\(count)"
    case .size(let columns, let rows):
      "\(columns)×\(rows)" + (finding.status == .ok ? "" : "；只放得下一行状态")
    case .locale(let setting, nil):
      "\(setting ?? "默认区域设置") 没有安装；按 UTF-8 处理"
    case .locale(let setting, "UTF-8"): "\(setting ?? "没有 LANG")，UTF-8"
    case .locale(let setting, .some(let charset)):
      "\(setting ?? "没有 LANG") 表示 \(charset)；仍然发送 UTF-8"
    case .rclone(let version, let path): "\(version), \(path)"
    case .noRclone(let fault, let isNeeded):
      words(fault) + (isNeeded ? "" : "；只有本地服务需要它")
    case .noConfiguration(let path): "没有 \(path)；只有内置配置 “local”"
    case .configuration(let path, let profiles): "\(path)；配置：\(list(profiles))"
    case .configurationRemark(let error), .badConfiguration(let error),
      .connectionRemark(let error), .noConnection(let error):
      words(error)
    case .state(let path): "\(path) 可写，且只属于您"
    case .stateToCome(let path): "\(path) 会在需要时建立"
    case .noState(let path, let parent): "无法在 \(parent) 中建立 \(path)"
    case .closedState(let path): "无法写入 \(path)"
    case .openState(let path, _): "其他人可以读取 \(path)"
    case .noRuntimeDirectory(let path, let socket):
      "XDG_RUNTIME_DIR 指向 \(path)，您不能使用它；套接字是 \(socket)"
    case .longSocketPath(let path, let most):
      "\(path) 超过 \(most) 字节，服务无法在那里监听"
    case .noLocalService: "没有运行；第一个需要它的命令会启动它"
    case .silentLocalService(let endpoint):
      "在 \(endpoint) 监听，但没有应答；请查看状态目录中的 ferry.log"
    case .localService(let endpoint): "运行于 \(endpoint)"
    case .ailingLocalService(let endpoint, let status, let complaints):
      "运行于 \(endpoint)，但是：\(complaints.isEmpty ? "HTTP \(status)" : list(complaints))"
    case .endpoint(let endpoint, let isEncrypted, let status, let latency):
      "\(endpoint) 有应答" + (isEncrypted ? "（TLS）" : "")
        + (status.map { "（HTTP \($0)，\(Int(latency / .milliseconds(1))) 毫秒）" } ?? "")
    case .connections(let answered, let count, let slowest):
      "同时建立的 \(count) 个连接中有 \(answered) 个得到应答"
        + (answered > 0 ? "（最后一个用时 \(Int(slowest / .milliseconds(1))) 毫秒）" : "")
    case .quota(let count): "该账号最多可同时运行 \(count) 个任务"
    case .noQuota(.unknownAccount): "没有查询：配额属于账号，而只知道项目"
    case .noQuota(.noCall): "该服务不提供"
    case .windowZone(let zone): "时段按 \(zone.text) 计算"
    case .noWindowZone: "服务没有说明时段按哪个时区计算"
    case .clock(let ahead): clock(ahead, isUsual: finding.status == .ok)
    case .credentials(let origin): words(origin)
    case .project(let id): id
    case .foundProject(let id, let name): "\(id)，按名称 “\(name)” 找到"
    case .versions(let spoken, let offered):
      "使用 \(spoken.rawValue)；服务"
        + (offered.map { "提供 \(list($0))" } ?? "没有列出版本")
    case .tasks(let isOneRead): isOneRead ? "可以列出和读取" : "可以列出"
    case .unreadableTasks(let count, let first):
      "可以列出；有 \(count) 个无法读取：\(first)"
    case .leftOut(let leftOut): "可以列出；\(words(leftOut))"
    case .store(let finding): words(finding)
    case .failed(_, let problem): line(problem)
    }
  }

  package func advice(on finding: Finding) -> String? {
    if finding.status == .ok { return nil }
    return switch finding {
    case .noTerminal: "请在终端中运行 ferry，例如用 ssh -t"
    case .noTerminalType, .unknownTerminal:
      "请把 TERM 设为终端的类型，例如 xterm-256color"
    case .simpleTerminal: "要使用全屏界面，请换一个终端"
    case .size: "请放大到至少 \(Finding.leastSize.columns)×\(Finding.leastSize.rows)"
    case .locale(_, nil): "请安装它，或设置 LANG=C.UTF-8"
    case .locale: "请设置 LANG=C.UTF-8；名称显示不正常时使用 --ascii"
    case .noState, .closedState: "请更正权限，或设置 XDG_STATE_HOME"
    case .noRuntimeDirectory: "请取消设置 XDG_RUNTIME_DIR，或让它指向您的目录"
    case .longSocketPath: "请把 XDG_RUNTIME_DIR 设为路径较短的目录"
    case .openState(_, let isDirectory): "请对它运行 chmod \(isDirectory ? "700" : "600")"
    case .connections: "请询问其运营者或网络管理者允许多少个连接"
    case .clock: "请校准这台机器的时钟，例如运行 timedatectl set-ntp true"
    case .versions: "请把 api 设为 auto 或其中之一"
    case .store(let finding): advice(on: finding)
    // What is said about these says what to do, too, or there is nothing to do.
    case .terminal, .refusedColours, .colours, .rclone, .noRclone, .noConfiguration, .configuration,
      .configurationRemark, .badConfiguration, .state, .stateToCome, .noLocalService,
      .silentLocalService, .localService, .ailingLocalService, .connectionRemark, .noConnection,
      .endpoint,
      .credentials, .project, .foundProject, .tasks, .unreadableTasks, .leftOut, .quota, .noQuota,
      .windowZone, .noWindowZone, .failed:
      nil
    }
  }

  package func words(_ origin: CredentialOrigin) -> String {
    switch origin {
    case .socket: "不需要"
    case .given: "已给出"
    case .token: "FERRY_AUTH_TOKEN"
    case .environment: "HUAWEICLOUD_SDK_AK 和 _SK"
    case .sdkFile(let path): path
    case .login(let user, false): "用户 “\(user)” 登录"
    case .login(let user, true): "用户 “\(user)” 登录，询问密码"
    case .command(let profile): "配置 “\(profile)” 的命令"
    case .temporaryKeys(let origin): "临时密钥，来自 \(words(origin))"
    }
  }

  package func words(_ fault: RcloneFault) -> String {
    let oldest = "\(RcloneFault.oldest.major).\(RcloneFault.oldest.minor)"
    return switch fault {
    case .missing:
      "没有 rclone；请安装 \(oldest) 或更新的版本，或把 FERRY_RCLONE 设为它的路径"
    case .notAProgram(let path):
      "FERRY_RCLONE 指向 \(path)，它不是程序；请更正或取消设置"
    case .foreign(let path):
      "\(path) 的回答不像 rclone；请安装 rclone \(oldest) 或更新的版本"
    case .tooOld(let path, let version):
      "\(path) 是 rclone \(version)，太旧；请安装 \(oldest) 或更新的版本"
    }
  }

  func clock(_ ahead: Duration, isUsual: Bool) -> String {
    let seconds = ahead.components.seconds
    let distance = seconds.magnitude
    if isUsual { return distance < 2 ? "与服务一致" : "相差 \(distance) 秒" }
    return "比服务的时钟\(seconds < 0 ? "快" : "慢") \(distance) 秒"
      + (Finding.isRefused(ahead) ? "；第一个签名会被拒绝，下一个会校正" : "")
  }
}
