import Migration

extension Chinese {
  func words(_ holder: KeyHolder, _ fault: KeyFault) -> String {
    let (who, command) =
      switch holder {
      case .profile(let name): ("配置 “\(name)”", "凭据的命令")
      case .store(let match): ("存储 “\(match)”", "它的命令")
      }
    return switch fault {
    case .command(let trouble): "\(who)：\(words(trouble, of: command))"
    case .notKeys(1): "\(who)：\(command)只打印了一行；访问密钥之后需要另起一行给出秘密密钥"
    case .notKeys(let lines):
      "\(who)：\(command)\(lines == 0 ? "没有打印任何内容" : "打印的不是密钥")；"
        + "需要各用一行打印访问密钥、秘密密钥，必要时再加令牌"
    case .noVariables(let name): "\(who)：没有设置 \(name)_AK 和 \(name)_SK"
    case .noRclone(let fault): "\(who)：\(words(fault))"
    case .remotes(let trouble):
      "\(who)：无法读取 rclone 的配置：\(words(trouble, of: "rclone config dump "))"
    case .noRemote(let name):
      "\(who)：rclone 的配置中没有远端 “\(name)”；请查看 rclone listremotes"
    case .keylessRemote(let name, let type):
      "\(who)：类型为 \(type) 的远端 “\(name)” 的配置中没有用于这类位置的密钥"
    case .keylessProfile(let name):
      "\(who)：配置 “\(name)” 没有访问密钥，或只有令牌；请指定有密钥的配置，或在其中设置 temporary_keys"
    case .unusable(let error): "\(who)：\(words(error))"
    case .refused(let problem): "\(who)：\(line(problem))"
    }
  }

  func words(_ trouble: CommandTrouble, of command: String = "命令") -> String {
    switch trouble {
    case .exited(let status): "\(command)以状态 \(status) 结束"
    case .killed(let signal): "\(command)被信号 \(signal) 终止"
    case .endless(let time): "\(command)在 \(words(time))后仍未结束，已将其终止"
    case .notRun(let reason): "无法运行\(command)（\(reason)）"
    }
  }
}
