import Migration

extension Chinese {
  func words(_ fault: NewTaskFault) -> String {
    switch fault {
    case .descriptionTooLong: "描述超过 255 个字符"
    case .descriptionSigns: "描述不能包含 < > & \" '"
    case .listFileNeedsKind: "列表文件需要 list 或 url_list 类型"
    case .needsListFile(let kind): "\(kind.rawValue) 类型的任务需要列表文件"
    case .takesListFile(let kind): "\(kind.rawValue) 类型的任务从列表文件取得对象；请去掉源端的键或前缀"
    case .uncheckedKind: "只有 url_list 类型的任务可以不做校验"
    case .tooManyWindows(let count): "有 \(count) 个限速时段；最多 5 个"
    case .notPartOfDay(let window):
      "\(window) 不是一天中的时段；请写成 hh:mm-hh:mm，开始在前，跨夜请写两个时段"
    case .windowsOverlap(let one, let other):
      "\(one) 与 \(other) 重叠；结束时间包含在内：先 07:59，再 08:00"
    case .otherRegion(let bucket, let region): "桶 \(bucket) 在区域 \(region)；请给出该区域"
    }
  }

  func words(_ unsayable: Unsayable) -> String {
    "\(words(unsayable.place))无法表达"
      + unsayable.settings.map(words).joined(separator: "、")
      + "；请去掉，或使用另一版本的 API；没有发送任何内容"
  }

  private func words(_ place: Unsayable.Place) -> String {
    switch place {
    case .v1: "API v1 "
    case .v2: "API v2 "
    case .group: "任务组"
    case .groupStart: "任务组的启动"
    case .sync: "同步任务"
    case .syncStart: "同步任务的启动"
    case .storageQuestion: "对服务的这个询问"
    }
  }

  private func words(_ setting: Unsayable.Setting) -> String {
    switch setting {
    case .metadata: "是否迁移元数据"
    case .requesterPays: "请求者付费"
    case .overwrite: "何时覆盖对象"
    case .storageClass: "存储类别"
    case .check: "如何校验副本"
    case .priority: "优先级"
    case .listFileCount: "列表文件的数量"
    case .messageTemplate: "消息模板"
    case .temporaryKeys: "临时密钥"
    case .connectionString: "连接字符串"
    case .keyFile: "密钥文件"
    case .threads: "线程数"
    case .kindObject: "object 类型"
    case .encryption: "加密"
    case .selection: "对象的选择"
    case .listFile: "列表文件"
    case .folder: "目标文件夹"
    case .limits: "限速"
    case .changedSince: "变更日期"
    case .failedList: "是否记录失败对象"
    }
  }
}
