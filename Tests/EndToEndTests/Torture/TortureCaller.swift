import OMSClient
import TestSupport

@testable import Migration

/// Somebody who creates, starts, stops, limits, deletes and looks at tasks of their own, and remembers
/// what was acknowledged.
struct TortureCaller: Sendable {
  private let name: String
  private let service: ServiceProcess
  let loads: TortureLoads
  private var random: Generator
  var tasks: [TorturedTask] = []
  /// How many calls were answered so.
  private(set) var answers: [TorturedTask.Answer: Int] = [:]
  private var story: [String] = []

  /// A caller who does the same for the same `seed`.
  init(_ name: String, seed: UInt64, _ service: ServiceProcess, _ loads: TortureLoads) {
    self.name = name
    self.service = service
    self.loads = loads
    random = Generator(seed: seed)
  }

  /// Takes so many steps.
  ///
  /// - Throws: ``TortureBreach``, with what led to it.
  mutating func take(steps: Int) async throws {
    for _ in 0..<steps {
      let step = TortureStep(tasks: tasks.count, &random)
      try await Task.sleep(for: step.pause)
      do {
        try await take(step)
      } catch let breach as TortureBreach {
        throw TortureBreach(
          ([breach.description] + story.suffix(60)).joined(separator: "\n  "))
      }
    }
  }

  private mutating func take(_ step: TortureStep) async throws {
    if case .create(let load, let limit) = step.kind { return try await create(load, limit) }
    if case .list = step.kind { return try await list() }
    let index = tasks.count - 1 - step.back
    // One whose creation nobody has answered is left alone, until the end.
    guard let id = tasks[index].id else { return }
    switch step.kind {
    case .start(let failedOnly):
      let keys = loads.keys(tasks[index].load)
      let answer = try await ask("start \(failedOnly)", index) {
        try await $0.start(id, keys: keys, failedOnly: failedOnly)
      }
      tasks[index].noteStart(answer)
    case .stop: tasks[index].noteStop(try await ask("stop", index) { try await $0.stop(id) })
    case .delete:
      tasks[index].noteDelete(try await ask("delete", index) { try await $0.delete(id) })
    case .limit(let limit):
      let answer = try await ask("limit \(limit ?? 0)", index) {
        try await $0.changeBandwidth(of: id, to: BandwidthWindow.always(limit))
      }
      tasks[index].noteLimit(limit, answer)
    case .show: try await show(index)
    case .create, .list: break
    }
  }

  private mutating func create(_ load: TortureLoad, _ limit: Int64?) async throws {
    let label = "\(name)-\(tasks.count)"
    let new = try loads.task(label, load, limit: limit)
    tasks.append(TorturedTask(label, load, limit: limit))
    let index = tasks.count - 1
    var created: TaskID?
    let answer = try await ask("create \(load)", index) { created = try await $0.create(new).id }
    tasks[index].id = created
    tasks[index].existence =
      switch answer {
      case .done: .sure
      case .refused, .unsent: .gone
      case .none: .perhaps
      }
  }

  /// Looks at one of the tasks.
  mutating func show(_ index: Int) async throws {
    guard let id = tasks[index].id else { return }
    let before = await service.life
    var seen: MigrationTask?
    let answer = try await ask("show", index) { seen = try await $0.show(id) }
    let life = await service.life
    guard answer == .done || answer == .refused else { return }
    story.append("  \(seen.map { "\($0.state) \($0.objects)" } ?? "not there")")
    try tasks[index].look(at: seen, life: life == before ? life : nil)
  }

  /// Looks at the newest of all tasks; what is missing there is not known, as others make more.
  private mutating func list() async throws {
    var page: TaskPage?
    let before = await service.life
    _ = try await ask("list", nil) { page = try await $0.list(TaskQuery(limit: 100)) }
    let life = await service.life
    for seen in page?.tasks ?? [] {
      guard let index = tasks.firstIndex(where: { $0.label == seen.settings.description }) else {
        continue
      }
      story.append("  \(tasks[index].label): \(seen.state) \(seen.objects)")
      try tasks[index].look(at: seen, life: life == before ? life : nil)
    }
  }

  /// Asks the service for something.
  mutating func ask(
    _ words: String, _ index: Int?, _ body: (V1Client) async throws -> Void
  ) async throws -> TorturedTask.Answer {
    let label = index.map { tasks[$0].label } ?? ""
    do {
      try await body(service.client)
      story.append("\(label) \(words): done")
      return note(.done)
    } catch let problem as APIProblem {
      story.append("\(label) \(words): \(problem.code ?? "\(problem.kind)")")
      switch problem.kind {
      case .unreachable:
        try await service.waitForLife()
        return note(problem.mayHaveHappened ? .none : .unsent)
      case .wrongState, .invalid: return note(.refused)
      case .notFound:
        guard let index else { return note(.refused) }
        try tasks[index].look(at: nil, life: nil)
        return note(.refused)
      case .server, .credentials, .throttled, .unreadable, .cancelled:
        throw TortureBreach("\(label) \(words): \(problem)")
      }
    }
  }

  private mutating func note(_ answer: TorturedTask.Answer) -> TorturedTask.Answer {
    answers[answer, default: 0] += 1
    return answer
  }
}
