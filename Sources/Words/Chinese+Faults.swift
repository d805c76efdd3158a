import Migration

extension Chinese {
  package func words(_ fault: CommandFault) -> String {
    switch fault {
    case .refreshRange: "--refresh 取 0.1 到 86400 秒"
    case .runningRange: "--max-running 取 1 到 1000"
    case .fromOne(let option): "\(option) 取从 1 起的数"
    case .notALogLevel(let text): "'\(text)' 不是日志级别；请试 info 或 debug"
    case .notATimeZone(let text):
      "'\(text)' 不是时区；--timezone 接受 Europe/Berlin 或 UTC 这样的名称"
    case .notAPlace(let text): "'\(text)' 不是 HOST:PORT，例如 127.0.0.1:8080"
    case .notAProvider(let text, let schemes): "'\(text)' 不是提供商；请给出其中之一：\(schemes)"
    case .notAnID(let text, let noun, let list):
      "'\(text)' 不是\(name(of: noun)) ID；'\(list)' 会列出"
    case .notATaskID(let text): "'\(text)' 不是任务 ID；ID 是数字，'ferry list' 会列出"
    case .notAGroupState(let text, let states): "'\(text)' 不是任务组的状态；状态有 \(states)"
    case .notAMonth(let text): "'\(text)' 不是月份；请写成 2026-10"
    case .notAnEvent(let text, let words): "'\(text)' 不是事件；--on 接受 \(words)"
    case .notAnAddress: "--webhook 需要一个地址，例如 https://HOST/PATH"
    case .notAMoment(let text):
      "'\(text)' 不是时间；请写 90s、5m、2h、30d 或 2026-11-26T18:00:00Z"
    case .notADuration(let text): "'\(text)' 不是时间；请写 90s、5m 或 2h"
    case .notADate(let text): "'\(text)' 不是日期；请写 2026-01-31 或 2026-01-31T12:00:00Z"
    case .dateToCome(let text): "'\(text)' 还没有到；不会有此后的变更"
    case .notADomain(let text): "'\(text)' 不是域名；请写成 https://cdn.example.com"
    case .notAListFile(let text): "'\(text)' 不是 桶/键，例如 lists/photos.txt"
    case .together(let one, let other): "\(one) 和 \(other) 要一起给出"
    case .goesWith(let options, let main):
      "\(options.joined(separator: "、")) 要和 \(main) 一起给出"
    case .noAccounts(let provider): "'\(provider)' 没有账号；这样的位置请用 ferry ls"
    case .noStoreAddress: "S3 存储有自己的地址；请用 --region 给出"
    case .limitsOrNone: "请用 --limit 给出新的限速，或用 --none，不能两者都用"
    case .keysTwice: "请用 --key 或 --keys-from 给出键，不能两者都用"
    case .keysInPlaceToo: "请在 --from 中或用 --key、--keys-from 给出键，不能两者都用"
    case .idsOrFilter: "请给出任务 ID，或 --filter 表达式，不能两者都用"
    case .everyTask: "空的 --filter 会表示所有任务；请说明所指"
    case .noSource: "请给出 --from；只有 url_list 类型的任务不需要"
    case .noDestination: "请给出 --to，即对象到哪里去"
    case .addressesHaveNoPlace: "url_list 类型的任务从 --list-file 取得地址，而不是 --from"
    case .seeHelp(let words): "\(words)；请看 'ferry --help'"
    case .isReadOnly(let profile): "配置 '\(profile)' 是只读的；没有发送任何内容"
    case .isProtected(let profile, let verb):
      "配置 '\(profile)' 受保护；要执行 \(verb)，请给出 --confirm \(profile)"
    case .otherProfile(let said, let profile):
      "--confirm 写的是 '\(said)'，而配置是 '\(profile)'；没有发送任何内容"
    case .nobodyToAsk(let verb): "不在终端上，无法询问；要执行 \(verb)，请给出 --yes"
    case .notConfirmed: "没有得到确认；没有发送任何内容"
    case .about(let noun, let id, let words): "\(name(of: noun)) \(id)：\(words)"
    case .notCreatable(let id): "任务 \(id)：无法创建它的类型"
    case .unread(let noun, let reason): "有一个\(name(of: noun))无法读取：\(reason)"
    case .untouched(let noun, let reason):
      "有一个\(name(of: noun))无法读取，所以没有对它做任何操作：\(reason)"
    case .unreadPart(let reason): "列表的一部分无法读取：\(reason)"
    case .unreadFile(let path, let reason): "无法读取 \(path)（\(reason)）"
    case .unlisted(let place, let reason, let code):
      "无法列举\(place.map { " \($0)" } ?? "源端")：\(reason) [\(code)]"
    case .uncomparable(let id, let type): "任务 \(id)：\(type) 类型的任务按列表迁移，只有服务读取该列表"
    case .unfinished(let id, let state): "任务 \(id) 是 \(state)；请在它结束后再核对"
    case .onAnotherMachine(let id): "任务 \(id)：它的目录或远端在服务所在的机器上；请在那里核对"
    case .uncompared(let id, let reason, let code): "任务 \(id) 无法核对：\(reason) [\(code)]"
    case .reportUnwritten(let path, let reason): "无法把报告写入 \(path)（\(reason)）"
    case .unrepairable(let id): "任务 \(id)：不一致的对象都不在源端，没有可以重新迁移的"
    case .missing(let key, let more):
      "源端没有对象 '\(key)'" + (more > 0 ? "，另外还缺 \(more) 个" : "")
    case .nothingTo(let verb): "没有任务通过过滤器；没有可执行 \(verb) 的"
    case .nothingToWaitFor: "没有任务通过过滤器；没有可等待的"
    case .stillIn(let id, let state, let time):
      "\(time) 之后任务 \(id) 仍然\(state.map { "是 \($0)" } ?? "看不到")；不再等待"
    case .hasFailed(let id, let reason, let advice):
      "任务 \(id) 已失败" + (reason.map { "：\($0)" } ?? "") + (advice.map { "；\($0)" } ?? "")
    case .cannotBe(let id, let state, let goal): "任务 \(id) 是 \(state)，所以不会变成 \(goal)"
    case .cannotServe(let reason): "服务无法运行：\(reason)"
    case .notConfined(let reason): "无法把程序限制在指定的路径内：\(reason)"
    case .notRun(let program, let reason): "无法运行 \(program)：\(reason)"
    case .cannotStart(let reason, let log): "无法启动本地服务（\(reason)）；请看 \(log)"
    case .silentService(let words, let log):
      "本地服务没有应答" + (words.map { "：\($0)" } ?? "；请看 \(log)")
    case .demoEnded(let reason): "演示已结束：\(reason)"
    case .demoFolder(let path, let reason): "无法创建 \(path)（\(reason)）；/tmp 满了吗？"
    case .unwritten(let reason): "无法写出结果（\(reason)）"
    case .calledOff: "已取消"
    }
  }
}
