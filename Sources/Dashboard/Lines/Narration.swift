import Canvas
import Migration
import Words

/// What was told line by line, and what has happened since: the form of the dashboard for a terminal
/// that cannot place its cursor, and for people who have it read to them.
///
/// It hears of each event before the state moves on by it, so that narration costs what has changed,
/// however many tasks there are.
package struct Narration: Sendable {
  /// How long nothing is told of what moves without ending.
  static let silence = Duration.seconds(60)

  /// Tasks that the service has told about, in that order, as they were told last; `nil` for new ones.
  private var changed: [(id: TaskID, was: MigrationTask?)] = []
  /// Whether somebody asked how things stand.
  private var isAsked = false
  /// Whether an answer came before its question can have been read.
  private var wasHasty = false
  /// Whether a key was pressed.
  private var wasPressed = false
  /// Steps of actions that have several.
  private var steps: [String] = []
  /// What was to be copied.
  private var copied: String?

  /// Whether keys of a bucket are being typed.
  private var hasForm = false
  /// Whether the question for them was closed by nobody's key, perhaps in the middle of a line: what is
  /// typed of it still must be neither shown nor taken.
  package private(set) var dropsLine = false

  /// What was told last.
  private var told = Told()

  /// Nothing was told yet.
  package init() {}

  /// A text was to be copied, which is told instead.
  package mutating func copy(_ text: String) { copied = text }

  /// Somebody asked how things stand.
  package mutating func ask() { isAsked = true }

  /// Notes what an event is about to change.
  package mutating func note(_ event: Event, before state: State) {
    switch event {
    case .tasksLoaded(let snapshot) where snapshot.generation == state.session.generation:
      let known = Set(changed.map(\.id))
      let ids = snapshot.tasks.map(\.id) + snapshot.removed.sorted()
      changed += ids.filter { !known.contains($0) }.map { ($0, state.list.table.task($0)) }
    case .key:
      wasPressed = true
      told.notice = nil
      if state.isQuestionUnseen { wasHasty = true }
    case .actionStep(let id, let step, let request):
      guard let action = state.actions.first(where: { $0.request == request }),
        action.action == .stopThenDelete
      else { return }
      steps.append("\(state.configuration.tongue.progress(step)) \(id)")
    case .tasksLoaded, .resized, .resumed, .tick, .arranged, .targetsRead, .actionEnded, .exported,
      .keysFound, .created, .told, .lookedLast, .recalled, .profilesRead, .opened, .notOpened,
      .shown, .windowZone,
      .notCopied,
      .notice:
      break
    }
  }

  /// What there is to tell now that the state is this one; nothing of it is told again.
  package mutating func lines(of state: State) -> [String] {
    told.goOver(to: state.session)
    // What the first list has in it is not new.
    if !told.hasList { changed = [] }
    var lines = told.freshness(of: state)
    lines += told.list(of: state, isAsked: isAsked)
    lines += changes(in: state)
    lines += steps
    lines += copied.map { [state.configuration.tongue.words(LineTalk.copied($0))] } ?? []
    // Nothing was sent to a clipboard, as that notice says.
    if copied != nil { told.notice = state.notice }
    lines += told.messages(of: state)
    dropsLine = hasForm && !state.isTypingKeys && !wasPressed
    hasForm = state.isTypingKeys
    if dropsLine { lines.append(state.configuration.tongue.words(LineTalk.dropped)) }
    if wasHasty { lines += told.hastiness(of: state) }
    lines += told.layer(of: state)
    lines += told.detail(of: state, wasMoved: wasPressed)
    (isAsked, wasHasty, wasPressed, steps, copied) = (false, false, false, [], nil)
    if lines.isEmpty { lines = told.progress(of: state) }
    if !lines.isEmpty { told.at = state.now }
    return lines.map { layOut($0, isASCII: state.configuration.isASCII).text }
  }

  /// What has become of tasks, no more than can be listened to.
  private mutating func changes(in state: State) -> [String] {
    defer { changed = [] }
    let news = changed.filter { state.isNews($0.id, was: $0.was) }
    let told = news.prefix(State.mostTold).map { state.sentence(of: $0.id, was: $0.was) }
    guard news.count > told.count else { return told }
    let rest = state.configuration.tongue.words(ScreenTalk.more(news.count - told.count))
    return told + [rest, state.summary]
  }
}
