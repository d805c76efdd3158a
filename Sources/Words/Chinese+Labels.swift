package import Migration

extension Chinese {
  package func words(_ column: Column) -> String {
    switch column {
    case .id: "ID"
    case .name: "名称"
    case .source: "源端"
    case .destination: "目的端"
    case .state: "状态"
    case .progress: "进度"
    case .speed: "速度"
    case .left: "剩余"
    case .objects: "对象"
    case .failed: "失败"
    case .tasks: "任务"
    case .started: "启动时间"
    case .description: "描述"
    case .time: "时间"
    case .profile: "配置"
    case .action: "操作"
    case .task: "任务"
    case .outcome: "结果"
    case .endpoint: "终端节点"
    case .region: "区域"
    case .project: "项目"
    case .api: "API"
    case .credentials: "凭证"
    case .caution: "限制"
    case .provider: "提供商"
    case .side: "可作为"
    case .size: "大小"
    case .key: "对象键"
    case .bytes: "字节"
    case .rate: "速率"
    case .age: "时间"
    }
  }

  package func words(_ label: Label) -> String {
    switch label {
    case .id: "ID"
    case .name: "名称"
    case .group: "任务组"
    case .state: "状态"
    case .progress: "进度"
    case .bytes: "字节"
    case .speed: "速度"
    case .tasks: "任务"
    case .objects: "对象"
    case .started: "启动时间"
    case .elapsed: "已用时间"
    case .left: "剩余时间"
    case .created: "创建时间"
    case .thisMonth: "本月"
    case .error: "错误"
    case .advice: "处理方法"
    case .failedObjects: "失败对象"
    case .notification: "通知"
    case .type: "类型"
    case .source: "源端"
    case .destination: "目的端"
    case .listFile: "列表文件"
    case .description: "描述"
    case .limit: "限速"
    case .changedSince: "变更起始"
    case .overwrite: "覆盖方式"
    case .storageClass: "存储类别"
    case .check: "校验方式"
    case .priority: "优先级"
    case .metadata: "元数据"
    case .restore: "恢复归档"
    case .encryption: "KMS 加密"
    case .failureList: "失败列表"
    case .requesterPays: "请求者付费"
    case .threads: "线程数"
    case .appID: "APP ID"
    case .sourceDomain: "源端域名"
    case .example: "示例"
    case .time: "时间"
    case .notChecked: "未检查"
    }
  }

  package func words(_ detail: Detail) -> String {
    switch detail {
    case .part(let done, let total): "\(done)，共 \(total)"
    case .stillListed: "，仍在列举源端"
    case .arrived(let arrived, let skipped): "到达 \(arrived) 个，跳过 \(skipped) 个"
    case .failed(let failed, let total): "失败 \(failed) 个，共 \(total) 个"
    case .made(let made, let total): "已创建 \(made) 个，共 \(total) 个"
    case .atWork(let waiting, let running, let stopped):
      "等待 \(waiting) 个，运行 \(running) 个，停止 \(stopped) 个"
    case .over(let failed, let succeeded): "失败 \(failed) 个，成功 \(succeeded) 个"
    case .requests(let requests, let bytes): "请求 \(requests) 次，\(bytes)"
    case .objectsArrived(let arrived, let skipped): "到达对象 \(arrived) 个，跳过 \(skipped) 个"
    case .objectsFailed(let failed): "失败 \(failed) 个"
    case .yes: "是"
    case .no: "否"
    case .files(let count): "（\(count) 个文件）"
    case .canRetry: "可以重试；"
    case .noList: "没有列表"
    case .delivered: "已送达"
    case .notDelivered(let reason): "未送达，\(reason)"
    case .onSuccess: "成功"
    case .onFailure: "失败"
    case .atLimits(let time): "按限速需 \(time)"
    case .notAlwaysLimited: "未知，因为并非总有限速"
    case .counted(let objects, let bytes, let lister): "\(objects) 个，\(bytes)（\(lister)）"
    case .notKnown: "未知"
    case .by(.you): "由您操作"
    case .by(.another): "由他人操作"
    case .dryRun: "试运行"
    case .readOnly: "只读"
    case .protected: "受保护"
    case .byRegion: "按区域"
    case .sourceSide: "源端"
    case .destinationSide: "目的端"
    }
  }

  package func words(_ outcome: ActionOutcome) -> String {
    switch outcome {
    case .done: "完成"
    case .accepted: "已接受"
    case .refused: "被拒绝"
    case .failed: "失败"
    case .skipped: "已跳过"
    }
  }

  package func name(of noun: String) -> String { Self.kinds[noun] ?? "任务" }
}
