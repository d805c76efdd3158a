import Testing

@testable import Migration
@testable import Words

struct TongueTests {
  /// One problem of every kind, so that each text is asked for.
  private static let facts: [Fact] = {
    let endpoint = Endpoint(socket: "/run/ferry.sock")
    let wishes: [IdentityWish] = [
      .project(region: "r"), .login(user: "u", account: "a"), .temporaryKeys,
    ]
    let calls: [CallFault] = [
      .silent(after: .seconds(3)), .late(step: "connect"), .unreachable(reason: "refused"),
      .unasked(reason: "no"), .connectionLost, .insecure(.plain), .insecure(.unknownSigner),
      .insecure(.otherHost), .insecure(.noSafeVersion), .insecure(.other("x")),
      .answerTooLarge(limit: 16_777_216), .notHTTP(reason: "x"),
      .notAnAnswer(of: .v1, detail: "d"), .notAnAnswer(of: .v2, detail: "d"),
      .notAnAnswer(of: .versions, detail: "d"), .noCount, .calledOff, .openSecret,
      .pausing(left: .seconds(90)), .keyGuarded(accessKey: "AK", until: "10:00:00"),
    ]
    let identity: [IdentityFault] =
      wishes.map(IdentityFault.refused) + wishes.map(IdentityFault.unaccepted) + [
        .throttled, .trouble, .noProject(named: "n"), .manyProjects(named: "n", count: 2),
        .notAnAnswer,
      ]
    let others: [Fact] = [
      .expired(clock: nil), .expired(clock: .seconds(1)), .expired(clock: .seconds(-7200)),
      .redirected(from: endpoint, to: "http://elsewhere"), .untried(.afterRefusal),
      .untried(.calledOff), .untried(.calledOffLate), .untried(.agreedOnce), .unwritable,
      .tokenWithoutProject, .noGroups, .noSynchronisation, .noStorageQuestions,
      .action(.changed(was: "stopped", now: "running")), .action(.goneSince(was: "stopped")),
      .action(.startedAnew(was: "stopped", now: "running")), .action(.busy), .action(.unread),
      .action(.refused(verb: "stop", .running)), .action(.neverKnown(noun: "task")),
      .action(.stillNot(.stopped, state: "running", after: .seconds(5))),
      .unreadableEntry(reason: "r"), .notAnID("x"), .announcements(11), .timeOutOfRange,
      .restlessList, .misconfigured(.noProject),
      .journalUnwritable(reason: "full"), .unfit(.descriptionTooLong), .unfit(.descriptionSigns),
      .unfit(.listFileNeedsKind), .unfit(.needsListFile(.list)), .unfit(.takesListFile(.urlList)),
      .unfit(.uncheckedKind), .unfit(.tooManyWindows(6)), .unfit(.notPartOfDay("x-y")),
      .unfit(.windowsOverlap("a", "b")), .unfit(.otherRegion(bucket: "b", region: "r")),
    ]
    let unsayable: [Fact] = Unsayable.Place.allCases.map { place in
      var all = Unsayable(in: place)
      for setting in Unsayable.Setting.allCases { all.note(setting, if: true) }
      return .unsayable(all)
    }
    return ServiceReason.allCases.map(Fact.refused) + calls.map { .call(endpoint, $0) }
      + identity.map { .identity(endpoint, $0) } + others + unsayable
  }()

  @Test(arguments: facts)
  func `everything that happens is told in one line of each language`(fact: Fact) {
    var problem = APIProblem(fact, kind: .server, code: "OMS.1", message: "m", status: 400)
    problem.pause = .seconds(60)
    problem.mayHaveHappened = true
    let (english, chinese) = (English().line(problem), Chinese().line(problem))
    for line in [english, chinese] {
      #expect(!line.contains("\n") && !line.hasSuffix(".") && !line.hasSuffix("。"))
    }
    #expect(!english.hasChinese, "\(english)")
    #expect(chinese.hasChinese, "\(chinese)")
  }

  @Test(arguments: facts)
  func `whoever is in doubt is told to look, and not to try again`(fact: Fact) {
    let problem = APIProblem(fact, kind: .server, status: 503).withDoubt
    let (english, chinese) = (English().line(problem), Chinese().line(problem))
    #expect(!english.contains("try again") && english.contains("look before trying again"))
    #expect(!chinese.contains("再试"))
    #expect(chinese.split(separator: "重试").count == 2, "\(chinese)")
  }

  @Test func `what may be tried again without a doubt is told when`() {
    let endpoint = Endpoint(socket: "/run/ferry.sock")
    let lost = APIProblem(.call(endpoint, .connectionLost), kind: .unreachable)
    #expect(English().line(lost).hasSuffix("before it had answered; try again"))
    let trouble = APIProblem(.refused(.serverTrouble), kind: .server, status: 503)
    #expect(English().line(trouble) == "the service has trouble [HTTP 503]; try again later")
    #expect(Chinese().line(trouble) == "服务出现故障 [HTTP 503]；请稍后再试")
  }

  @Test(arguments: TaskFailure.Cause.allCases)
  func `every cause of a failure is told in each language`(cause: TaskFailure.Cause) {
    #expect(!English().words(cause).isEmpty && !English().words(cause).hasChinese)
    #expect(Chinese().words(cause).hasChinese)
  }

  @Test(arguments: [
    Refusal.Reason.unknownState(9), .stopping, .stopped, .succeeded, .failed, .notRunning(.waiting),
    .running, .stillStopping, .succeededForGood, .notStartable(.running), .limitsFixed,
    .groupNotStopped(.failed), .groupNotStopped(.running), .groupNotFailed(.stopped),
    .groupNotFailed(.creating), .groupWaiting, .groupNothingToStop(.deleting),
    .groupRunning(.creating), .unknownSyncState("BUSY"), .syncNotStopped,
  ])
  func `every refusal is told in each language`(reason: Refusal.Reason) {
    #expect(!English().words(reason).hasChinese && !English().words(reason).isEmpty)
    #expect(Chinese().words(reason).hasChinese)
  }

  @Test(arguments: [
    ActionRemark.stoppedAlready, .stoppingAlready, .leavingAlready, .goneAlready, .limitedAlready,
    .ended("failed"), .gone, .foundAfterLoss("stopped"), .goneAfterLoss, .limitedAfterLoss,
    .foundInList, .would([.stopping], state: "running"),
  ])
  func `every remark is told in each language`(remark: ActionRemark) {
    #expect(!English().words(remark).hasChinese && !English().words(remark).isEmpty)
    #expect(Chinese().words(remark).hasChinese)
  }

  @Test(arguments: [
    Rehearsal.Reason.noKeys, .listFile, .otherMachine, .provider("X"), .noDates, .temporaryKeys,
    .noListing,
    .noProgram(.missing),
  ])
  func `why a source is not counted is told in each language`(reason: Rehearsal.Reason) {
    #expect(!English().words(reason).hasChinese && English().words(reason).hasPrefix("not counted"))
    #expect(Chinese().words(reason).hasChinese)
  }

  @Test func `what a rehearsal does not check, and who lists, is told in each language`() {
    for part in Rehearsal.Unchecked.allCases {
      #expect(!English().words(part).hasChinese && !English().words(part).isEmpty)
      #expect(Chinese().words(part).hasChinese)
    }
    for lister in [Rehearsal.Lister.here, .service] {
      #expect(!English().words(lister).hasChinese && Chinese().words(lister).hasChinese)
    }
  }

  @Test(arguments: [
    PromptEnd.refused, .wrongAnswer, .otherKey, .silence, .suspended, .noRoom, .unreachable,
    .changed("t", now: "running"), .gone("t"), .noKeys(.noProject), .manyStores(2),
  ])
  func `why a question was closed is told in each language`(end: PromptEnd) {
    #expect(!English().words(end).hasChinese && English().words(end).hasSuffix("."))
    #expect(Chinese().words(end).hasChinese && Chinese().words(end).hasSuffix("。"))
  }

  @Test func `a line has what happened, the pause, the origin, and what is in doubt`() {
    var problem = APIProblem(
      .refused(.tooManyRequests), kind: .throttled, code: "APIGW.0308", message: "slow", status: 429
    )
    problem.pause = .seconds(3600)
    #expect(
      English().line(problem)
        == "too many requests; wait a moment (it asks for a pause of 60 min) [APIGW.0308 slow]")
    #expect(Chinese().line(problem) == "请求过多；请稍候（要求暂停 60 分钟） [APIGW.0308 slow]")
    problem.pause = nil
    problem.code = nil
    problem.message = ""
    problem.mayHaveHappened = true
    problem.aftermath = [.state("running"), .gone]
    #expect(
      English().line(problem)
        == "too many requests; wait a moment [HTTP 429]; it may have been carried out all the same, "
        + "so look before trying again; looked at afterwards it was running; "
        + "looked at afterwards it was gone")
  }

  @Test(arguments: [
    ([:], Language.english), (["LANG": "zh_CN.UTF-8"], .chinese),
    (["LANG": "de_DE.UTF-8"], .english),
    (["LANG": "C.UTF-8"], .english), (["LC_ALL": "zh_TW", "LANG": "en_US"], .chinese),
    (["LC_ALL": "", "LC_MESSAGES": "zh_CN", "LANG": "C"], .chinese),
    (["FERRY_LANG": "en", "LANG": "zh_CN.UTF-8"], .english), (["FERRY_LANG": "zh"], .chinese),
    (["FERRY_LANG": "klingon", "LANG": "zh_CN"], .english),
  ])
  func `the language is the one that is asked for, or else the locale's`(
    environment: [String: String], language: Language
  ) {
    #expect(Language(environment: environment) == language)
  }
}
