import Migration
import Words

/// What was told last, each thing with the rule when it is to be told again.
struct Told: Sendable {
  /// When anything was.
  var at = Duration.zero
  /// The line of the footer.
  var notice: Notice?
  /// Whether the tasks were told once.
  private(set) var hasList = false

  /// Which session it was told of.
  private var generation = 0
  private var hasWelcomed = false
  private var freshness: String?
  private var arrangement: Arrangement?
  private var messages = 0
  private var layer: Layer.Kind?
  private var spot: Spot?
  private var inspection: Inspection?

  /// Begins anew when another session has come into view.
  mutating func goOver(to session: Session) {
    guard generation != session.generation else { return }
    generation = session.generation
    (hasList, freshness, arrangement, spot, inspection) = (false, nil, nil, nil, nil)
  }

  /// How far what is told can be trusted, when that is another word than before.
  mutating func freshness(of state: State) -> [String] {
    let label = state.link.freshness.word
    guard freshness != label else { return [] }
    freshness = label
    let (profile, tongue) = (state.configuration.profile, state.configuration.tongue)
    return ["\(profile) \(label)"] + [state.link.problem.map(tongue.line)].compactMap(\.self)
  }

  /// The tasks, when they are known for the first time, in another order, or asked for.
  mutating func list(of state: State, isAsked: Bool) -> [String] {
    let table = state.list.table
    guard !state.link.isLoading, table.isArranged else { return isAsked ? [state.summary] : [] }
    guard isAsked || arrangement?.showsSame(as: table.shown) != true else { return [] }
    arrangement = table.shown
    let welcome =
      hasWelcomed
      ? [] : state.welcome.prefix(1) + [state.configuration.tongue.words(LineTalk.welcome)]
    (hasList, hasWelcomed) = (true, true)
    return [state.summary] + state.listSentences + welcome
  }

  /// Results, and what the last key brought, when it was not told yet.
  mutating func messages(of state: State) -> [String] {
    let new = state.messages.lines.suffix(max(0, state.messages.count - messages)).map(\.notice)
    messages = state.messages.count
    let isNew = state.notice != notice && state.notice.map { !new.contains($0) } ?? false
    notice = state.notice
    return new.map(\.text) + (isNew ? [state.notice?.text].compactMap(\.self) : [])
  }

  /// That an answer came too soon, unless it has closed the question.
  func hastiness(of state: State) -> [String] {
    state.prompt == nil && state.newTask?.question == nil
      ? [] : [state.configuration.tongue.words(LineTalk.hasty)]
  }

  /// What has the keys now, when it is not what had them.
  mutating func layer(of state: State) -> [String] {
    let kind = state.layer.flatMap { Layer.Kind($0, of: state) }
    guard kind != layer else { return [] }
    layer = kind
    return state.layerSentences
  }

  /// The task under the cursor, when the cursor was moved to it, and the page about it, when it is to be
  /// shown in full or was read.
  mutating func detail(of state: State, wasMoved: Bool) -> [String] {
    let (oldSpot, old) = (spot, inspection)
    (spot, inspection) = (state.list.spot, Inspection(state))
    guard state.layer == nil, hasList, let task = state.list.current else { return [] }
    if let inspection {
      let isNew = wasMoved ? inspection != old : inspection.hasArrived(since: old)
      return isNew ? state.inspection(of: task) : []
    }
    return !wasMoved || spot == oldSpot ? [] : [state.sentence(of: task)]
  }

  /// How everything goes, when something moves and nothing was told for a while.
  func progress(of state: State) -> [String] {
    let isQuiet = state.now - at >= Narration.silence
    let isMoving = state.list.table.tally.counts[.running] ?? 0 > 0
    return hasList && isQuiet && isMoving && !state.link.isPaused && !state.link.isDoubtful
      ? [state.summary] : []
  }
}

/// Which page about which task is shown in full.
private struct Inspection: Equatable {
  let spot: Spot?
  let page: InspectorPage
  /// Whether there is something on it.
  let isRead: Bool

  /// `nil` while none is.
  init?(_ state: State) {
    guard state.isDetailOpen else { return nil }
    (spot, page) = (state.list.spot, state.page)
    isRead = state.hasRead(state.page)
  }

  /// Whether it was read, where it was waited for.
  func hasArrived(since old: Inspection?) -> Bool {
    old?.isRead == false && isRead && old?.spot == spot && old?.page == page
  }
}

extension Layer {
  /// What is told once when it begins to have the keys.
  fileprivate enum Kind: Equatable {
    /// What happened, as far as it is known.
    case past(Recollection?)
    /// That the action with this number is held back.
    case held(Int)
    case help, messages, sortMenu, actionMenu, filterEntry, limits
    /// Of which profile one is chosen by its number; the opening with this number.
    case profiles([ProfileChoice])
    case opening(Int)
    /// The question with this number about this action; of a form, the field that is typed into.
    case question(Int, TaskAction, KeyForm.Field?)
    /// The line of a new task that is typed; that its keys are looked for; the question with this number
    /// about it, and of a form the field that is typed into.
    case newTask(NewTaskForm.Field)
    case keySearch
    case closedNewTask
    case newTaskQuestion(Int, KeyForm.Field?)

    /// `nil` for what is told otherwise, or not to be told yet.
    init?(_ layer: Layer, of state: State) {
      switch layer {
      case .help: self = .help
      case .messages: self = .messages
      case .past: self = .past(state.session.past.recollection)
      case .sortMenu: self = .sortMenu
      case .profiles(let menu): self = menu.opening.map(Self.opening) ?? .profiles(state.profiles)
      case .actionMenu: self = .actionMenu
      case .filterEntry: self = .filterEntry
      case .limits: self = .limits
      case .prompt(let prompt):
        guard let review = prompt.review else { return nil }
        self = .question(prompt.request, review.action, prompt.form?.field)
      case .newTask(let dialogue):
        switch dialogue.stage {
        case .typing: self = .newTask(dialogue.form.field)
        case .finding: self = .keySearch
        case .closed: self = .closedNewTask
        case .unseen, .open: self = .newTaskQuestion(dialogue.request, dialogue.keyForm?.field)
        }
      case .sheet(let request, _):
        guard state.shownAction?.held != nil else { return nil }
        self = .held(request)
      case .commandEntry: return nil
      }
    }
  }
}

extension Link.Freshness {
  /// The word alone, without an age.
  fileprivate var word: String {
    switch self {
    case .live: "LIVE"
    case .stale: "STALE"
    case .connecting, .paused, .offline: label(showsAge: false)
    }
  }
}
