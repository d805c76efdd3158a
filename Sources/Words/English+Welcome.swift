extension English {
  package func words(_ talk: WelcomeTalk) -> String {
    switch talk {
    case .scene: "Real objects move here between two stores; all is gone when you leave."
    case .firstKeys: "Choose a task with j and k, press Enter to see it, s to stop, R to resume it."
    case .everythingElse: "? shows all keys; q leaves."
    }
  }
}
