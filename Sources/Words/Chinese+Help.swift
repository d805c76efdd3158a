extension Chinese {
  package var example: String { "示例：" }

  package func abstract(of topic: HelpTopic) -> String {
    switch topic {
    case .ferry: "查看、停止和删除对象存储迁移任务。"
    case .dashboard: "打开仪表盘。"
    case .list: "列出任务，需要处理的在前。"
    case .show: "显示一个任务的全部信息。"
    case .create: "新建任务，并输出其 ID。"
    case .stop: "停止运行中的任务。"
    case .delete: "删除任务；运行中的会被拒绝。"
    case .start: "恢复已停止的任务，或重新运行失败的任务。"
    case .bandwidth: "替换未结束任务的限速。"
    case .wait: "等待任务停止、成功、失败，或以任何方式结束。"
    case .watch: "任务一有变化就告知，每个事件一行。"
    case .verify: "逐个对象地核对任务迁移的内容与其源端。"
    case .group: "新建、列出、停止、删除、启动和重试任务组（API v2）。"
    case .groupList: "列出任务组，最新的在前。"
    case .groupShow: "显示一个任务组的全部信息。"
    case .groupCreate: "新建任务组，由服务拆分成任务；输出其 ID。"
    case .groupStop: "停止任务组及其全部任务。"
    case .groupDelete: "删除任务组及其全部任务。"
    case .groupStart: "恢复已停止的任务组。"
    case .groupRetry: "重新运行失败的任务组。"
    case .groupBandwidth: "替换未结束任务组的限速。"
    case .sync: "列出、新建、停止、启动和删除同步任务（API v2）。"
    case .syncList: "列出同步任务。"
    case .syncShow: "显示一个同步任务的全部信息，以及它在一个月内做了什么。"
    case .syncCreate: "新建同步任务，并输出其 ID。"
    case .syncStart: "让已停止的同步任务重新跟随源端。"
    case .syncStop: "停止同步任务。"
    case .syncDelete: "删除同步任务。"
    case .buckets: "列出提供商和区域，或某个提供商账号下的桶。"
    case .ls: "按任务中的写法，列出一处的对象和文件夹。"
    case .history: "显示对任务做过什么、看到任务发生过什么，最早的在前。"
    case .profiles: "显示配置文件中的各个配置。"
    case .doctor: "检查终端、文件和服务。"
    case .serve: "运行本地迁移服务。"
    case .demo: "在一次性的服务上用真实的迁移试用 Ferry；不留下任何东西。"
    }
  }

  package func notes(on topic: HelpTopic) -> String {
    switch topic {
    case .dashboard, .show, .group, .groupList, .groupStop, .sync, .syncList, .syncShow, .demo: ""
    case .ferry:
      """
      不带子命令时，在默认配置上打开仪表盘。在其中按 ? 查看按键；'ferry dashboard --help' 说明它的选项。

      退出状态：0 全部完成；1 失败；3 部分完成；64 用法错误；69 无法访问服务；75 wait 超时；77 凭证被拒绝。
      """
    case .list: "在终端上，表格只有放得下的列；在管道或文件中有全部的列。"
    case .create:
      """
      \(Self.locations)\(Self.keys)

      应答丢失的创建不会再发送第二次；而是在列表中查找新任务。

      使用 --dry-run 时不会创建任何东西：服务会检查的都会检查，有源端密钥时会列举源端。
      """
    case .stop: "已到达的对象会保留。再次启动需要存储密钥。"
    case .delete: "只删除任务。已到达的对象会保留。"
    case .start, .groupStart, .groupRetry, .syncStart: Self.keys
    case .bandwidth, .groupBandwidth:
      """
      OMS v1 接受 5 MiB/s 到 10 GiB/s 的限速，v2 接受 1 MiB/s 到 200 MiB/s。服务说明了时段按哪个时区计算时，\
      'ferry doctor' 会显示。
      """
    case .wait:
      """
      服务中断不超过一分钟时继续等待。退出状态：0 每个任务都到达（对于 finished：且没有失败的）；\
      1 有任务不再可能到达，或已失败；3 部分到达；75 超时。
      """
    case .verify:
      """
      每个不一致的对象一行：missing（目的端没有）、differs（不同）、extra（源端没有）或 unreadable（无法读取）；\
      最后是合计。两端都从本机读取，所用密钥与 start 相同。两端都有校验和时比较校验和，否则比较大小。\
      object 和 prefix 类型的任务结束后可以核对；带 --since 的任务不报告 extra。复制时略过的不作比较：\
      空文件夹、链接，以及 a//b 这类含空段的名称。--repair 重新迁移 missing 和 differs 的对象，并覆盖已有的。

      退出状态：两端一致时为 0，不一致时为 1。
      """
    case .watch:
      """
      事件：started（开始）、finished（成功结束）、failed（失败）、stopped（停止）、gone（被删除）、\
      stalled（一分钟内没有进展）、late（超过服务最初预计时间的一半，且至少一分钟），以及服务本身的 \
      offline 和 online。开始监视时任务的状态不是事件。服务中断时继续监视，直到 ^C。
      """
    case .groupShow: "'ferry list --filter group:ID' 列出它的任务。"
    case .groupCreate: "\(Self.locations)\(Self.keys)任务组没有 object 类型；不给 --type 时为 prefix。"
    case .groupDelete: "运行中的任务组会被拒绝，除非使用 --stop-first。已到达的对象会保留。"
    case .syncCreate: "整个桶跟随另一个整个桶。\(Self.keys)"
    case .syncStop: "不再跟随源端的变更。再次启动需要存储密钥。"
    case .syncDelete: "正在跟随源端的会被拒绝，除非使用 --stop-first。已到达的对象会保留。"
    case .buckets, .ls:
      "向服务查询（API v2）。对于本地服务，由这台机器用 rclone 查看。密钥取自该端的变量或 config.yaml 中的存储，否则会询问。"
    case .history: "使用 --task 时，后面是该任务最新的定义：除了不会保存的存储密钥之外，重新创建所需的一切。"
    case .profiles: "环境变量与配置不同时，以环境变量为准，并显示出来。星号标出未指名时使用的配置。不会发送任何内容。"
    case .doctor:
      """
      除 --store 外不做任何改动，也不启动服务。退出状态：0 没有问题；69 只是无法访问服务；77 只是凭证被拒绝；\
      1 其他问题。
      """
    case .serve:
      """
      它在只属于您的 Unix 套接字上应答。使用 --listen 时也在 TCP 上应答，那里的每个请求都必须签名。\
      它运行 FERRY_RCLONE 指定的 rclone，否则运行随它安装的，再否则运行 PATH 中的。
      """
    }
  }

  private static let locations = """
    位置：local:/路径、s3://桶/前缀?endpoint=URL（可加 &region=区域、&addressing=path 或 virtual）、obs://桶/前缀?region=区域（aws、oss、cos 等同理）、\
    rclone:远端:桶/前缀。源端前缀以 / 结尾时是文件夹，否则是一个对象。
    """

  private static let keys = """
    服务不保存存储密钥，所以取自 FERRY_SOURCE_AK、FERRY_SOURCE_SK、FERRY_DESTINATION_AK 和 \
    FERRY_DESTINATION_SK，或 config.yaml 中与该位置相符的存储，否则会询问。
    """
}
