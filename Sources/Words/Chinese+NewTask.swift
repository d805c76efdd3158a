import Migration

extension Chinese {
  func words(_ fault: NewTaskFault) -> String {
    switch fault {
    case .descriptionTooLong: "描述超过 255 个字符"
    case .descriptionSigns: "描述不能包含 < > & \" '"
    case .listFileNeedsKind: "列表文件需要 list 或 url_list 类型"
    case .needsListFile(let kind): "\(kind.rawValue) 类型的任务需要列表文件"
    case .takesListFile(let kind): "\(kind.rawValue) 类型的任务从列表文件取得对象，而不是从键"
    case .uncheckedKind: "只有 url_list 类型的任务可以不做校验"
    case .tooManyWindows(let count): "有 \(count) 个限速时段；最多 5 个"
    case .notPartOfDay(let window):
      "\(window) 不是一天中的时段；请写成 hh:mm-hh:mm，开始在前，跨夜请写两个时段"
    case .windowsOverlap(let one, let other):
      "\(one) 与 \(other) 重叠；结束时间包含在内：先 07:59，再 08:00"
    }
  }
}
