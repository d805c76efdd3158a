import Testing

@testable import Migration
@testable import Words

/// What the command line says in each language.
struct CommandWordsTests {
  @Test(arguments: HelpTopic.allCases)
  func `what a command does is told in each language`(topic: HelpTopic) {
    #expect(!English().abstract(of: topic).isEmpty && !English().abstract(of: topic).hasChinese)
    #expect(Chinese().abstract(of: topic).hasChinese)
    let (english, chinese) = (English().notes(on: topic), Chinese().notes(on: topic))
    #expect(english.isEmpty == chinese.isEmpty)
    #expect(!english.hasChinese && (chinese.isEmpty || chinese.hasChinese))
  }

  @Test func `titles and labels are told in each language`() {
    let english = Column.allCases.map(English().words) + Label.allCases.map(English().words)
    let chinese = Column.allCases.map(Chinese().words) + Label.allCases.map(Chinese().words)
    #expect(english.allSatisfy { !$0.isEmpty && !$0.hasChinese })
    // Abbreviations are the same for everybody.
    #expect(Set(chinese.filter { !$0.hasChinese }) == ["ID", "API", "APP ID"])
  }

  @Test func `no two labels of a language are the same`() {
    #expect(Set(Label.allCases.map(English().words)).count == Label.allCases.count)
    #expect(Set(Label.allCases.map(Chinese().words)).count == Label.allCases.count)
  }

  @Test(arguments: [
    Detail.part("1", of: "2"), .stillListed, .arrived(1, skipped: 2), .failed(1, of: 2),
    .made(1, of: 2), .atWork(waiting: 1, running: 2, stopped: 3), .over(failed: 1, succeeded: 2),
    .requests(1, bytes: "2 B"), .objectsArrived(1, skipped: 2), .objectsFailed(1), .yes, .no,
    .files("3"), .canRetry, .noList, .delivered, .notDelivered("r"), .onSuccess, .onFailure,
    .atLimits("1s"), .notAlwaysLimited, .counted(1, bytes: "2 B", by: "x"), .notKnown, .by(.you),
    .by(.another), .dryRun, .readOnly, .protected, .byRegion, .sourceSide, .destinationSide,
  ])
  func `every value of several parts is told in each language`(detail: Detail) {
    let english = English().words(detail)
    #expect(!english.isEmpty && !english.hasChinese && Chinese().words(detail).hasChinese)
  }

  @Test(arguments: [ActionOutcome.done, .accepted, .refused, .failed, .skipped])
  func `every outcome is told in each language`(outcome: ActionOutcome) {
    #expect(English().words(outcome) == outcome.rawValue && Chinese().words(outcome).hasChinese)
  }

  @Test(arguments: [
    CommandFault.refreshRange, .runningRange, .fromOne(option: "--x"), .notALogLevel("x"),
    .notATimeZone("x"),
    .notAPlace("x"), .notAProvider("x", schemes: "aws"),
    .notAnID("x", of: "group", shownBy: "ferry group list"), .notATaskID("x"),
    .notAGroupState("x", states: "s"), .notAMonth("x"), .notAnEvent("x", words: "w"), .notAnAddress,
    .notAMoment("x"), .notADuration("x"), .notADate("x"), .dateToCome("x"), .notADomain("x"),
    .notAListFile("x"), .together("--a", "--b"), .goesWith(["--a"], "--b"),
    .goesWith(["--a", "--c"], "--b"), .noAccounts("x"), .noStoreAddress, .limitsOrNone, .keysTwice,
    .keysInPlaceToo, .idsOrFilter, .everyTask, .noSource, .noDestination, .addressesHaveNoPlace,
    .seeHelp("x"), .isReadOnly(profile: "p"), .isProtected(profile: "p", verb: "stop"),
    .otherProfile("x", profile: "p"), .nobodyToAsk(verb: "stop"), .notConfirmed,
    .about(noun: "task", id: "1", "x"), .notCreatable(id: "1"), .unread(noun: "task", "x"),
    .untouched(noun: "group", "x"), .unreadPart("x"), .unreadFile("f", reason: "x"),
    .unlisted("p", reason: "x", code: "c"), .unlisted(nil, reason: "x", code: "c"),
    .missing("k", more: 0), .missing("k", more: 2), .nothingTo(verb: "stop"), .nothingToWaitFor,
    .stillIn(id: "1", state: "running", after: "5s"), .stillIn(id: "1", state: nil, after: "5s"),
    .hasFailed(id: "1", reason: "x", advice: "y"), .cannotBe(id: "1", state: "s", goal: "g"),
    .cannotServe("x"), .notConfined(reason: "x"), .notRun("p", reason: "x"),
    .cannotStart(reason: "x", log: "l"),
    .silentService(lastWords: nil, log: "l"), .silentService(lastWords: "x", log: "l"),
    .demoEnded("x"), .demoFolder("f", reason: "x"), .unwritten(reason: "x"), .calledOff,
  ])
  func `everything that keeps a command from its work is told in one line of each language`(
    fault: CommandFault
  ) {
    let (english, chinese) = (English().words(fault), Chinese().words(fault))
    #expect(!english.hasChinese && chinese.hasChinese, "\(english) \(chinese)")
    for line in [english, chinese] {
      #expect(!line.contains("\n") && !line.hasSuffix(".") && !line.hasSuffix("。"))
    }
  }

  @Test(arguments: KeyTalk.Thing.allCases)
  func `every question for keys, and that there are none, is told in each language`(
    thing: KeyTalk.Thing
  ) {
    for owner in [KeyTalk.Owner(.source, store: nil), .init(.destination, store: "s3 b")] {
      let talks: [KeyTalk] = [
        .question(thing, owner, isHidden: true), .question(thing, owner, isHidden: false),
        .needsFile(owner, variable: "V"), .needsKeys(owner, variables: ["A", "B"]),
        .needsKeys(owner, variables: nil), .missing(thing, owner, variable: "V"),
        .notGiven(thing, owner),
      ]
      for talk in talks {
        #expect(!English().words(talk).hasChinese && Chinese().words(talk).hasChinese)
      }
    }
  }

  @Test(arguments: [
    CommandTalk.keysAgain(list: "l", count: 1), .keysAgain(list: "l", count: 2), .demoBegins,
    .askingLocalService, .checking("tasks", at: "e"), .counting(objects: "1", bytes: "2 B"),
    .waiting(over: 1, of: 2, share: nil, speed: "3 B/s"),
    .waiting(over: 1, of: 2, share: "50%", speed: "3 B/s"),
  ])
  func `what is said meanwhile is told in each language`(talk: CommandTalk) {
    #expect(!English().words(talk).hasChinese && Chinese().words(talk).hasChinese)
  }
}
