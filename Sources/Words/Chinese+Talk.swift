import Migration

extension Chinese {
  package func words(_ talk: CommandTalk) -> String {
    switch talk {
    case .keysAgain(let list, let count): "\(list) 重复列出了 \(count) 个键；每个只迁移一次"
    case .demoBegins: "正在启动一个服务和两个对象存储……"
    case .askingLocalService: "正在询问本地服务……"
    case .checking(let check, let endpoint): "正在检查 \(endpoint) 的 \(check)……"
    case .counting(let objects, let bytes): "\(objects) 个对象，\(bytes)……"
    case .comparing(let same, let differing): "\(same) 个对象一致，\(differing) 个不一致……"
    case .compared(let tally):
      ObjectDifference.Kind.allCases.reduce("\(tally.same) 个一致") { words, kind in
        tally.differences[kind].map { "\(words)，\($0) 个 \(kind.rawValue)" } ?? words
      }
    case .repairing(let task, let objects): "任务 \(task) 重新迁移其中 \(objects) 个"
    case .waiting(let over, let count, let share, let speed):
      "已结束 \(over) 个，共 \(count) 个" + (share.map { "  \($0)" } ?? "") + "  \(speed)"
    }
  }

  package var helpFrame: [(english: String, own: String)] {
    [
      ("OVERVIEW: ", "概述："), ("USAGE: ", "用法："), ("ARGUMENTS:", "参数："),
      ("OPTIONS:", "选项："), ("SUBCOMMANDS:", "子命令："), ("WHAT TO MOVE:", "迁移什么："),
      ("HOW TO MOVE IT:", "如何迁移："), ("WHO IS TOLD:", "通知谁："),
      ("Show the version.", "显示版本。"), ("Show help information.", "显示帮助。"),
      ("Show subcommand help information.", "显示子命令的帮助。"), ("(values: ", "(可选："),
      ("(default: ", "(默认："), ("; default: ", "；默认："),
      ("See 'ferry help <subcommand>' for detailed help.", "详细帮助：'ferry help <子命令>'。"),
      ("See 'ferry help group <subcommand>' for detailed help.", "详细帮助：'ferry help group <子命令>'。"),
      ("See 'ferry help sync <subcommand>' for detailed help.", "详细帮助：'ferry help sync <子命令>'。"),
    ]
  }
}
