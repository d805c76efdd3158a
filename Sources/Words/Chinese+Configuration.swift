package import Migration

extension Chinese {
  package func words(_ error: ConfigurationError) -> String {
    switch error {
    case .apiVersion(let text): "“\(text)” 不是 API 版本；请给出 auto、v1 或 v2"
    case .region(let text): "“\(text)” 不是区域；请给出例如 cn-north-4"
    case .endpoint(let text):
      "“\(text)” 不是服务地址；请写 https://HOST、http://HOST:PORT 或 unix:///PATH"
    case .proxy(let setting): "\(setting) 不是代理；请写 http://HOST:PORT 或 socks5://HOST:PORT"
    case .location(let text, let fault): words(fault, of: text)
    case .order(let text, let known):
      "“\(text)” 不是排序键；请给出 \(list(known)) 之一，加 :desc 表示从大到小"
    case .setting(let name, let text, let known):
      "“\(text)” 不是\(words(name))；请给出 \(list(known)) 之一"
    case .bandwidthWindow(let text):
      "“\(text)” 不是限速时段；请写 08:00-18:59=20MiB（每秒字节数）"
    case .keyList(let file, let fault): words(fault, of: file)
    case .file(let path, let fault): path + words(fault)
    case .entry(let entry, let fault): "\(words(entry))\(words(fault))"
    case .profileAndEndpoint: "--profile 和 --endpoint 只能给出一个"
    case .noProfile(let name, let path, let known):
      "\(path) 中没有配置 “\(name)”；已有的是：\(list(known))"
    case .noDefault(let name, let path): "\(path)：默认配置 “\(name)” 不存在"
    case .noEndpoint(let profile): "配置 “\(profile)” 既没有 endpoint 也没有 region；请加上一个"
    case .noCredentials(let place, let file): words(place, sdkFile: file)
    case .openLogin(let endpoint): "在 \(endpoint) 登录会以明文发送密码；请使用 https，或在配置中设置 allow_plain_http"
    case .openToken(let endpoint): "令牌会以明文发送到 \(endpoint)；请使用 https，或在配置中设置 allow_plain_http"
    case .openPath(let endpoint): "发送到 \(endpoint) 的内容（包括密钥和令牌）在途中可被读取"
    case .halfPair(let present, let missing): "有 \(present) 却没有 \(missing)；请两个都给出，或都不给"
    case .keys(let holder, let fault): words(holder, fault)
    case .onePair(let variables, let count):
      "\(variables)_AK 只是一对密钥，而这些任务涉及 \(count) 个存储；"
        + "请在 config.yaml 中写明各存储，或分别启动每个存储的任务"
    case .projectReplaced(let profile, let variable):
      "使用了 \(variable) 中的项目，它与配置 “\(profile)” 的不同；--profile \(profile) 使用配置中的项目"
    case .openKeys(let path): "其他人可以读取 \(path) 中的密钥；请对它运行 chmod 600"
    case .noPassword(let user): "没有用户 “\(user)” 的登录密码；请设置 FERRY_IAM_PASSWORD"
    case .noProject:
      "没有项目；请给出 --project-id，或设置 HUAWEICLOUD_SDK_PROJECT_ID，"
        + "或在配置中加上 project_id 或 region"
    case .noIdentityService:
      "登录需要身份服务；请设置 HUAWEICLOUD_SDK_IAM_ENDPOINT，或在配置中加上 region 或 iam_endpoint"
    }
  }

  private func words(_ fault: LocationFault, of text: Quoted) -> String {
    switch fault {
    case .form:
      "“\(text)” 不是位置；请写 local:/PATH、s3://BUCKET/PREFIX?endpoint=URL、"
        + "obs://BUCKET/PREFIX?region=R 或 rclone:REMOTE:BUCKET/PREFIX"
    case .relativePath: "“\(text)” 需要绝对路径，例如 local:/srv/photos"
    case .noRemote: "“\(text)” 需要一个远端：rclone:REMOTE:BUCKET/PREFIX"
    case .noBucket: "“\(text)” 没有写明桶"
    case .holdsKeys:
      "“\(text)”：密钥不属于位置；会另行询问，或取自 FERRY_SOURCE_AK、FERRY_SOURCE_SK 等变量"
    case .option(let scheme, let known, let other):
      "“\(text)”：\(scheme) 接受 “?\(known.joined(separator: "=”、“"))=”，而不是 “\(other)”"
    case .repeatedOption(let name): "“\(text)”：“\(name)” 出现了两次"
    case .noEndpoint: "“\(text)” 需要存储的地址：?endpoint=https://HOST"
    case .noRegion: "“\(text)” 需要桶所在的区域：?region=R"
    case .scheme(let known): "“\(text)” 不是存储类型；已知的是 \(list(known))"
    }
  }

  private func words(_ name: SettingName) -> String {
    switch name {
    case .overwrite: "覆盖方式"
    case .storageClass: "存储类别"
    case .check: "校验方式"
    case .priority: "优先级"
    case .addressing: "桶的寻址方式"
    case .domainAuthentication: "域名鉴权方式"
    }
  }

  /// What follows the file's path.
  private func words(_ fault: FileFault) -> String {
    switch fault {
    case .unreadable(let reason): " 无法读取（\(reason)）"
    case .notYAML(let line?, let column?, let reason?):
      ":\(line)：第 \(column) 列：\(reason)" + (fault.isTab ? "；请用空格缩进，不要用制表符" : "")
    case .notYAML: " 不是 YAML"
    case .repeatedKey(let line): ":\(line)：同一个键出现了两次"
    case .noProfiles: " 无法理解：顶层没有 “profiles:”"
    }
  }

  private func words(_ entry: ConfigurationEntry) -> String {
    let profile = entry.profile.map { "配置 “\($0)” " } ?? ""
    let key = entry.key.map { "键 “\($0)” " } ?? ""
    return "\(entry.path)\(entry.line.map { ":\($0)" } ?? "")：\(profile)\(key)"
  }

  private func words(_ fault: EntryFault) -> String {
    switch fault {
    case .notAMapping: "不是键值列表"
    case .unknownKey(let known): "未知；已知的是 \(list(known))"
    case .wrongKind: "的值类型不对"
    case .wantsText: "无法使用：请给出一个文本"
    case .wantsList: "无法使用：请给出列表，每项前加 “-”"
    case .missing(let keys): "无法使用：请给出 \(keys.joined(separator: " 或 "))"
    case .beside(let keys): "无法使用：\(list(keys)) 只能有一个"
    case .keyless: "无法使用：这类位置不需要密钥"
    case .repeated: "无法使用：前面已有相同的一项"
    case .onlyWith(let key, let value): "无法使用：它需要 “\(key): \(value)”"
    case .wantsFlag: "无法使用：请给出 true 或 false"
    case .wantsSeconds: "无法使用：请给出 0.1 到 86400 秒"
    case .noneOf(let text, let known): "无法使用：“\(text)” 不是 \(list(known)) 之一"
    case .unusable(let error): "无法使用：\(words(error))"
    }
  }

  private func words(_ place: CredentialPlace, sdkFile: String) -> String {
    switch place {
    case .environment:
      "环境变量中没有密钥；请设置 HUAWEICLOUD_SDK_AK 和 HUAWEICLOUD_SDK_SK"
    case .token:
      "没有令牌；请设置 FERRY_AUTH_TOKEN，或设置 FERRY_IAM_USER 和 FERRY_IAM_PASSWORD 以登录"
    case .sdkFile: "\(sdkFile) 中没有密钥；[basic] 中需要 “ak” 和 “sk”"
    case .anywhere:
      "没有凭据；请设置 HUAWEICLOUD_SDK_AK 和 HUAWEICLOUD_SDK_SK，或 FERRY_AUTH_TOKEN，"
        + "或 FERRY_IAM_USER 以登录，或把密钥写入 \(sdkFile)"
    }
  }

  /// Words one after the other.
  func list(_ words: [String]) -> String { words.joined(separator: "、") }
}
