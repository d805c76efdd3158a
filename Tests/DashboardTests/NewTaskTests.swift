import Canvas
import TestSupport
import Testing
import Words

@testable import Migration

@testable import Dashboard

/// The making of a new task.
struct NewTaskTests {
  /// A session in which a task from one place to another was typed and sent on.
  private func session(
    _ from: String = "local:/srv/pictures", _ to: String = "local:/backup",
    _ configuration: DashboardConfiguration = DashboardConfiguration(profile: "prod"),
    found: TransferKeys = TransferKeys()
  ) -> Session {
    var session = Session(configuration)
    session.type("c")
    session.fillNewTask(from, to)
    session.findKeys(found)
    return session
  }

  private func creations(_ session: Session) -> [Migration.NewTask] {
    session.effects.compactMap { if case .create(let task, _) = $0 { task } else { nil } }
  }

  @Test func `a task between directories is made by a yes to what was seen`() throws {
    var session = session()
    #expect(session.screen.contains("/srv/pictures/a.jpg → /backup/a.jpg"))
    session.type("y")
    #expect(creations(session).isEmpty)
    session.seeNewTask()
    session.type("y")
    let task = try #require(creations(session).first)
    #expect(task.source == StorageLocation(provider: "Local", bucket: "/srv/pictures"))
    #expect(task.destination == StorageLocation(provider: "Local", bucket: "/backup"))
    #expect(session.state.layer == nil)
  }

  @Test func `a yes that comes too soon after another key is put off`() {
    var session = session()
    session.seeNewTask()
    session.type("y", after: .milliseconds(200))
    #expect(creations(session).isEmpty)
    session.type("y")
    #expect(creations(session).count == 1)
  }

  @Test(arguments: [Key.escape, .enter, .character("n"), .character("q"), .tab])
  func `any other answer goes back to what was typed, and nothing is sent`(key: Key) {
    var session = session()
    session.seeNewTask()
    session.press(key)
    #expect(creations(session).isEmpty)
    #expect(session.state.newTask?.stage == .closed && session.state.notice != nil)
    session.press(.enter)
    #expect(session.state.newTask?.stage == .typing && session.state.newTask?.form.field == .from)
    #expect(session.screen.contains("local:/srv/pictures"))
  }

  @Test func `on a protected profile its name is typed`() {
    var session = session(
      "local:/srv/pictures", "local:/backup",
      DashboardConfiguration(profile: "prod", isProtected: true))
    session.seeNewTask()
    session.type("prod")
    #expect(creations(session).isEmpty)
    session.press(.enter)
    #expect(creations(session).count == 1)
  }

  @Test func `on a profile that changes nothing there is no form`() {
    var session = Session(DashboardConfiguration(profile: "prod", isReadOnly: true))
    session.type("c")
    #expect(session.state.layer == nil && session.state.notice?.kind == .error)
  }

  @Test func `keys that nobody has are asked for, and never shown`() throws {
    var session = session("s3://photos?endpoint=http://127.0.0.1:9", "local:/backup")
    session.seeNewTask()
    session.type("AKID")
    session.press(.enter)
    session.type("s3cr3t")
    #expect(!session.screen.contains("s3cr3t"))
    session.press(.enter)
    session.seeNewTask()
    session.type("y")
    let task = try #require(creations(session).first)
    #expect(task.keys.source?.accessKey == "AKID" && task.keys.destination == nil)
    #expect(task.keys.source?.secretKey.reveal() == "s3cr3t")
    #expect(!"\(session.effects) \(session.state)".contains("s3cr3t"))
  }

  @Test func `keys that a store of the configuration has are not asked for`() throws {
    var session = session(
      "s3://photos?endpoint=http://127.0.0.1:9", "local:/backup",
      found: TransferKeys(source: TransferKeys.samples.source))
    session.seeNewTask()
    session.type("y")
    #expect(try #require(creations(session).first).keys.source == TransferKeys.samples.source)
  }

  @Test func `a store that gives no keys is told, and what was typed stays`() {
    var session = Session()
    session.type("c")
    session.fillNewTask("s3://photos?endpoint=http://127.0.0.1:9", "local:/backup")
    session.findKeys(.failure(.location(Quoted("x"), .form)))
    #expect(session.state.newTask?.stage == .closed && session.state.notice != nil)
    session.press(.enter)
    #expect(session.screen.contains("s3://photos"))
  }

  @Test(arguments: [
    ("", "local:/backup", NewTaskField.from), ("local:/srv/pictures", "", .to),
  ])
  func `a place that is missing is told, and can be typed`(
    from: String, to: String, field: NewTaskField
  ) {
    var session = Session()
    session.type("c")
    session.fillNewTask(from, to)
    #expect(session.state.newTask?.stage == .typing)
    #expect(session.state.newTask?.form.field == field)
    #expect(session.state.notice?.kind == .error)
    #expect(!session.effects.contains { if case .findKeys = $0 { true } else { false } })
  }

  @Test(arguments: [
    (NewTaskField.from, "photos"), (.to, "s3://"), (.description, "<b>"), (.limit, "fast"),
    (.limit, "18:00-08:00=5MiB"),
  ])
  func `a line that says nothing is not left by Enter, and its fault is told`(
    field: NewTaskField, text: String
  ) {
    var session = Session()
    session.type("c")
    while session.state.newTask?.form.field != field { session.press(.tab) }
    session.press(.paste(text), .enter)
    #expect(session.state.newTask?.form.field == field)
    #expect(session.state.notice?.kind == .error)
  }

  @Test func `what was typed is there again after the form was closed`() {
    var session = Session()
    session.type("c")
    session.press(.paste("local:/srv/pictures"), .escape)
    #expect(session.state.layer == nil)
    session.type("c")
    #expect(session.screen.contains("local:/srv/pictures"))
  }

  @Test func `a task like the one under the cursor is made by one key`() throws {
    var session = Session()
    session.select(.stopped)
    session.type("c")
    session.press(.control("t"))
    let task = try #require(try? session.state.newTask?.form.task.get())
    #expect(task.source == MigrationTask.stopped.source)
    #expect(task.destination.bucket == MigrationTask.stopped.destination.bucket)
    #expect(task.kind == MigrationTask.stopped.kind)
    var plain = MigrationTask.stopped.settings
    (plain.description, plain.bandwidth) = (task.settings.description, task.settings.bandwidth)
    #expect(task.settings == plain)
  }

  @Test func `whoever begins anew takes nothing over from that task`() throws {
    var task = MigrationTask.stopped
    task.kind = .prefix
    task.settings.storageClass = "IA"
    var session = Session(tasks: [task])
    session.type("c")
    session.press(.control("t"), .control("e"), .control("u"))
    session.fillNewTask("local:/a", "local:/b")
    session.findKeys(TransferKeys())
    session.seeNewTask()
    session.type("y")
    let made = try #require(creations(session).first)
    #expect(made.kind == .object && made.settings.storageClass == nil)
  }

  @Test(arguments: [TaskKind.list, .urlList, .object])
  func `a task that the lines cannot say is not taken over`(kind: TaskKind) {
    var task = MigrationTask.stopped
    task.kind = kind
    if kind == .object { task.source.keys = ["a", "b"] }
    var session = Session(tasks: [task])
    session.type("c")
    session.press(.control("t"))
    #expect(session.state.newTask?.form.isEmpty == true)
    #expect(session.state.notice?.text.contains("--like \(task.id)") == true)
  }

  @Test func `what was typed meanwhile is not lost by the end of a creation`() throws {
    var session = session()
    session.seeNewTask()
    session.type("y")
    let request = try #require(session.newest)
    session.type("c")
    #expect(!session.screen.contains("local:/srv/pictures"))
    session.press(.paste("local:/other"), .escape)
    session.send(.created(.failure(.unreachable), request: request))
    session.type("c")
    #expect(session.screen.contains("local:/other"))
  }

  @Test func `a creation of which nobody knows is not told as none`() throws {
    var session = session()
    session.seeNewTask()
    session.type("y")
    var doubtful = APIProblem.unreachable
    doubtful.mayHaveHappened = true
    session.send(.created(.failure(doubtful), request: try #require(session.newest)))
    #expect(session.state.notice?.text.hasPrefix("Perhaps a task: ") == true)
  }

  @Test func `limits and a description go along`() throws {
    var session = Session()
    session.type("c")
    session.fillNewTask("local:/a", "local:/b", "nightly", "08:00-18:59=5MiB 19:00-23:59=50MiB")
    session.findKeys(TransferKeys())
    session.seeNewTask()
    session.type("y")
    let task = try #require(creations(session).first)
    #expect(task.settings.description == "nightly")
    #expect(task.settings.bandwidth.map(\.text) == ["08:00-18:59=5MiB", "19:00-23:59=50MiB"])
  }

  @Test func `a creation that failed leaves what was typed, one that worked does not`() throws {
    var session = session()
    session.seeNewTask()
    session.type("y")
    session.send(.created(.failure(.unreachable), request: try #require(session.newest)))
    #expect(session.state.notice?.kind == .error)
    session.type("c")
    #expect(session.screen.contains("local:/srv/pictures"))
    while session.state.newTask?.form.isAtEnd == false { session.press(.tab) }
    session.press(.enter)
    session.findKeys(TransferKeys())
    session.seeNewTask()
    session.type("y")
    let made = CreationResult(task: TaskTarget(id: TaskID(rawValue: 7), name: "new"))
    session.send(.created(.success(made), request: try #require(session.newest)))
    #expect(session.state.notice == Notice(.success, "created 7 new"))
    session.type("c")
    #expect(!session.screen.contains("local:/srv/pictures"))
  }

  @Test func `leaving while a creation is under way is warned of`() throws {
    var session = session()
    session.seeNewTask()
    session.type("y")
    #expect(session.type("q") == [])
    #expect(session.type("q") == [.quit])
  }

  @Test(arguments: [
    Event.resumed, .tick(Moment(90)), .resized(Size(rows: 6, columns: 30)),
    .key(.control("z"), at: .zero),
  ])
  func `a question that nobody can see or answers is closed`(event: Event) {
    var session = session()
    session.seeNewTask()
    session.send(event)
    session.type("y")
    #expect(creations(session).isEmpty)
    #expect(session.state.newTask?.stage == .closed)
  }

  @Test(arguments: [
    Event.resumed, .tick(Moment(90)), .resized(Size(rows: 6, columns: 30)),
    .key(.escape, at: .zero),
  ])
  func `what is typed of a secret after its question was closed gets into no line`(event: Event) {
    var session = session("s3://photos?endpoint=http://127.0.0.1:9", "local:/backup")
    session.seeNewTask()
    session.type("AKID")
    session.press(.enter)
    session.type("s3")
    session.send(event)
    session.type("cr3tnq")
    session.press(.paste("s3cr3t"))
    session.send(.resized(.classic))
    #expect(session.state.newTask?.stage == .closed)
    session.press(.enter)
    #expect(!session.screen.contains("cr3t") && !session.screen.contains("AKID"))
  }

  @Test func `letters before the fields for keys were drawn refuse nothing, and get into no line`()
  {
    var session = session("s3://photos?endpoint=http://127.0.0.1:9", "local:/backup")
    session.type("nqy")
    session.press(.enter)
    session.seeNewTask()
    #expect(session.state.newTask?.keyForm?.text(of: .sourceAccess).isEmpty == true)
  }

  @Test(arguments: [100, 119, 200, 500])
  func `a question shows the whole of both places, or is not asked`(length: Int) {
    let long = "local:/" + String(repeating: "a", count: length)
    var session = session(long + "/from-here", long + "/to-there")
    session.seeNewTask()
    let page = session.state.newTask.flatMap { NewTaskPage($0, of: session.state) }?.page
    let text = (page?.lines ?? []).map(\.text).joined().filter { !$0.isWhitespace }
    let isShown = text.contains("/from-here(Local)") && text.contains("/to-there(Local)")
    #expect(isShown == (session.state.newTask?.question != nil))
  }

  @Test(arguments: ScreenTests.sizes, [Language.english, .chinese])
  func `it looks as approved at every size`(size: Size, language: Language) throws {
    var session = Session(DashboardConfiguration(profile: "prod", language: language), size: size)
    session.type("c")
    var screens = [session.screen]
    session.fillNewTask("s3://photos/2025/?endpoint=http://127.0.0.1:9", "local:/backup/photos")
    screens.append(session.screen)
    session.findKeys(TransferKeys())
    screens.append(session.screen)
    session.type("y")
    session.typeStoreKeys()
    screens.append(session.screen)
    let name = "\(size.columns)x\(size.rows)-\(language)"
    let picture = screens.joined(separator: "\n====\n")
    #expect(try Snapshot("newTask-\(name)").difference(from: picture) == nil)
  }
}

extension Session {
  /// Types all lines of the form; an empty one leaves what stands there.
  mutating func fillNewTask(_ texts: String...) {
    for index in NewTaskField.allCases.indices {
      if texts.indices.contains(index), !texts[index].isEmpty {
        press(.control("e"), .control("u"), .paste(texts[index]))
      }
      press(.enter)
    }
  }

  /// Answers the search for keys.
  mutating func findKeys(_ keys: TransferKeys) { findKeys(.success(keys)) }

  /// Answers the search for keys.
  mutating func findKeys(_ keys: Result<TransferKeys, ConfigurationError>) {
    guard let request = state.newTask?.request else { return }
    send(.keysFound(keys, request: request))
  }

  /// Tells that the question was seen.
  mutating func seeNewTask() {
    guard let request = state.newTask?.request else { return }
    send(.shown(request: request))
  }

  /// Types the keys that are asked for.
  mutating func typeStoreKeys() {
    seeNewTask()
    for _ in state.newTask?.keyForm?.fields ?? [] {
      type("key")
      press(.enter)
    }
  }

  /// The number of the newest creation.
  var newest: Int? {
    effects.compactMap { if case .create(_, let request) = $0 { request } else { nil } }.last
  }
}
