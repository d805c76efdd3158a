package import Canvas
package import Migration
import Words

/// Everything that the screen shows; nothing else is remembered anywhere.
package struct State: Equatable, Sendable {
  /// What is open on the profile that is shown.
  package internal(set) var session: Session
  /// What was open on other profiles, by their names.
  var parked: [String: Session] = [:]
  /// The profiles that can be opened, as far as they are known.
  var profiles: [ProfileChoice] = []
  /// The terminal's size.
  package internal(set) var size: Size
  /// What lies over the table, the one that has the keys last.
  package private(set) var layers: [Layer] = []
  /// What was told so far.
  package internal(set) var messages = Messages()
  /// A line for the footer, until the next key.
  package internal(set) var notice: Notice?
  /// The exports that are under way, by their numbers, and whether each has all that there is.
  var exports: [Int: Bool] = [:]

  /// The filters that were typed so far.
  var filters = LineHistory()
  /// The commands that were typed so far.
  var commands = LineHistory()
  /// What was typed of a new task that was not made.
  var draft = NewTaskForm()
  /// When the latest key was pressed, from the opening of the dashboard.
  var lastKeyAt: Duration?
  /// When the cursor was moved last, from the opening of the dashboard.
  var lastMoveAt: Duration?
  /// Keys that wait for the rows to be arranged, in order.
  var heldKeys: [HeldKey] = []
  /// Whether a user was told that leaving now abandons an action.
  var wasWarnedOfQuitting = false
  private var lastRequest = 0
  /// When the time is to be told, as far as that was asked for and has not come.
  var alarm: Duration?

  /// The state before anything is known.
  package init(configuration: DashboardConfiguration, size: Size) {
    session = Session(configuration, generation: 0)
    self.size = size.clamped
  }

  /// What is to be done before the first event.
  package var startEffects: [Effect] { beginEffects + [.readProfiles] }

  /// What is to be done once a session is in view.
  var beginEffects: [Effect] {
    link.isPaused ? [.poll(every: nil)] : [.poll(every: link.interval), .refresh]
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
  package var prompt: Prompt? { layer?.prompt }

  /// The making of a new task, while it has the keys.
  package var newTask: NewTaskDialogue? { layer?.newTask }

  /// Whether keys of a store are being typed, which nobody is to see.
  package var isTypingKeys: Bool { prompt?.form != nil || newTask?.keyForm != nil }

  /// Whether there is a question, or will be one, that nobody can have read yet.
  var isQuestionUnseen: Bool { prompt?.isOpen == false || newTask?.isUnseen == true }

  /// The latest moment that is known of, from the opening of the dashboard.
  var now: Duration { max(link.now, lastKeyAt ?? .zero) }

  /// Tells something in the footer.
  mutating func tell(_ word: ScreenWord, _ kind: Notice.Kind = .info) {
    notice = Notice(kind, configuration.tongue.words(word))
  }

  /// Tells something in the footer that stays findable after the next key.
  mutating func tell(_ notice: Notice) {
    // What went wrong stays until a key is pressed, whatever else there is to tell meanwhile.
    if self.notice?.kind != .error || notice.kind == .error { self.notice = notice }
    messages.add(notice, at: link.date)
  }

  /// A number that no request has had before.
  mutating func newRequest() -> Int {
    lastRequest += 1
    return lastRequest
  }
}

extension Size {
  /// The size with extents that a screen can have, so that a broken report costs no memory.
  var clamped: Size {
    Size(rows: min(max(rows, 0), 1000), columns: min(max(columns, 0), 2000))
  }
}
