package import Migration

extension Chinese {
  package func words(_ reason: Rehearsal.Reason) -> String {
    switch reason {
    case .noKeys: "未统计：没有源端的密钥"
    case .listFile: "未统计：对象由列表文件指定，只有服务会读取它"
    case .otherMachine: "未统计：它在服务所在的机器上"
    case .provider(let provider): "未统计：此版本的 API 和这台机器都不能列举 \(provider) 的桶"
    case .noDates: "未统计：服务的列表不提供对象的修改时间"
    case .noListing: "未统计：服务不列出桶的内容"
    case .temporaryKeys: "未统计：服务的列表不接受临时密钥"
    case .noProgram(let fault): "未统计：\(words(fault))"
    }
  }

  package func words(_ part: Rehearsal.Unchecked) -> String {
    switch part {
    case .service: "只有服务知道的内容，例如配额"
    case .sourceKeys: "密钥能否打开源端"
    case .destinationKeys: "密钥能否打开目的端"
    }
  }

  package func words(_ lister: Rehearsal.Lister) -> String {
    switch lister {
    case .here: "由这台机器列举"
    case .service: "由服务列举"
    }
  }
}
