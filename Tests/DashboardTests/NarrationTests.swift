import TestSupport
import Testing
import Words

@testable import Migration

@testable import Dashboard

/// What is told line by line, compared whole.
struct NarrationTests {
  enum Story: String, CaseIterable {
    case start, empty, offline, changes, hidden, stop, refusal, several, steps, takenBack, keys
    case choice
    case help, order, mistake, detail, quiet, create, limits

    func play(_ session: inout ToldSession) {
      let running = MigrationTask.running
      switch self {
      case .start: session.type("")
      case .empty: session.send(.tasksLoaded(TaskSnapshot(tasks: [])))
      case .offline:
        session.send(.refreshFailed(.unreachable, retryAt: .seconds(8)))
        session.send(.tasksLoaded(TaskSnapshot(tasks: [])))
      case .changes:
        var ended = running
        ended.state = .succeeded
        var snapshot = TaskSnapshot(tasks: [ended, .sample(20, .waiting)])
        snapshot.removed = [MigrationTask.stopped.id]
        session.send(.tasksLoaded(snapshot))
      case .hidden:
        session.type("/state:failed")
        session.send(.tasksLoaded(TaskSnapshot(tasks: [.sample(20, .waiting)])))
      case .stop:
        session.type("stop id:\(running.id)")
        session.readTargets()
        session.type("y")
        let request = session.state.actions[0].request
        let result = ActionResult(id: running.id, name: running.name, outcome: .done)
        session.send(.actionEnded(result, request: request))
      case .refusal:
        session.type("stop id:\(running.id)")
        session.readTargets()
        session.type("stop it")
      case .several:
        session.type("stop state:running")
        session.readTargets()
        session.type("2")
      case .steps:
        session.type("delete id:\(running.id)")
        session.readTargets()
        session.type("y")
        let request = session.state.actions[0].request
        session.send(.actionStep(running.id, .stopping, request: request))
        session.send(.actionStep(running.id, .waitingUntilStopped, request: request))
      case .takenBack:
        session.type("delete state:stopped,failed")
        session.readTargets()
        session.type("2")
        session.type("undo")
      case .keys:
        session.type("start id:\(MigrationTask.stopped.id)")
        session.readTargets()
        for text in ["AKIASOURCE", "s3cr3t", "AKIADEST", "s3cr3t too"] { session.type(text) }
        session.showPrompt()
      case .choice:
        session.type("start id:\(MigrationTask.failed.id)")
        session.readTargets()
        for text in ["A", "B", "C", "D"] { session.type(text) }
        session.showPrompt()
        session.type("f")
      case .help:
        session.type("help")
        session.type("pause")
      case .order:
        session.type("sort")
        session.type("3")
      case .mistake:
        session.type("stopp all")
        session.type("sort size")
      case .detail:
        session.type("down")
        session.type("detail")
      case .create:
        for text in ["create", "photos", "s3://photos/2025/?endpoint=http://127.0.0.1:9"] {
          session.type(text)
        }
        for text in ["local:/backup", "", "5MiB"] { session.type(text) }
        session.findKeys(TransferKeys())
        for text in ["AKIASOURCE", "s3cr3t"] { session.type(text) }
        session.seeNewTask()
        for text in ["no", "", "", "", "", "-"] { session.type(text) }
        session.findKeys(TransferKeys(source: TransferKeys.samples.source))
        session.type("y")
        let made = CreationResult(task: TaskTarget(id: TaskID(rawValue: 7), name: "photos-backup"))
        session.send(.created(.success(made), request: session.newestCreation ?? 0))
      case .limits:
        for text in ["bandwidth id:\(running.id)", "fast", "08:00-18:59=5MiB"] {
          session.type(text)
        }
        session.readTargets()
        session.type("y")
        session.type("bandwidth id:\(running.id)")
        session.type("none")
        session.readTargets()
        session.type("")
      case .quiet:
        for seconds in [30.0, 61, 90] {
          session.send(
            .tasksLoaded(
              TaskSnapshot(
                tasks: [], moment: Moment(seconds), asOf: .seconds(seconds))))
        }
      }
    }
  }

  @Test(arguments: Story.allCases, [Language.english, .chinese])
  func `a story is told as approved`(story: Story, language: Language) throws {
    let configuration = DashboardConfiguration(profile: "prod", language: language)
    var session = ToldSession(configuration, tasks: story == .empty ? nil : MigrationTask.samples)
    story.play(&session)
    let name = "told-\(story.rawValue)-\(language.rawValue)"
    #expect(try Snapshot(name).difference(from: session.text) == nil)
  }

  @Test func `no secret is ever told`() {
    var session = ToldSession()
    Story.keys.play(&session)
    let told = session.transcript.filter { !$0.hasPrefix("> ") }.joined()
    #expect(!told.contains("s3cr3t"))
  }

  @Test func `of a question that closes by itself the rest of a line is dropped`() {
    var session = ToldSession()
    session.type("start id:\(MigrationTask.stopped.id)")
    session.readTargets()
    session.type("AKIASOURCE")
    session.send(.tick(Moment(120)))
    #expect(session.dropsLine)
    #expect(
      session.transcript.contains { $0.contains("the rest of the line is neither shown nor taken") }
    )
    session.type("")
    #expect(!session.dropsLine)
  }

  @Test func `a key that closes such a question drops nothing`() {
    var session = ToldSession()
    session.type("start id:\(MigrationTask.stopped.id)")
    session.readTargets()
    session.type(nil)
    #expect(!session.dropsLine)
  }

  @Test func `of very many changes no more is told than can be listened to`() {
    var session = ToldSession()
    let before = session.transcript.count
    session.send(.tasksLoaded(TaskSnapshot(tasks: (100..<200).map { .sample($0, .waiting) })))
    #expect(session.transcript.count == before + 22)
    #expect(session.transcript.dropLast().last == "and 80 more")
    // What is as it was is not counted, and neither is what the filter hides.
    session.type("/state:running")
    let shown = session.transcript.count
    let again = (100..<200).map { MigrationTask.sample($0, $0 < 130 ? .running : .stopped) }
    session.send(.tasksLoaded(TaskSnapshot(tasks: again + [.running])))
    #expect(session.transcript.count == shown + 22)
    #expect(session.transcript.dropLast().last == "and 10 more")
  }

  @Test func `nothing is told twice`() {
    var session = ToldSession()
    let count = session.transcript.count
    session.send(.tasksLoaded(TaskSnapshot(tasks: MigrationTask.samples)))
    #expect(session.transcript.count == count)
  }

  @Test func `what outsiders have named cannot leave its line`() {
    let session = ToldSession(tasks: Screen.hostileTasks)
    let text = session.transcript.joined()
    #expect(text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
  }

  @Test func `where only ASCII can be shown nothing else is told`() {
    var configuration = DashboardConfiguration(profile: "prod")
    configuration.isASCII = true
    for story in Story.allCases {
      var session = ToldSession(configuration)
      story.play(&session)
      #expect(session.text.utf8.allSatisfy { $0 < 0x80 })
    }
  }
}
