import Testing

@testable import Migration
@testable import Words

struct PlanWordsTests {
  private static func plan(_ count: Int64, isProtected: Bool = false) throws -> Plan<TaskAction> {
    let previews = (1...count).map { number in
      let task = MigrationTask(id: TaskID(rawValue: number), state: .stopped)
      return ActionPreview(
        TaskAction.delete, of: TargetReading(id: task.id, outcome: .success(task)))
    }
    return try #require(Plan(.delete, previews, on: "prod", isProtected: isProtected))
  }

  @Test func `the question says what, how many and where`() throws {
    let (one, two) = (try Self.plan(1), try Self.plan(2))
    #expect(English().question(of: one) == "delete this task on 'prod'? [y/N]")
    #expect(English().question(of: two) == "delete 2 tasks on 'prod'? Type their number:")
    #expect(Chinese().question(of: one) == "对 “prod” 上的这个任务执行 delete？ [y/N]")
    #expect(Chinese().question(of: two) == "对 “prod” 上的 2 个任务执行 delete？ 请输入数量：")
    let protected = try Self.plan(2, isProtected: true)
    #expect(English().question(of: protected).hasSuffix("Type the profile's name:"))
  }

  @Test func `a plan has its steps in order, and may have none`() {
    let steps: [ActionStep] = [.stopping, .waitingUntilStopped, .deleting]
    #expect(English().plan(steps) == "stop, wait until stopped, delete")
    #expect(Chinese().plan(steps) == "停止，等待停止完成，删除")
    #expect(English().plan([]) == "change nothing")
  }

  @Test(arguments: ActionStep.allCases)
  func `every step is told in each language`(step: ActionStep) {
    for words in [English().plan(step), English().progress(step)] {
      #expect(!words.isEmpty && !words.hasChinese)
    }
    #expect(Chinese().plan(step).hasChinese && Chinese().progress(step).hasChinese)
  }

  @Test(arguments: Consequence.allCases)
  func `every consequence is a sentence in each language`(consequence: Consequence) {
    #expect(English().words(consequence).hasSuffix("."))
    #expect(Chinese().words(consequence).hasSuffix("。"))
  }

  @Test(arguments: NotificationOutcome.Trouble.allCases)
  func `why nobody was notified is told in each language`(trouble: NotificationOutcome.Trouble) {
    #expect(!English().words(trouble).isEmpty && !English().words(trouble).hasChinese)
    #expect(Chinese().words(trouble).hasChinese)
  }

  /// Whatever is journalled before it is sent, by the verb of the record.
  private static let verbs =
    [TaskAction.stop, .delete, .stopThenDelete, .start(failedOnly: false), .limit([])].map(\.verb)
    + [GroupAction.stop, .delete, .stopThenDelete, .start, .retry(failedOnly: false), .limit([])]
    .map(\.verb)
    + [SyncAction.stop, .delete, .stopThenDelete, .start].map(\.verb)
    + ["create"]

  @Test(arguments: verbs)
  func `whatever can be cut off is told in each language`(verb: String) {
    let action = CutOffAction(verb: verb, id: "1", name: "")
    #expect(!English().words(cutOff: [action]).hasChinese)
    #expect(English().words(verb: verb) == verb)
    #expect(Chinese().words(verb: verb).hasChinese)
  }

  @Test(arguments: [1, 3, 4, 1000])
  func `what was cut off is told by its first few names and a number`(count: Int) {
    let actions = (1...count).map { number in
      CutOffAction(verb: "delete", id: "\(number)", name: number == 1 ? "" : "t-\(number)")
    }
    let (english, chinese) = (English().words(cutOff: actions), Chinese().words(cutOff: actions))
    #expect(english.contains("delete 1") && chinese.contains("删除 1"))
    #expect(english.contains("t-3") == (count > 2))
    #expect(english.contains("and \(count - 3) more") == (count > 3))
    #expect(chinese.contains("\(count - 3) 项") == (count > 3))
  }
}
