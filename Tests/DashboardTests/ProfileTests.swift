import Canvas
import FoundationEssentials
import TestSupport
import Testing
import Words

@testable import Migration

@testable import Dashboard

/// Other profiles, and the sessions that are open on them.
struct ProfileTests {
  private static let choices = [
    ProfileChoice(name: "local", endpoint: "unix:///run/ferry.sock"),
    ProfileChoice(name: "prod", endpoint: "https://oms.cn-north-4", isProtected: true),
    ProfileChoice(name: "test", problem: .noEndpoint(profile: "test")),
  ]

  /// A dashboard on `prod` that knows of other profiles.
  private func session(size: Size = .large) -> Session {
    var session = Session(DashboardConfiguration(profile: "prod", endpoint: "a"), size: size)
    session.send(.profilesRead(.success(Self.choices)))
    return session
  }

  /// The number of the opening under way.
  private func request(_ session: Session) -> Int {
    if case .profiles(let menu) = session.state.layer { menu.opening ?? -1 } else { -1 }
  }

  /// Goes over to a profile, of which nothing is known yet.
  private func open(
    _ profile: String, at endpoint: String = "b", isProtected: Bool = false,
    isReadOnly: Bool = false, _ session: inout Session
  ) {
    session.type(":profile \(profile)")
    session.press(.enter)
    let configuration = DashboardConfiguration(
      profile: profile, endpoint: endpoint, isReadOnly: isReadOnly, isProtected: isProtected)
    session.send(.opened(configuration, request: request(session)))
  }

  /// Lets the service of the session in view tell all its tasks.
  private func answer(_ tasks: [MigrationTask], at seconds: Double = 0, _ session: inout Session) {
    var snapshot = TaskSnapshot(tasks: tasks, at: seconds)
    snapshot.generation = session.state.session.generation
    session.send(.tasksLoaded(snapshot))
  }

  @Test func `line by line, the profiles are told again when they are others by then`() {
    var session = ToldSession()
    session.send(.profilesRead(.success(Self.choices)))
    session.type("P")
    #expect(session.transcript.contains { $0.hasPrefix("1 local") })
    let told = session.transcript.count
    session.send(.profilesRead(.success(Self.choices)))
    #expect(session.transcript.count == told)
    session.send(.profilesRead(.success([ProfileChoice(name: "new")] + Self.choices)))
    #expect(session.transcript[told...].contains { $0.hasPrefix("2 local") })
    session.type("2")
    guard case .open("local", _) = session.effects.last else { return #expect(Bool(false)) }
  }

  @Test func `the menu has the profiles that are configured by now, and what is wrong with them`() {
    var session = session()
    #expect(session.type("P") == [.readProfiles])
    #expect(session.screen.contains("▸ prod  protected  https://oms.cn-north-4"))
    #expect(session.screen.contains("local  unix:///run/ferry.sock"))
    #expect(session.screen.contains("profile 'test'"))
    session.send(.profilesRead(.success([ProfileChoice(name: "new")] + Self.choices)))
    #expect(session.screen.contains("new"))
    #expect(session.screen.contains("▸ prod"))
    session.press(.escape)
    #expect(session.state.layers.isEmpty)
  }

  @Test func `the profile under the cursor is opened, and until it is everything stays`() throws {
    var session = session()
    session.type("Pk")
    let effects = session.press(.enter)
    #expect(effects == [.open(profile: "local", request: request(session))])
    #expect(session.screen.contains("Opening local…"))
    #expect(session.screen.contains("prod"))
    // No key is for the table meanwhile.
    session.type("s")
    #expect(session.state.prompt == nil)
    let configuration = DashboardConfiguration(profile: "local", refreshInterval: .seconds(5))
    let number = request(session)
    let look = try #require(session.state.lastLook)
    #expect(
      session.send(.opened(configuration, request: number))
        == [
          .keepLook(look), .enter(generation: number), .poll(every: .seconds(5)), .refresh,
        ])
    #expect(session.screen.hasPrefix("local"))
    #expect(session.screen.contains("CONNECTING"))
    #expect(session.state.list.table.count == 0)
  }

  @Test func `Tab completes the names of profiles`() {
    var session = session()
    session.type(":profile lo")
    session.press(.tab)
    #expect(session.screen.contains(":profile local"))
  }

  @Test func `whoever comes back finds cursor, filter, marks and order as they were`() {
    var session = session()
    session.type(":sort name")
    session.press(.enter)
    session.type("/photos")
    session.press(.enter)
    session.type("* j")
    answer(MigrationTask.samples, &session)
    let before = session.state.list
    open("local", &session)
    answer([.sample(3, .running)], &session)
    #expect(session.state.list.marks.isEmpty)
    #expect(session.state.list.table.filter.isEmpty)
    open("prod", at: "a", &session)
    #expect(session.state.list.cursor == before.cursor)
    #expect(session.state.list.marks == before.marks)
    #expect(session.state.list.table.shown == before.table.shown)
    #expect(session.state.list.table.rows == before.table.rows)
    answer(MigrationTask.samples, &session)
    #expect(session.state.list == before)
  }

  @Test func `until it answers, the tasks of before are shown with their age`() {
    var session = session()
    open("local", &session)
    session.send(.tick(Moment(12)))
    open("prod", at: "a", &session)
    #expect(session.screen.contains("STALE 12s"))
    #expect(session.state.list.table.count == MigrationTask.samples.count)
    answer(MigrationTask.samples, at: 12, &session)
    #expect(session.screen.contains("LIVE"))
  }

  @Test func `tasks that went meanwhile go once all have been told`() {
    var session = session()
    open("local", &session)
    open("prod", at: "a", &session)
    var part = TaskSnapshot(tasks: Array(MigrationTask.samples.prefix(2)))
    part.generation = session.state.session.generation
    part.isLoading = true
    session.send(.tasksLoaded(part))
    #expect(session.state.list.table.count == MigrationTask.samples.count)
    answer(Array(MigrationTask.samples[2..<5]), &session)
    #expect(session.state.list.table.count == 5)
  }

  @Test func `of a profile that leads elsewhere by now nothing is shown that was there before`() {
    var session = session()
    open("local", &session)
    open("prod", at: "elsewhere", &session)
    #expect(session.state.list.table.count == 0)
    #expect(session.screen.contains("CONNECTING"))
  }

  @Test func `late answers of a session that was left change nothing`() {
    var session = session()
    session.openPrompt(.character("s"))
    session.press(.escape)
    let reading = session.state.session.generation
    open("local", &session)
    answer([.sample(3, .running)], &session)
    let before = session.state
    let known = MigrationTask.sample(3, .running).id
    var late = TaskSnapshot(tasks: [.sample(77, .failed)], removed: [known])
    late.generation = reading
    session.send(.tasksLoaded(late))
    session.send(.windowZone(WindowZone(minutes: 480), generation: reading))
    session.send(.targetsRead([], request: 1))
    session.send(.arranged([MigrationTask.sample(77, .failed).id], request: 1))
    #expect(session.state == before)
  }

  @Test func `rows that were being arranged are arranged when one comes back`() {
    var state = Session(DashboardConfiguration(profile: "prod"), size: .large).state
    let works = [Key.character(">")].flatMap { update(&state, .key($0, at: .seconds(1))) }
    #expect(works.contains { if case .arrange = $0 { true } else { false } })
    func open(_ profile: String) -> [Effect] {
      for key in ":profile \(profile)".map(Key.character) + [.enter] {
        _ = update(&state, .key(key, at: .seconds(2)))
      }
      guard case .profiles(let menu) = state.layer else { return [] }
      let configuration = DashboardConfiguration(profile: profile)
      return update(&state, .opened(configuration, request: menu.opening ?? -1))
    }
    _ = open("local")
    let effects = open("prod")
    #expect(effects.contains { if case .arrange = $0 { true } else { false } })
  }

  @Test func `an action that was sent goes on, and its end is told with its profile`() throws {
    var session = session()
    session.select(.running)
    session.openPrompt(.character("s"))
    session.type("y")
    let action = try #require(session.state.actions.first)
    open("local", &session)
    answer([.running], &session)
    let end = ActionResult(id: MigrationTask.running.id, name: "nightly", outcome: .accepted)
    #expect(session.send(.actionStep(end.id, .stopping, request: action.request)).isEmpty)
    #expect(session.send(.actionEnded(end, request: action.request)).isEmpty)
    #expect(session.state.notice?.text.hasPrefix("prod: stop 191297407830008") == true)
    #expect(session.state.list.table.task(end.id)?.state == .running)
    open("prod", at: "a", &session)
    #expect(session.state.list.table.task(end.id)?.state == .stopping)
    #expect(session.state.actions.isEmpty)
  }

  @Test func `leaving is warned of while an action of another profile is under way`() throws {
    var session = session()
    session.select(.running)
    session.openPrompt(.character("s"))
    session.type("y")
    let action = try #require(session.state.actions.first)
    open("local", &session)
    var other = session
    #expect(session.type("q").isEmpty)
    #expect(session.type("q") == [.quit])
    #expect(other.press(.control("c")) == [.cancel(request: action.request)])
  }

  @Test func `what a profile forbids holds at once`() {
    var session = session()
    open("local", isReadOnly: true, &session)
    answer([.running], &session)
    #expect(session.screen.contains("read-only"))
    session.openPrompt(.character("s"), tasks: [.running])
    #expect(session.screen.contains("The profile is read-only: nothing can be changed here."))
    session.press(.escape)
    open("test", isProtected: true, &session)
    answer([.running], &session)
    session.openPrompt(.character("s"), tasks: [.running])
    #expect(session.screen.contains("To stop, type test, then Enter."))
  }

  @Test func `over a question P is no part of an answer, and opens nothing`() {
    var session = session()
    session.select(.running)
    session.openPrompt(.character("s"))
    #expect(session.type("P").isEmpty)
    #expect(session.state.prompt == nil)
    #expect(session.state.layers.isEmpty)
  }

  @Test func `a profile that cannot be opened is one line, and the old one stays`() {
    var session = session()
    session.type(":profile test")
    session.press(.enter)
    session.send(.notOpened("profile 'test' has no endpoint", request: request(session)))
    #expect(session.screen.hasPrefix("prod"))
    #expect(session.screen.contains("profile 'test' has no endpoint"))
    #expect(session.state.notice?.kind == .error)
    #expect(session.state.layers.isEmpty)
    #expect(session.state.list.table.count == MigrationTask.samples.count)
  }

  @Test(arguments: [Key.escape, .control("c")])
  func `an opening can be given up, and what comes of it is dropped`(key: Key) {
    var session = session()
    session.type(":profile local")
    session.press(.enter)
    let number = request(session)
    #expect(session.press(key) == [.cancel(request: number)])
    let late = Event.opened(DashboardConfiguration(profile: "local"), request: number)
    #expect(session.send(late) == [.cancel(request: number)])
    #expect(session.screen.hasPrefix("prod"))
    session.send(.notOpened("too late", request: number))
    #expect(session.state.notice?.text != "too late")
  }

  @Test func `what should be known before anything is sent is told`() {
    var session = session()
    session.type(":profile local")
    session.press(.enter)
    session.send(
      .opened(
        DashboardConfiguration(profile: "local"), warnings: [.openKeys(path: "/keys")],
        request: request(session)))
    #expect(session.state.notice?.text.contains("/keys") == true)
  }

  @Test func `a configuration that cannot be read is told, and there is nothing to choose`() {
    var session = Session(size: .large)
    session.send(.profilesRead(.failure(.file(path: "/c.yaml", .unreadable(reason: "denied")))))
    #expect(session.state.notice == nil)
    session.type("P")
    session.send(.profilesRead(.failure(.file(path: "/c.yaml", .unreadable(reason: "denied")))))
    #expect(session.state.notice?.text.contains("/c.yaml") == true)
    #expect(session.state.layers.isEmpty)
  }

  @Test func `line by line a profile is chosen by its number, and its tasks are told`() {
    var session = ToldSession(DashboardConfiguration(profile: "prod"))
    session.send(.profilesRead(.success(Self.choices)))
    session.type("profile")
    #expect(session.transcript.contains("1 local  unix:///run/ferry.sock"))
    session.type("1")
    #expect(session.transcript.last == "Opening local…")
    guard case .profiles(let menu) = session.state.layer else { return #expect(Bool(false)) }
    session.send(
      .opened(DashboardConfiguration(profile: "local"), request: menu.opening ?? -1))
    #expect(session.transcript.last == "local CONNECTING")
    var snapshot = TaskSnapshot(tasks: [.sample(3, .running)])
    snapshot.generation = session.state.session.generation
    session.send(.tasksLoaded(snapshot))
    #expect(session.text.contains("local LIVE"))
    #expect(session.transcript.contains { $0.hasPrefix("local: 1 running") })
  }
}
