import Migration

extension Chinese {
  func words(_ fault: KeyListFault, of file: String) -> String {
    switch fault {
    case .empty: "\(file) 中没有对象键；请每行写一个"
    case .tooLarge(let limit):
      "\(file) 超过一个请求允许的 \(limit.rawValue >> 20) MiB；"
        + "请上传后用 --type list --list-file 桶/键 指定"
    case .tooMany(let limit):
      "\(file) 中的对象键超过 \(limit) 个，这是一个任务的上限；请拆分，"
        + "或上传后用 --type list --list-file 桶/键 指定"
    case .line(let number, let fault): "\(file) 第 \(number) 行：\(words(fault))"
    }
  }

  private func words(_ fault: KeyLineFault) -> String {
    switch fault {
    case .notUTF8: "不是 UTF-8；请用该编码保存文件"
    case .zeroByte: "含有零字节，对象键中不可能有；这是文本文件吗？"
    case .carriageReturn: "中间有回车符；请用换行符结束每一行"
    case .tooLong(let limit): "超过 \(limit) 字节，这是对象键的上限"
    }
  }
}
