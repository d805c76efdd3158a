import FoundationEssentials
import Testing

@testable import Migration
@testable import Words

struct EventWordsTests {
  private static let problem = APIProblem(
    .call(Endpoint(socket: "/s"), .connectionLost), kind: .unreachable)

  private static let kinds: [WatchEvent.Kind] = {
    var task = MigrationTask(id: TaskID(rawValue: 1), name: "photos", state: .failed)
    task.objects = ObjectCounts(total: 3, succeeded: 2, failed: 1)
    return TaskHappening.allCases.map { .task($0, task) } + [
      .offline(problem), .online(after: .seconds(40)),
    ]
  }()

  private static let troubles: [DeliveryTrouble] = [
    .command(.exited(status: 3)), .command(.killed(signal: 9)),
    .command(.endless(after: .seconds(300))),
    .command(.notRun(reason: "no such file")), .unreached(problem),
    .refused(Endpoint(socket: "/s"), status: 404), .crowded(count: 1), .crowded(count: 2),
    .ended(count: 1), .ended(count: 2),
  ]

  @Test(arguments: kinds)
  func `every event is told in one line of each language`(kind: WatchEvent.Kind) {
    for by in [nil, Doer.you, .another] {
      var event = WatchEvent(kind, at: .distantPast, profile: "p")
      event.by = by
      expectLines(English().words(event), Chinese().words(event))
    }
  }

  @Test(arguments: troubles)
  func `why an event was not handed over is told in one line of each language`(
    trouble: DeliveryTrouble
  ) {
    expectLines(English().words(trouble), Chinese().words(trouble))
  }

  @Test func `a failure is told with its code and what to do`() {
    var task = MigrationTask(id: TaskID(rawValue: 1), state: .failed)
    task.outcome.failure = TaskFailure(code: "TRF.0052", message: "The bucket cannot be read.")
    let event = WatchEvent(.task(.failed, task), at: .distantPast, profile: "p")
    #expect(English().words(event).hasPrefix("TRF.0052 The bucket cannot be read.; "))
    #expect(Chinese().words(event).hasPrefix("TRF.0052 The bucket cannot be read."))
  }

  private func expectLines(_ english: String, _ chinese: String) {
    for line in [english, chinese] { #expect(!line.isEmpty && !line.contains("\n")) }
  }
}
