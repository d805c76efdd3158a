extension Chinese {
  package func words(_ talk: LimitTalk) -> String {
    switch talk {
    case .title: "修改限速"
    case .new: "新限速"
    case .none: "不限速"
    case .different: "各不相同"
    case .hint: "20MiB，或 08:00-18:59=5MiB 19:00-23:59=50MiB；留空则不限速"
    }
  }
}
