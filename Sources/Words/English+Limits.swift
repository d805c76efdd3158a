extension English {
  package func words(_ talk: LimitTalk) -> String {
    switch talk {
    case .title: "Change limits"
    case .new: "new limit"
    case .none: "no limit"
    case .different: "different ones"
    case .hint: "20MiB, or 08:00-18:59=5MiB 19:00-23:59=50MiB; an empty line: no limit"
    }
  }
}
