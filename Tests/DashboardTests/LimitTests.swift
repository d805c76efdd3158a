import Canvas
import FoundationEssentials
import TestSupport
import Testing
import Words

@testable import Migration

@testable import Dashboard

/// New speed limits for tasks.
struct LimitTests {
  private static let slow = BandwidthWindow(
    start: "08:00", end: "18:59", maxBandwidth: ByteRate(rawValue: 5 << 20))

  private static let limited = MigrationTask.sample(30, .running) {
    $0.settings.bandwidth = [slow]
  }

  /// A session with the cursor on a task that has a limit, whose limits are being typed.
  private func session(
    _ configuration: DashboardConfiguration = DashboardConfiguration(profile: "prod"),
    size: Size = .classic
  ) -> Session {
    var session = Session(configuration, size: size, tasks: MigrationTask.samples + [Self.limited])
    session.send(.windowZone(WindowZone(name: "Europe/Berlin", minutes: 60)))
    session.select(Self.limited)
    session.type("b")
    return session
  }

  private func form(_ session: Session) -> LimitForm? {
    if case .limits(let form) = session.state.layer { form } else { nil }
  }

  /// Types `text` in place of what stands there, and has the question about it be seen.
  private func ask(_ text: String, _ session: inout Session, tasks: [MigrationTask] = [limited]) {
    session.press(.control("e"), .control("u"), .paste(text), .enter)
    session.readTargets(from: tasks)
    session.showPrompt()
  }

  private func windows(_ session: Session) -> [String]? {
    guard case .act(let consent, _, _) = session.acts.last,
      case .limit(let windows) = consent.plan.action
    else { return nil }
    return windows.map(\.text)
  }

  @Test func `the limits that a task has stand in the form`() {
    #expect(form(session())?.line.text == "08:00-18:59=5MiB")
  }

  @Test(arguments: [
    ("20MiB", ["00:00-23:59=20MiB"]), ("", []),
    ("08:00-18:59=20MiB   19:00-19:59=1GiB", ["08:00-18:59=20MiB", "19:00-19:59=1024MiB"]),
  ])
  func `a yes to what was seen sends the limits that were typed`(text: String, wanted: [String]) {
    var session = session()
    ask(text, &session)
    #expect(session.acts.isEmpty)
    session.type("y")
    #expect(windows(session) == wanted)
    #expect(session.state.layer == nil)
  }

  @Test func `the question says what the limits were, what they will be, and by which clocks`() {
    var session = session()
    ask("20MiB", &session)
    let lines = session.screen.replacing("│", with: " ").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    #expect(lines.contains("08:00-18:59=5MiB → 00:00-23:59=20MiB"), "\(lines)")
    #expect(lines.contains("Europe/Berlin") && lines.contains("(UTC+01:00)"), "\(lines)")
  }

  @Test(arguments: ["fast", "18:00-08:00=5MiB", "08:00-10:00=5MiB 09:00-11:00=5MiB"])
  func `what is no limit is told as it is typed, and Enter does not leave it`(text: String) throws {
    var session = session()
    session.press(.control("u"), .paste(text))
    let form = try #require(self.form(session))
    #expect(session.state.remark(on: form).style == Style(.warning))
    #expect(session.press(.enter).isEmpty)
    #expect(session.state.notice?.kind == .error)
    #expect(self.form(session)?.line.text == text)
  }

  @Test(arguments: [Key.escape, .control("c")])
  func `the form is closed without a question`(key: Key) {
    var session = session()
    session.press(key)
    #expect(session.state.layers.isEmpty && session.acts.isEmpty)
  }

  @Test func `limits that a task has already are not sent again`() {
    var session = session()
    session.press(.enter)
    session.readTargets(from: [Self.limited])
    session.showPrompt()
    session.type("y")
    #expect(session.acts.isEmpty)
  }

  @Test func `tasks with different limits begin with an empty line, and their number is typed`() {
    var session = Session(tasks: MigrationTask.samples + [Self.limited])
    session.select(Self.limited)
    session.type(" ")
    session.select(.running)
    session.type(" b")
    #expect(form(session)?.line.text == "" && session.screen.contains("different ones"))
    ask("5MiB", &session, tasks: [Self.limited, .running])
    session.type("y")
    #expect(session.acts.isEmpty && session.state.prompt == nil)
    session.type("b")
    ask("5MiB", &session, tasks: [Self.limited, .running])
    session.type("2")
    session.press(.enter)
    #expect(windows(session) == ["00:00-23:59=5MiB"])
  }

  @Test func `a filter behind the name chooses the tasks`() {
    var session = Session(tasks: MigrationTask.samples + [Self.limited])
    session.type(":bandwidth id:\(Self.limited.id)")
    session.press(.enter)
    #expect(form(session)?.targets.map(\.id) == [Self.limited.id])
  }

  @Test func `the menu of actions leads to the form`() {
    var session = Session(tasks: [Self.limited])
    session.type("ab")
    #expect(form(session) != nil)
  }

  @Test func `in a small window the chosen action of the menu is in view`() {
    var session = Session(size: Size(rows: 5, columns: 20), tasks: [Self.limited])
    session.type("aG")
    #expect(session.screen.contains("▸ b  Change lim"))
  }

  @Test func `a task whose limits are fixed says so before anything is typed`() {
    var session = Session()
    session.type(":bandwidth state:succeeded")
    session.press(.enter)
    #expect(session.state.layers.isEmpty)
    #expect(session.state.notice?.text.contains("cannot be changed any more") == true)
  }

  @Test func `on a profile that changes nothing there is no form`() {
    let session = session(DashboardConfiguration(profile: "prod", isReadOnly: true))
    #expect(session.state.layer == nil && session.state.notice?.kind == .error)
  }

  @Test(arguments: ScreenTests.sizes, [Language.english, .chinese])
  func `it looks as approved at every size`(size: Size, language: Language) throws {
    var session = session(DashboardConfiguration(profile: "prod", language: language), size: size)
    var screens = [session.screen]
    session.press(.control("u"), .paste("08:00-18:59=fast"))
    screens.append(session.screen)
    ask("08:00-18:59=20MiB 19:00-23:59=50MiB", &session)
    screens.append(session.screen)
    let name = "limits-\(size.columns)x\(size.rows)-\(language)"
    let picture = screens.joined(separator: "\n====\n")
    #expect(try Snapshot(name).difference(from: picture) == nil)
  }
}
