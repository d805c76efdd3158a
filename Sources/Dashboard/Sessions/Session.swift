package import Migration
import Words

/// What is open on one profile: its tasks, the place among them, and what is under way there.
///
/// One session is in view. Those that were left stay as they were, so that whoever comes back finds their
/// place again.
package struct Session: Equatable, Sendable {
  /// The number that the answers of its service carry.
  package private(set) var generation: Int
  /// What was settled when it was opened.
  package private(set) var configuration: DashboardConfiguration
  /// The tasks and the place among them.
  package internal(set) var list: TaskList
  /// How fresh the tasks are.
  package internal(set) var link: Link
  /// Whether the task under the cursor is shown in full.
  package internal(set) var isDetailOpen = false
  /// Whether the keys that move scroll that task rather than the table.
  package internal(set) var isDetailFocused = false
  /// Where in its lines somebody reads.
  package internal(set) var detailPager = Pager()
  /// Which page about that task is shown.
  var page = InspectorPage.detail
  /// What was read about it for that page.
  var papers: TaskPapers?
  /// The pages that the service has nothing for.
  var untold: Set<InspectorPage> = []
  /// What happened while nobody looked.
  var past = Past()
  /// The zone in which the service counts the hours of bandwidth windows, as far as it has said so.
  package internal(set) var windowZone: WindowZone?
  /// Actions that are under way, and the one whose results are on the screen.
  package internal(set) var actions: [RunningAction] = []
  /// The creations that are under way, by their numbers, each with what was typed for it.
  var creations: [Int: NewTaskForm] = [:]
  /// How fast everything together went.
  var history = SpeedHistory()
  /// When the cursor came to be on another row by no doing of the user, from the opening of the dashboard.
  var rowChangedAt: Duration?
  /// Whether a key was pressed while it was in view.
  var isTouched = false

  /// A session of which nothing is known yet.
  init(_ configuration: DashboardConfiguration, generation: Int) {
    self.configuration = configuration
    self.generation = generation
    list = TaskList(filter: RowFilter(configuration.filter, now: nil))
    link = Link(interval: configuration.refreshInterval)
  }

  /// Whether it has sent what has this number.
  func hasSent(_ request: Int) -> Bool {
    creations[request] != nil || actions.contains { $0.request == request }
  }

  /// The session as it is opened once more, with what its profile says by now.
  ///
  /// The tasks are shown as they were, with their age, until the service has told them anew; those of
  /// another service are not.
  func reopened(_ configuration: DashboardConfiguration, generation: Int) -> Session {
    var session = Session(configuration, generation: generation)
    (session.actions, session.creations) = (actions, creations)
    guard configuration.service == self.configuration.service else { return session }
    session = self
    session.generation = generation
    session.configuration = configuration
    session.link.reopen()
    if configuration.refreshInterval != self.configuration.refreshInterval {
      session.link.interval = configuration.refreshInterval
    }
    session.list.expectAnew()
    return session
  }
}
