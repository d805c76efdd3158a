import Canvas
import FoundationEssentials
import TestSupport

@testable import Dashboard
@testable import Migration

/// The user and the service of the model.
extension World {
  /// The user does something, most often without looking.
  mutating func act() {
    let pauses = [Duration.milliseconds(30), .milliseconds(300), .milliseconds(700), .seconds(2)]
    var pause = pauses.randomElement(using: &random) ?? .seconds(1)
    defer { agenda.add(.user, at: now + pause) }
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<4 where eyes?.newTask?.stage == .typing:
      describeTask()
      pause = .seconds(8)
    case 0..<8 where [.typing, .closed].contains(eyes?.newTask?.stage): type([0x1B])
    case 0..<4 where challenge != nil:
      answer()
      // Most of those who have answered wait for what comes of it.
      if Int.random(in: 0..<4, using: &random) > 0 { pause = .seconds(5) }
    case 0..<4:
      if Int.random(in: 0..<4, using: &random) > 0 { pause = .seconds(4) }
      let ways = ["s", "D", "R", "b\u{15}6MiB\r"]
      type(Array((ways.randomElement(using: &random) ?? "s").utf8))
    case 4 where Int.random(in: 0..<3, using: &random) == 0:
      type(Array("c".utf8))
      pause = .seconds(5)
    case 4:
      let sizes = [
        Size(rows: 24, columns: 80), Size(rows: 24, columns: 80), Size(rows: 6, columns: 30),
        Size(rows: 40, columns: 120),
      ]
      agenda.add(.resize(sizes.randomElement(using: &random) ?? sizes[0]), at: now)
    case 5 where Bool.random(using: &random): agenda.add(.resumed, at: now)
    default:
      var time = now
      let piecesOfText = Typist.pieces(of: Typist.something(&random), &random)
      for piece in piecesOfText {
        type(piece.bytes, at: time)
        time += piece.pause
      }
    }
  }

  /// What the question on the screen wants to hear.
  private var challenge: Challenge? {
    if case .consent = eyes?.newTask?.question { return state.configuration.challengeOfCreation }
    return eyes?.prompt?.plan(in: state.configuration)?.challenge
  }

  /// Types a new task, line by line, into the form that is seen.
  private mutating func describeTask() {
    for line in ["local:/a", "local:/b", "", ""] { type(Array("\u{15}\(line)\r".utf8)) }
  }

  /// Gives the answer that the question on the screen wants.
  private mutating func answer() {
    guard let challenge else { return }
    let text =
      switch challenge {
      case .yes: "y"
      case .number(let number): "\(number)\r"
      case .profile(let name): name + "\r"
      }
    type(Array(text.utf8))
  }

  func reading(_ id: TaskID) -> TargetReading {
    TargetReading(
      id: id, outcome: tasks[id].map { .success($0) } ?? .failure(APIProblem.outage))
  }

  func snapshot(_ tasks: [MigrationTask]) -> TaskSnapshot {
    TaskSnapshot(tasks: tasks, moment: moment, asOf: now)
  }

  /// Somebody else changes a task; sometimes the dashboard hears of it.
  mutating func change() {
    agenda.add(.change, at: now + .milliseconds(Int.random(in: 200...3000, using: &random)))
    let id = TaskID(rawValue: Int64.random(in: 1...5, using: &random))
    let states: [TaskState] = [.running, .running, .stopped, .failed, .waiting]
    tasks[id]?.state = states.randomElement(using: &random) ?? .running
    if Bool.random(using: &random) { take(.tasksLoaded(snapshot(Array(tasks.values)))) }
  }

  mutating func finish(_ id: TaskID, _ request: Int) {
    let outcome = [ActionOutcome.accepted, .failed, .skipped].randomElement(using: &random)
    take(
      .actionEnded(
        ActionResult(id: id, name: "", outcome: outcome ?? .failed, problem: nil),
        request: request))
  }

  private mutating func type(_ bytes: [UInt8], at time: Duration) {
    if time == now { return type(bytes) }
    agenda.add(.typed(bytes), at: time)
  }
}
