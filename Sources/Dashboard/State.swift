package import Canvas
package import Migration
import Words

/// Everything that the screen shows; nothing else is remembered anywhere.
package struct State: Equatable, Sendable {
  /// What was settled before the dashboard opened.
  package let configuration: DashboardConfiguration
  /// The terminal's size.
  package internal(set) var size: Size
  /// The tasks and the place among them.
  package internal(set) var list: TaskList
  /// How fresh the tasks are.
  package internal(set) var link: Link
  /// What lies over the table, the one that has the keys last.
  package private(set) var layers: [Layer] = []
  /// Whether the task under the cursor is shown in full.
  package internal(set) var isDetailOpen = false
  /// Whether the keys that move scroll that task rather than the table.
  package internal(set) var isDetailFocused = false
  /// Where in its lines somebody reads.
  package internal(set) var detailPager = Pager()
  /// The zone in which the service counts the hours of bandwidth windows, as far as it has said so.
  package internal(set) var windowZone: WindowZone?
  /// How fast everything together went.
  var history = SpeedHistory()
  /// What was told so far.
  package internal(set) var messages = Messages()
  /// A line for the footer, until the next key.
  package internal(set) var notice: Notice?
  /// Actions that are under way, and the one whose results are on the screen.
  package internal(set) var actions: [RunningAction] = []
  /// The exports that are under way, by their numbers, and whether each has all that there is.
  var exports: [Int: Bool] = [:]

  /// When the latest key was pressed, from the opening of the dashboard.
  var lastKeyAt: Duration?
  /// When the cursor was moved last, from the opening of the dashboard.
  var lastMoveAt: Duration?
  /// Keys that wait for the rows to be arranged, in order.
  var heldKeys: [HeldKey] = []
  /// Whether a user was told that leaving now abandons an action.
  var wasWarnedOfQuitting = false
  private var lastRequest = 0
  private var isClockOn = true

  /// The state before anything is known.
  package init(configuration: DashboardConfiguration, size: Size) {
    self.configuration = configuration
    self.size = size.clamped
    list = TaskList(filter: RowFilter(configuration.filter, now: nil))
    link = Link(interval: configuration.refreshInterval)
  }

  /// What is to be done before the first event.
  package var startEffects: [Effect] {
    [.poll(every: link.interval), .refresh, .clock(isOn: true)]
  }

  /// The layer that has the keys, which is exchanged or taken away by setting it.
  ///
  /// While there is none, the table has them.
  package internal(set) var layer: Layer? {
    get { layers.last }
    set {
      _ = layers.popLast()
      if let newValue { layers.append(newValue) }
    }
  }

  /// Lays `layer` over all others.
  mutating func push(_ layer: Layer) { layers.append(layer) }

  /// The tasks that a question before the user's eyes is about: an answer counts only while they are
  /// as it says.
  package var watchedTasks: [TaskID] { prompt?.targets.map(\.id) ?? [] }

  /// The prompt, while one is open.
  package var prompt: Prompt? {
    if case .prompt(let prompt) = layer { prompt } else { nil }
  }

  /// The latest moment that is known of, from the opening of the dashboard.
  var now: Duration { max(link.now, lastKeyAt ?? .zero) }

  /// Tells something in the footer.
  mutating func tell(_ word: ScreenWord, _ kind: Notice.Kind = .info) {
    notice = Notice(kind, configuration.tongue.words(word))
  }

  /// Tells something in the footer that stays findable after the next key.
  mutating func tell(_ notice: Notice) {
    self.notice = notice
    messages.add(notice, at: link.date)
  }

  /// A number that no request has had before.
  mutating func newRequest() -> Int {
    lastRequest += 1
    return lastRequest
  }

  /// Starts or stops the clock when that has become necessary.
  mutating func adjustClock() -> [Effect] {
    let isNeeded = link.dependsOnTime || prompt != nil || !list.table.loose.isEmpty
    guard isNeeded != isClockOn else { return [] }
    isClockOn = isNeeded
    return [.clock(isOn: isClockOn)]
  }
}

extension Size {
  /// The size with extents that a screen can have, so that a broken report costs no memory.
  var clamped: Size {
    Size(rows: min(max(rows, 0), 1000), columns: min(max(columns, 0), 2000))
  }
}
