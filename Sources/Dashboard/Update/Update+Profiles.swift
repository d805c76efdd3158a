import Canvas
import Migration
import Words

extension State {
  /// Lets a profile be chosen, of those that are configured by now.
  ///
  /// - Returns: The effects to carry out, in order.
  mutating func openProfileMenu() -> [Effect] {
    push(.profiles(ProfileMenu(name: configuration.profile)))
    return [.readProfiles]
  }

  /// Takes over which profiles there are.
  mutating func learn(_ read: Result<[ProfileChoice], ConfigurationError>) {
    switch read {
    case .success(let choices): profiles = choices
    case .failure(let error):
      // At the beginning nobody has asked for them.
      guard case .profiles(let menu) = layer, menu.opening == nil else { return }
      layer = nil
      tell(Notice(.error, configuration.tongue.words(error)))
    }
  }

  /// Takes a key while a profile is chosen, or waited for.
  ///
  /// - Returns: The effects to carry out, in order.
  mutating func chooseProfile(from menu: ProfileMenu, by key: Key) -> [Effect] {
    let command = CommandTable.command(for: key)
    if menu.opening != nil { return command == .back || command == .quit ? close(menu) : [] }
    switch command {
    case _ where key == .enter:
      guard !profiles.isEmpty else { return [] }
      layer = nil
      return openProfile(profiles[menu.row(in: profiles)].name)
    case .move(let motion):
      guard !profiles.isEmpty else { return [] }
      var rows = Menu(count: profiles.count, row: menu.row(in: profiles))
      rows.move(motion)
      layer = .profiles(ProfileMenu(name: profiles[rows.row].name))
    case .back, .quit, .profiles: return close(menu)
    case .some, .none: break
    }
    return []
  }

  /// Has the profile of this name opened; until it is, everything stays as it is.
  ///
  /// - Returns: The effects to carry out, in order.
  mutating func openProfile(_ name: String) -> [Effect] {
    let request = newRequest()
    push(.profiles(ProfileMenu(name: name, opening: request)))
    return [.open(profile: name, request: request)]
  }

  /// Leaves the choice, and gives up what is being opened.
  mutating func close(_ menu: ProfileMenu) -> [Effect] {
    layer = nil
    return menu.opening.map { [.cancel(request: $0)] } ?? []
  }

  /// Goes over to a profile that was opened, unless nobody waits for it any more.
  ///
  /// - Returns: The effects to carry out, in order.
  mutating func enter(
    _ configuration: DashboardConfiguration, warnings: [ConfigurationError], request: Int
  ) -> [Effect] {
    guard isOpening(request) else { return [.cancel(request: request)] }
    layer = nil
    takeBack()
    let leaving = dropPapers() + [lastLook.map(Effect.keepLook)].compactMap(\.self)
    enter(configuration, generation: request)
    for warning in warnings { tell(Notice(.info, configuration.tongue.words(warning))) }
    return leaving + [.enter(generation: request)] + beginEffects
  }

  /// Stays with the profile in view and says why the other one cannot be opened.
  mutating func stay(because line: String, request: Int) {
    guard isOpening(request) else { return }
    layer = nil
    tell(Notice(.error, line))
  }

  private func isOpening(_ request: Int) -> Bool {
    if case .profiles(let menu) = layer { menu.opening == request } else { false }
  }
}
