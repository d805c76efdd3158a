import Canvas
import FoundationEssentials
import TestSupport
import Testing

@testable import Migration

@testable import Dashboard

enum Screen: String, CaseIterable {
  case loading, empty, welcome, table, marked, filtered, filterEntry, filterMatchesNothing,
    offlineAtStart
  case offline, stale, paused, detail, detailFailed, help, sortMenu, profileMenu, actionMenu,
    hostile
  case promptReading, promptStop, promptDelete, promptDeleteRunning, promptRefused,
    promptUnreachable
  case promptStartForm, promptStartTyped, promptStart, promptStartFailed, promptStartMany
  case promptMany, promptProtected, promptReadOnly, sheetHeld, sheetRunning, sheetOver,
    stopAndDelete

  var configuration: DashboardConfiguration {
    var configuration = DashboardConfiguration(profile: "prod", endpoint: "oms.cn-north-4")
    configuration.isProtected = self == .promptProtected
    configuration.isReadOnly = self == .promptReadOnly
    configuration.isDemo = self == .welcome
    return configuration
  }

  /// Brings `session`, which knows no tasks yet, to the screen.
  func open(_ session: inout Session) {
    session.send(.tick(Moment(0)))
    switch self {
    case .loading: return
    case .empty:
      session.send(.tasksLoaded(TaskSnapshot(tasks: [])))
      return
    case .welcome:
      session.send(.tasksLoaded(.samples))
      return
    case .offlineAtStart:
      session.send(.refreshFailed(.unreachable, retryAt: .seconds(8), isLoading: true))
      return
    case .hostile:
      session.send(.tasksLoaded(TaskSnapshot(tasks: Self.hostileTasks)))
      return
    case .table, .marked, .filtered, .filterEntry, .filterMatchesNothing, .offline, .stale,
      .paused, .detail, .detailFailed, .help, .sortMenu, .profileMenu, .actionMenu, .promptReading,
      .promptStop,
      .promptDelete, .promptDeleteRunning, .promptRefused, .promptUnreachable, .promptMany,
      .promptProtected, .promptReadOnly, .promptStartForm, .promptStartTyped, .promptStart,
      .promptStartFailed, .promptStartMany, .sheetHeld, .sheetRunning, .sheetOver, .stopAndDelete:
      session.send(.tasksLoaded(.samples))
    }
    session.select(.running)
    openTable(&session)
    openPrompt(&session)
  }

  private static let profiles = [
    ProfileChoice(name: "local", endpoint: "unix:///run/user/1000/ferry/ferry.sock"),
    ProfileChoice(
      name: "prod", endpoint: "https://oms.cn-north-4.myhuaweicloud.com", isProtected: true),
    ProfileChoice(name: "test", problem: .noEndpoint(profile: "test")),
  ]

  private func openTable(_ session: inout Session) {
    switch self {
    case .marked: session.type(" j v jj")
    case .filtered:
      session.type("/photos")
      session.press(.enter)
    case .filterEntry: session.type("/state:fail")
    case .filterMatchesNothing:
      session.type("/nothing like it")
      session.press(.enter)
    case .offline:
      session.send(.refreshFailed(.unreachable, retryAt: .seconds(8)))
    case .stale: session.send(.tick(Moment(12)))
    case .paused: session.type("z")
    case .detail: session.press(.enter)
    case .detailFailed:
      session.select(.failed)
      session.press(.enter)
    case .help: session.type("?")
    case .sortMenu: session.type("oj")
    case .profileMenu:
      session.send(.profilesRead(.success(Self.profiles)))
      session.type("Pj")
    case .actionMenu:
      session.select(.succeeded)
      session.type("a")
    case .loading, .empty, .welcome, .table, .offlineAtStart, .hostile, .promptReading, .promptStop,
      .promptDelete, .promptDeleteRunning, .promptRefused, .promptUnreachable, .promptMany,
      .promptProtected, .promptReadOnly, .promptStartForm, .promptStartTyped, .promptStart,
      .promptStartFailed, .promptStartMany, .sheetHeld, .sheetRunning, .sheetOver, .stopAndDelete:
      break
    }
  }

  private func openPrompt(_ session: inout Session) {
    switch self {
    case .promptReading: session.type("s")
    case .promptStop, .promptProtected, .promptReadOnly: session.openPrompt(.character("s"))
    case .promptDelete:
      session.select(.stopped)
      session.openPrompt(.delete)
    case .promptDeleteRunning: session.openPrompt(.character("D"))
    case .promptRefused:
      session.select(.succeeded)
      session.openPrompt(.character("s"))
    case .promptUnreachable:
      session.type("s")
      session.readTargets(problem: .unreachable)
      session.showPrompt()
    case .promptMany:
      session.type("*")
      session.openPrompt(.character("s"))
      session.type("3")
    case .promptStartForm, .promptStartTyped, .promptStart, .promptStartFailed, .promptStartMany:
      openStart(&session)
    case .sheetHeld:
      session.type("*")
      session.openPrompt(.character("D"))
      let prompt = session.state.prompt
      session.type(prompt?.plan(in: configuration)?.challenge.typedAnswer ?? "")
      session.press(.enter)
    case .sheetRunning, .sheetOver: openSheet(&session)
    case .stopAndDelete:
      session.openPrompt(.character("D"))
      session.type("y")
      session.send(.actionStep(MigrationTask.running.id, .stopping, request: 2))
      session.send(.actionStep(MigrationTask.running.id, .waitingUntilStopped, request: 2))
    case .loading, .empty, .welcome, .table, .marked, .filtered, .filterEntry,
      .filterMatchesNothing,
      .offlineAtStart, .offline, .stale, .paused, .detail, .detailFailed, .help, .sortMenu,
      .profileMenu, .actionMenu, .hostile:
      break
    }
  }

  private func openStart(_ session: inout Session) {
    session.select(self == .promptStartFailed ? .failed : .stopped)
    if self == .promptStartMany { session.type("*") }
    session.openPrompt(.character("R"))
    if self == .promptStartTyped {
      session.type("AKIASOURCE")
      session.press(.tab)
      session.type("s3cr3t/from")
    } else if self != .promptStartForm {
      session.typeKeys()
    }
    if self == .promptStartFailed { session.type("f") }
    if self == .promptStartMany { session.type("2") }
  }

  private func openSheet(_ session: inout Session) {
    session.type("*")
    session.openPrompt(.character("s"))
    session.type("3")
    session.press(.enter)
    // A window may have no room for the question.
    guard let targets = session.state.actions.first?.targets else { return }
    session.send(.actionStep(targets[0].id, .stopping, request: 2))
    session.send(
      .actionEnded(
        ActionResult(id: targets[1].id, name: targets[1].name, outcome: .done), request: 2))
    guard self == .sheetOver else { return }
    session.send(
      .actionEnded(
        ActionResult(
          id: targets[0].id, name: targets[0].name, outcome: .failed, problem: .denied), request: 2)
    )
    session.send(
      .actionEnded(
        ActionResult(id: targets[2].id, name: targets[2].name, outcome: .skipped), request: 2))
  }

  /// Names that try to leave their cell.
  static let hostileTasks: [MigrationTask] = [
    "\u{1B}[2Jcleared", "two\nlines", "\u{202E}txt.exe", "zero\u{200B}width", "tab\there",
    "非常长的中文任务名称会被截断而不会破坏列", "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    "👩‍👩‍👧 family 🇨🇳", "", String(repeating: "x", count: 10_000), "\u{7}\u{0}\u{9B}31m",
  ].enumerated().map { index, name in
    .sample(Int64(index), .running, name: name) {
      $0.speed = ByteRate(rawValue: .max)
      $0.totalBytes = ByteCount(rawValue: .max)
      $0.completedBytes = ByteCount(rawValue: .min)
      $0.progress = .nan
      $0.objects = ObjectCounts(total: .max, succeeded: .min, failed: .max, skipped: .max)
      $0.timeLeft = .seconds(Int64.max)
      $0.source.bucket = name
      $0.destination.keys = [name]
    }
  }
}
