package import Migration

/// What of the state belongs to the session in view; changed in place, as a table may be long.
extension State {
  /// What was settled when the session was opened.
  package var configuration: DashboardConfiguration { session.configuration }

  /// The tasks and the place among them.
  package internal(set) var list: TaskList {
    get { session.list }
    _modify { yield &session.list }
  }

  /// How fresh the tasks are.
  package internal(set) var link: Link {
    get { session.link }
    _modify { yield &session.link }
  }

  /// Whether the task under the cursor is shown in full.
  package internal(set) var isDetailOpen: Bool {
    get { session.isDetailOpen }
    set { session.isDetailOpen = newValue }
  }

  /// Whether the keys that move scroll that task rather than the table.
  package internal(set) var isDetailFocused: Bool {
    get { session.isDetailFocused }
    set { session.isDetailFocused = newValue }
  }

  /// Where in its lines somebody reads.
  package internal(set) var detailPager: Pager {
    get { session.detailPager }
    set { session.detailPager = newValue }
  }

  /// The zone in which the service counts the hours of bandwidth windows, as far as it has said so.
  package internal(set) var windowZone: WindowZone? {
    get { session.windowZone }
    set { session.windowZone = newValue }
  }

  /// Actions that are under way, and the one whose results are on the screen.
  package internal(set) var actions: [RunningAction] {
    get { session.actions }
    _modify { yield &session.actions }
  }

  /// How fast everything together went.
  var history: SpeedHistory {
    get { session.history }
    _modify { yield &session.history }
  }
}

extension State {
  /// Puts the session of a profile into view and the one in view aside.
  ///
  /// - Parameters:
  ///   - configuration: What was settled for it.
  ///   - generation: The number that the answers of its service carry.
  mutating func enter(_ configuration: DashboardConfiguration, generation: Int) {
    let left = session.link
    session.list.forgetArranging()
    parked[session.configuration.profile] = session
    session =
      parked.removeValue(forKey: configuration.profile)?
      .reopened(configuration, generation: generation)
      ?? Session(configuration, generation: generation)
    session.link.takeTime(of: left)
    heldKeys = []
  }

  /// Does something to the session that sent the action or creation with this number, also while another one is in
  /// view: then what it would ask of its service is left for the time when it is.
  ///
  /// - Returns: The effects to carry out, in order.
  mutating func inSession(of request: Int, _ body: (inout State) -> [Effect]) -> [Effect] {
    let owner = parked.first { $0.value.hasSent(request) }?.key
    guard let owner, var other = parked.removeValue(forKey: owner) else { return body(&self) }
    // Exchanged and not copied, as a table may be long.
    swap(&session, &other)
    session.link.takeTime(of: other.link)
    let view = other.configuration.profile
    parked[view] = other
    _ = body(&self)
    parked[view] = nil
    swap(&session, &other)
    parked[owner] = other
    return []
  }
}
