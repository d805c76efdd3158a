import Canvas
import Migration
import Words

extension State {
  /// Begins an action: new limits have to be typed before they can be asked about.
  ///
  /// - Parameters:
  ///   - action: What is asked for.
  ///   - targets: What it is to be done to.
  ///   - choice: How they were chosen; `nil` when by their marks, or pointed at without.
  /// - Returns: The effects to carry out, in order.
  mutating func begin(
    _ action: TaskAction, of targets: [TaskTarget], chosen choice: Prompt.Choice? = nil
  ) -> [Effect] {
    guard case .limit = action, !targets.isEmpty else {
      return ask(action, of: targets, chosen: choice)
    }
    layer = nil
    if let reason = reason(against: action, on: targets) {
      notice = Notice(.error, configuration.tongue.words(ScreenTalk.notPossible(reason)))
      return []
    }
    let tasks = targets.compactMap { list.table.task($0.id) }
    let form = LimitForm(targets: targets, choice: choice, tasks: tasks)
    guard LimitPage(form, of: self) != nil else {
      tell(.windowTooSmall, .error)
      return []
    }
    push(.limits(form))
    return []
  }

  /// Takes a key while new limits are typed.
  ///
  /// - Returns: The effects to carry out, in order.
  mutating func edit(_ form: LimitForm, by key: Key) -> [Effect] {
    switch key {
    case .enter:
      switch form.windows {
      case .success(let windows):
        return ask(.limit(windows), of: form.targets, chosen: form.choice)
      case .failure(let fault): notice = Notice(.error, words(fault))
      }
    case .escape: layer = nil
    default:
      var edited = form
      if edited.line.take(key) { layer = .limits(edited) }
    }
    return []
  }

  /// Why what was typed is no limits.
  func words(_ fault: LimitFault) -> String {
    switch fault {
    case .unreadable(let error): configuration.tongue.words(error)
    case .unfit(let problem): configuration.tongue.line(problem)
    }
  }
}
