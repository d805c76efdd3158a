import Canvas
import FoundationEssentials
import TestSupport
import Testing
import Words

@testable import Migration

@testable import Dashboard

/// The pages about the task under the cursor.
struct InspectorTests {
  /// A task of which objects have failed.
  static let failed = MigrationTask.sample(40, .failed) {
    $0.outcome.failedObjects = FailedObjectList(canRetry: true, key: "oms/failed/40.list")
    $0.settings.description = "photos of 2025"
    $0.settings.overwriteMode = "NO_OVERWRITE"
    $0.settings.storageClass = "IA"
    $0.settings.movesMetadata = true
    $0.settings.bandwidth = [
      BandwidthWindow(start: "08:00", end: "18:59", maxBandwidth: ByteRate(rawValue: 5 << 20))
    ]
    $0.settings.changedSince = noon
  }

  static let objects = [
    UnmovedObject("bad/g1.txt", "Access to the source failed: it does not answer (500)."),
    UnmovedObject("bad/g2.txt", "Access to the source failed: it does not answer (500)."),
    UnmovedObject("坏的/文件 2", "The object's name is too long for the destination."),
  ]

  /// A session with the cursor on the task that has failed.
  private func session(
    _ configuration: DashboardConfiguration = DashboardConfiguration(profile: "prod"),
    size: Size = .large
  ) -> Session {
    var session = Session(configuration, size: size, tasks: MigrationTask.samples + [Self.failed])
    session.send(.windowZone(WindowZone(name: "Europe/Berlin", minutes: 60)))
    session.select(Self.failed)
    session.wake()
    return session
  }

  /// What was asked about tasks, in order.
  private func asked(_ effects: [Effect]) -> [(TaskQuestion, TaskID, request: Int)] {
    effects.compactMap {
      if case .ask(let question, let id, let request) = $0 { (question, id, request) } else { nil }
    }
  }

  /// Lets the cursor rest for as long as anything waits for that.
  private func rest(_ session: inout Session) {
    for _ in 0..<5 { session.wake() }
  }

  /// Answers the last question.
  private func answer(_ answer: TaskAnswer, _ session: inout Session) {
    session.send(.told(answer, request: asked(session.effects).last?.request ?? 0))
  }

  @Test(arguments: [Size.classic, .large, Size(rows: 60, columns: 200)])
  func `a digit shows its page, where there is one already and where there is none`(size: Size) {
    for page in InspectorPage.allCases {
      var session = session(size: size)
      session.type(String(page.rawValue))
      #expect(session.state.isDetailShown && session.state.page == page)
      let name = "\(page.rawValue) \(English().words(InspectorTalk.title(page)))"
      #expect(session.screen.contains(name))
    }
  }

  @Test func `what is on a page is asked for once, and not before it is looked at`() {
    var session = session()
    #expect(asked(session.effects).isEmpty)
    let first = asked(session.type("2"))
    #expect(first.map(\.0) == [.failedObjects(from: 0)] && first.map(\.1) == [Self.failed.id])
    #expect(session.screen.contains("reading…"))
    answer(.failedObjects(Self.objects), &session)
    #expect(session.screen.contains("bad/g2.txt") && session.screen.contains("3 failed objects"))
    session.type("12")
    #expect(asked(session.effects).count == 1)
  }

  @Test func `objects in a row that failed for the same reason stand below it`() {
    var session = session()
    session.type("2")
    answer(.failedObjects(Self.objects), &session)
    #expect(session.screen.ranges(of: "it does not answer").count == 1)
    #expect(session.screen.ranges(of: "too long").count == 1)
  }

  @Test func `of another task nothing is shown, and it is asked about once the cursor rests`() {
    var session = session()
    session.type("2")
    let request = asked(session.effects).last?.request ?? 0
    #expect(session.press(.down, after: .seconds(1)).contains(.cancel(request: request)))
    #expect(asked(session.effects).count == 1)
    session.send(.told(.failedObjects(Self.objects), request: request))
    #expect(!session.screen.contains("bad/g2.txt"))
    rest(&session)
    #expect(asked(session.effects).last?.1 == session.state.list.cursor)
    #expect(asked(session.effects).count == 2)
  }

  @Test func `more objects are asked for as somebody reads on, up to a bound`() {
    var session = session(size: .classic)
    session.type("2")
    session.press(.tab)
    for part in 0..<12 {
      let page = (0..<TaskQuestion.most).map { UnmovedObject("object \(part)-\($0)", "no") }
      answer(.failedObjects(page), &session)
      #expect(session.screen.contains("object 0-0") == (part == 0))
      session.press(.end)
    }
    let starts = asked(session.effects).map(\.0)
    #expect(starts == (0..<10).map { TaskQuestion.failedObjects(from: $0 * 100) })
    #expect(session.screen.contains("More than 1000 are not shown here."))
    session.press(.home)
    #expect(session.screen.contains("the first 1000 failed objects"))
  }

  @Test func `a service that does not tell is not asked about the next task, until r asks again`() {
    var session = session()
    session.type("2")
    answer(.notTold, &session)
    #expect(session.screen.contains("does not tell failed objects one by one"))
    #expect(session.screen.contains("archive/oms/failed/40.list"))
    session.press(.down)
    rest(&session)
    #expect(asked(session.effects).count == 1)
    #expect(asked(session.type("r")).count == 1)
  }

  @Test func `what could not be read says why, and r reads it again`() {
    var session = session()
    session.type("2")
    answer(.failed(.unreachable), &session)
    #expect(session.screen.contains("connection refused") && session.screen.contains("r reads it"))
    #expect(asked(session.type("r")).map(\.0) == [.failedObjects(from: 0)])
    answer(.failedObjects(Self.objects), &session)
    #expect(session.screen.contains("bad/g1.txt"))
  }

  @Test
  func `a task that stands elsewhere is asked about anew, and what was there stays meanwhile`() {
    var session = session()
    session.type("2")
    answer(.failedObjects(Self.objects), &session)
    var again = Self.failed
    again.state = .running
    let effects = session.send(.tasksLoaded(TaskSnapshot(tasks: [again], at: 9)))
    #expect(asked(effects).map(\.0) == [.failedObjects(from: 0)])
    #expect(session.screen.contains("bad/g1.txt"))
    answer(.failedObjects([]), &session)
    #expect(session.screen.contains("listed when the run has ended"))
  }

  @Test func `an action that is over has the events read again`() {
    var session = session()
    session.type("3")
    answer(.events([]), &session)
    session.openPrompt(.character("D"), tasks: [Self.failed])
    session.type("y")
    let request = session.state.actions.first?.request ?? 0
    let result = ActionResult(id: Self.failed.id, name: "", outcome: .failed, problem: .denied)
    let effects = session.send(.actionEnded(result, request: request))
    #expect(asked(effects).map(\.0) == [.events])
  }

  @Test func `the log of a task that moves is read as it moves, and no other page is`() {
    var moving = MigrationTask.sample(41, .running)
    for (key, count) in [("4", 2), ("2", 1), ("3", 1)] {
      var session = Session(size: .large, tasks: [moving])
      session.type(key)
      answer(key == "4" ? .log([]) : key == "2" ? .failedObjects([]) : .events([]), &session)
      moving.objects.succeeded += 1
      session.send(.tasksLoaded(TaskSnapshot(tasks: [moving], at: 9)))
      #expect(asked(session.effects).count == count)
    }
  }

  @Test func `another profile shows nothing of the one before, and nothing that comes late`() {
    var session = session()
    session.type("2")
    let request = asked(session.effects).last?.request ?? 0
    session.type(":profile other")
    let opening = session.press(.enter)
    guard case .open(_, let generation)? = opening.first else {
      Issue.record("nothing was opened")
      return
    }
    let other = DashboardConfiguration(profile: "other")
    let effects = session.send(.opened(other, request: generation))
    #expect(effects.contains(.cancel(request: request)))
    var snapshot = TaskSnapshot(tasks: [Self.failed])
    snapshot.generation = generation
    session.send(.tasksLoaded(snapshot))
    session.type("2")
    session.send(.told(.failedObjects(Self.objects), request: request))
    #expect(!session.screen.contains("bad/g1.txt"))
  }

  @Test(arguments: ScreenTests.sizes, InspectorPage.allCases)
  func `every page is scrolled to its end at every size`(size: Size, page: InspectorPage) {
    var session = session(size: size)
    session.type(String(page.rawValue))
    for effect in asked(session.effects) {
      session.send(.told(Self.answer(to: effect.0), request: effect.request))
    }
    session.press(.tab, .end)
    #expect(!session.screen.contains("more line"))
    session.press(.home)
    let room = session.state.regions.detail.rows - 1
    let isLong = session.state.detailLineCount > room
    // A window of 20 columns has room for the end of that line alone.
    #expect(session.screen.contains("more line") == isLong || size.columns < 40)
  }

  private static func answer(to question: TaskQuestion) -> TaskAnswer {
    switch question {
    case .failedObjects: .failedObjects(objects)
    case .events:
      .events([
        TaskEvent(at: noon, .seen(.failed, by: nil, reason: "TRF.0061 no answer")),
        TaskEvent(at: noon, .seen(.stopped, by: .another, reason: nil)),
        TaskEvent(at: noon, .done("start", .accepted, remark: nil)),
        TaskEvent(at: noon, .done("bandwidth", nil, remark: nil)),
        TaskEvent(at: noon, .done("create", .done, remark: nil)),
      ])
    case .log:
      .log([
        RunLogLine(at: noon, .remark, message: "rclone reports: can't copy - 2 objects."),
        RunLogLine(at: noon, .failed, object: "bad/g1.txt", message: "It does not answer."),
        RunLogLine(at: noon, .arrived, object: "照片/1.jpg", size: 1234),
      ])
    }
  }

  @Test(arguments: ScreenTests.sizes, [Language.english, .chinese])
  func `the pages look as approved at every size`(size: Size, language: Language) throws {
    var session = session(DashboardConfiguration(profile: "prod", language: language), size: size)
    var screens: [String] = []
    for page in InspectorPage.allCases {
      session.type(String(page.rawValue))
      if let last = asked(session.effects).last {
        session.send(.told(Self.answer(to: last.0), request: last.request))
      }
      screens.append(session.screen)
    }
    let name = "inspector-\(size.columns)x\(size.rows)-\(language)"
    #expect(try Snapshot(name).difference(from: screens.joined(separator: "\n====\n")) == nil)
  }
}
